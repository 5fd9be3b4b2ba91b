package org.cytovigil.monitor;

/** What can be wrong with a store, the gravest first. */
public enum Trouble {
    /** What arrives cannot be stored; it is shown nevertheless. */
    STORAGE,
    /** Values that arrived while storage failed are shown and still not stored. */
    UNSTORED,
    /** A person's answer was not stored, and does not count. */
    ANSWER,
    /** The store was damaged when the program began. */
    DAMAGE,
    /** There will soon be no space for the store. */
    SPACE,
    /** There is no backup that can be trusted. */
    BACKUP
}
