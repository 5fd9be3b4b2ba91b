package org.cytovigil.ui.handover;

import java.time.ZoneId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The hand-over of one stay, as of the newest snapshot. FX thread. */
public final class HandOverViewModel {
    private final StayId stay;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<@Nullable HandOver> told =
            new ReadOnlyObjectWrapper<>(null);

    HandOverViewModel(StayId stay, ZoneId zone) {
        this.stay = stay;
        this.zone = zone;
    }

    /** Follows the unit; a stay that has left keeps what was told last. */
    public void show(UnitSnapshot unit) {
        unit.stay(stay).ifPresent(found -> tell(HandOvers.of(found, unit, zone)));
    }

    private void tell(HandOver now) {
        // Most snapshots change nothing of it, and drawing it anew is work of the screen's thread.
        if (!now.equals(told.get())) {
            told.set(now);
        }
    }

    /** What is told; {@code null} before the first snapshot. */
    public ReadOnlyObjectProperty<@Nullable HandOver> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** The whole as plain text, with what the program is not; empty before the first snapshot. */
    public String text() {
        HandOver now = told.get();
        return now == null ? "" : now.text(Texts.of("shell.promise"));
    }
}
