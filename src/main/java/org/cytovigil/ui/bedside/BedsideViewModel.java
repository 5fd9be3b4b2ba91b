package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.AdjustedAlarm;
import org.cytovigil.monitor.HiddenAlarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.protocol.Protocol;
import org.cytovigil.ui.protocol.ProtocolCard;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.TrendViewModel;
import org.jspecify.annotations.Nullable;

/**
 * What the bedside screen shows of one patient, and which stretch of time. It knows no nodes. FX
 * thread, or one thread in tests.
 */
public final class BedsideViewModel {

    private final ZoneId zone;
    private final TrendViewModel trend;
    private final ReadOnlyObjectWrapper<PatientHeader> header =
            new ReadOnlyObjectWrapper<>(PatientHeader.NONE);
    private final ReadOnlyObjectWrapper<GradeCard> grade =
            new ReadOnlyObjectWrapper<>(GradeCard.none());
    private final ReadOnlyObjectWrapper<@Nullable ProtocolCard> protocolCard =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<BedsideAlarms> alarms =
            new ReadOnlyObjectWrapper<>(BedsideAlarms.NONE);
    private Protocol protocol = Protocol.builtIn();

    /**
     * @param zone for clock times
     */
    public BedsideViewModel(ZoneId zone) {
        this.zone = zone;
        trend = new TrendViewModel(zone);
    }

    /**
     * Shows a stay as of a moment. Another stay than before ends zooming and looking back; the
     * preset stays.
     */
    public void show(StaySnapshot stay, Instant now) {
        show(stay, now, List.of(), List.of(), List.of());
    }

    private void show(
            StaySnapshot stay,
            Instant now,
            List<AdjustedAlarm> adjusted,
            List<HiddenAlarm> hidden,
            List<AlarmLine> log) {
        BedsideAlarms ofStay = BedsideAlarms.of(stay.alarms(), adjusted, hidden, now, zone);
        if (!ofStay.equals(alarms.get())) {
            alarms.set(ofStay);
        }
        PatientHeader words = PatientHeader.of(stay, now, zone);
        if (!words.equals(header.get())) {
            header.set(words);
        }
        GradeCard card = GradeCards.of(stay, now, zone);
        if (!card.equals(grade.get())) {
            grade.set(card);
        }
        ProtocolCard said = ProtocolCard.of(stay, protocol);
        if (!Objects.equals(said, protocolCard.get())) {
            protocolCard.set(said);
        }
        trend.show(stay, now, log);
    }

    /** Shows a stay of the unit as of the unit's present. */
    public void show(StaySnapshot stay, UnitSnapshot unit) {
        StayId id = stay.stay().id();
        show(
                stay,
                unit.at(),
                unit.adjusted().stream().filter(alarm -> alarm.key().stay().equals(id)).toList(),
                unit.hidden().stream().filter(alarm -> alarm.key().stay().equals(id)).toList(),
                unit.logs().getOrDefault(id, List.of()));
    }

    /** Chooses the text of the protocol; it shows with the next snapshot. */
    public void setProtocol(Protocol text) {
        protocol = text;
    }

    /** Chooses the palette. */
    public void setTheme(Theme chosen) {
        trend.setTheme(chosen);
    }

    /** The zone of clock times. */
    public ZoneId zone() {
        return zone;
    }

    /** The palette. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return trend.themeProperty();
    }

    /** The words of the line above the chart. */
    public ReadOnlyObjectProperty<PatientHeader> headerProperty() {
        return header.getReadOnlyProperty();
    }

    /** The grade in words. */
    public ReadOnlyObjectProperty<GradeCard> gradeProperty() {
        return grade.getReadOnlyProperty();
    }

    /** What the protocol says for the grade; {@code null} while there is nothing to say. */
    ReadOnlyObjectProperty<@Nullable ProtocolCard> protocolCardProperty() {
        return protocolCard.getReadOnlyProperty();
    }

    /** The alarms of the patient. */
    public ReadOnlyObjectProperty<BedsideAlarms> alarmsProperty() {
        return alarms.getReadOnlyProperty();
    }

    /** The lanes, and which stretch of time they show. */
    public TrendViewModel trend() {
        return trend;
    }
}
