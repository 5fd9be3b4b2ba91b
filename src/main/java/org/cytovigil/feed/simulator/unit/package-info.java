/**
 * A unit of invented patients that speaks HL7 version 2 to any listener.
 *
 * <p>Each bed has one patient after the other, each with a synthetic course. What its ward charts
 * and its monitor sees becomes reports; faults of real senders are put among them; reports become
 * messages, and messages are sent, each at its time, until they are answered. All but the sending
 * is the same for the same plan.
 */
@NullMarked
package org.cytovigil.feed.simulator.unit;

import org.jspecify.annotations.NullMarked;
