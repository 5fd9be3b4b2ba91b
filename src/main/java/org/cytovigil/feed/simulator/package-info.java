/**
 * Invented courses of cytokine release syndrome as ledger entries, for demonstrations, teaching and
 * tests.
 *
 * <p>Nothing here stems from a real patient. A course is drawn in three steps: a plan (when fever,
 * low pressure, oxygen need and their worst points come), a body that follows the plan with noise
 * of its own, and a ward that charts what it sees and treats what it charted. The ward's treatments
 * act back on the body, so doses, pressures and saturations belong together.
 */
@NullMarked
package org.cytovigil.feed.simulator;

import org.jspecify.annotations.NullMarked;
