/** Colours, fonts, texts and the small shared nodes of every screen. */
@NullMarked
package org.cytovigil.ui.theme;

import org.jspecify.annotations.NullMarked;
