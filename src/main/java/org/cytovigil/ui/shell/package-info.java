/** The frame of every screen: alarm strip, header, footer, navigation. */
@NullMarked
package org.cytovigil.ui.shell;

import org.jspecify.annotations.NullMarked;
