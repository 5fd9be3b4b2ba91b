package org.cytovigil.alarm;

import java.time.Instant;

/**
 * Why an alarm is put off, and for how long.
 *
 * @param by who put it off
 * @param reason in words; never blank
 * @param until when it ends by itself
 */
public record Shelf(String by, String reason, Instant until) {
    /**
     * @throws IllegalArgumentException when no reason is given
     */
    public Shelf {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an alarm is put off for a reason");
        }
    }
}
