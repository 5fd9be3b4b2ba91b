package org.cytovigil.ui.feeds;

import java.time.Instant;
import java.time.ZoneId;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ui.theme.Texts;

/**
 * One item as a line of the list.
 *
 * @param held the item
 * @param time when it came
 * @param state that it was settled, how, and when; empty while it waits
 */
public record ItemRow(Quarantine.Held held, String time, String state) {
    static ItemRow of(Quarantine.Held held, Instant now, ZoneId zone) {
        Instant settled = held.settled();
        Quarantine.Dismissal dismissal = held.dismissal();
        String state = "";
        if (settled != null) {
            String when = SenderRow.time(settled, now, zone);
            state =
                    dismissal == null
                            ? Texts.of("feeds.item.fed", when)
                            : Texts.of(
                                    "feeds.item.dismissed",
                                    dismissal.by(),
                                    when,
                                    dismissal.reason());
        }
        return new ItemRow(held, SenderRow.time(held.item().received(), now, zone), state);
    }
}
