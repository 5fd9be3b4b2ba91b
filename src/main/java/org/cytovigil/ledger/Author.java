package org.cytovigil.ledger;

/**
 * Who made an entry.
 *
 * @param kind what sort of writer
 * @param name the user's name, the device's identifier, the file an import read, or the workstation
 */
public record Author(Kind kind, String name) {
    /** The sorts of writers. */
    public enum Kind {
        PERSON,
        DEVICE,
        IMPORT,
        SIMULATOR,
        /** CytoVigil itself, about itself. */
        PROGRAM
    }
}
