/**
 * Values worked out of a picture for the eye: ratios, scores and counters, each with its formula
 * and inputs. None of them is a grade, and no scale looks at any.
 */
@NullMarked
package org.cytovigil.derived;

import org.jspecify.annotations.NullMarked;
