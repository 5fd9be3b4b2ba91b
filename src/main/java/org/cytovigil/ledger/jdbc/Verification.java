package org.cytovigil.ledger.jdbc;

/** What a check of a store found. */
public sealed interface Verification {
    /**
     * Every entry is as it was written, and none is missing.
     *
     * @param entries how many there are
     */
    record Sound(long entries) implements Verification {}

    /**
     * An entry was changed, removed or put in outside the program.
     *
     * @param sequence the first entry that does not fit the chain of its author, or the place of a
     *     missing one
     * @param reason what does not fit, in words
     */
    record Broken(long sequence, String reason) implements Verification {}

    /**
     * The file itself is damaged; the entries could not all be checked.
     *
     * @param reason what SQLite says about it
     */
    record Damaged(String reason) implements Verification {}
}
