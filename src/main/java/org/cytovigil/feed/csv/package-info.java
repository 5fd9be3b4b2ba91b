/**
 * CSV files of vital signs, oxygen, vasopressors and laboratory results, from exports or by hand.
 */
@NullMarked
package org.cytovigil.feed.csv;

import org.jspecify.annotations.NullMarked;
