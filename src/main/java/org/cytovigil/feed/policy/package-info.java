/** Reads and writes the file in which a site says what it decided: the site policy, as TOML. */
@NullMarked
package org.cytovigil.feed.policy;

import org.jspecify.annotations.NullMarked;
