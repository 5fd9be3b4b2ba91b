package org.cytovigil.ledger.jdbc;

/** What a check of a store found. */
public sealed interface Verification {
    /**
     * Every entry and every adopted policy is as it was written, and none is missing.
     *
     * @param entries how many entries there are
     */
    record Sound(long entries) implements Verification {}

    /**
     * An entry or an adopted policy was changed, removed or put in outside the program.
     *
     * @param sequence the first entry that does not fit the chain of its author, or the place of a
     *     missing one; when the entries are sound, the same of the adopted policies
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
