package org.cytovigil.ui.feeds;

import java.time.Instant;
import java.time.ZoneId;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Remedy;
import org.cytovigil.ui.theme.Texts;

/**
 * Items of one sender and reason as a line of the list.
 *
 * @param group which
 * @param remedy what is to be done
 * @param times when the oldest and the newest came, in words
 */
public record GroupRow(Quarantine.Group group, Remedy remedy, String times) {
    static GroupRow of(Quarantine.Group group, Remedy remedy, Instant now, ZoneId zone) {
        String newest = SenderRow.time(group.newest(), now, zone);
        return new GroupRow(
                group,
                remedy,
                group.count() == 1
                        ? newest
                        : Texts.of(
                                "feeds.times", newest, SenderRow.time(group.oldest(), now, zone)));
    }

    /** What is to be done, in one sentence. */
    public String advice() {
        return Texts.of("feeds.remedy." + remedy.name());
    }

    boolean isOf(Quarantine.Group other) {
        return group.source().equals(other.source()) && group.reason().equals(other.reason());
    }
}
