/**
 * What the codes, units and words of foreign senders mean, read from a table that a site may
 * extend.
 */
@NullMarked
package org.cytovigil.feed.mapping;

import org.jspecify.annotations.NullMarked;
