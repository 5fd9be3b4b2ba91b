package org.cytovigil.ledger;

/** What is to be done about a piece of foreign data that was refused. */
public enum Remedy {
    /** A code, unit, drug, device or word is not in the mapping table. */
    MEND_TABLE,
    /** Nobody of that name or number was here at that time. */
    ADMIT,
    /** What it says of whose it is contradicts itself. */
    CHECK_IDENTITY,
    /** The value cannot be true, or the device itself doubts it. */
    CHECK_DEVICE,
    /** It never was a value: a sentinel, a test, a calibration. */
    NOTHING,
    /** The message is not as it should be. */
    ASK_SENDER,
    /** It was charted, with this remark. */
    CHECK_CHART,
    /** The program knows no advice for this reason. */
    LOOK
}
