/** Files put into a watched folder, each taken once and moved aside with a report. */
@NullMarked
package org.cytovigil.feed.folder;

import org.jspecify.annotations.NullMarked;
