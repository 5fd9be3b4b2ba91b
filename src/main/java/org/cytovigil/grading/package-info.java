/** What is known of a patient at a moment, and the grade that published scales give it. */
@NullMarked
package org.cytovigil.grading;

import org.jspecify.annotations.NullMarked;
