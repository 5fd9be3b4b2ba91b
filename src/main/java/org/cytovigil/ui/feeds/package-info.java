/** The screen of what comes in: feeds with their state, and what of it was refused. */
@NullMarked
package org.cytovigil.ui.feeds;

import org.jspecify.annotations.NullMarked;
