/** What the ways in have in common. */
@NullMarked
package org.cytovigil.feed;

import org.jspecify.annotations.NullMarked;
