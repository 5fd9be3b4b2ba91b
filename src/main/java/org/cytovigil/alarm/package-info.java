/** Alarm conditions, their priorities and the states they go through. */
@NullMarked
package org.cytovigil.alarm;

import org.jspecify.annotations.NullMarked;
