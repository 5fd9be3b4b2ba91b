package org.cytovigil.cli;

import java.time.Duration;

/**
 * How often a program backs up its store by itself.
 *
 * @param every how old the newest backup may be; zero for no backups
 * @param kept how many are kept
 */
record BackupPlan(Duration every, int kept) {
    /** Two days back, in steps of four hours. */
    static final BackupPlan STANDARD = new BackupPlan(Duration.ofHours(4), 12);

    boolean isNone() {
        return every.isZero();
    }
}
