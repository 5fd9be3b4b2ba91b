package org.cytovigil.ui.alarms;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Census;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.jspecify.annotations.Nullable;

/** The log of all alarms of the unit, written in words once and sifted again and again. */
final class AlarmHistory {
    private static final Comparator<LogRow> NEWEST_FIRST =
            Comparator.comparing((LogRow row) -> row.line().at())
                    .reversed()
                    .thenComparing(row -> row.stay().value());

    private final ZoneId zone;
    private final Map<StayId, Written> written = new HashMap<>();

    /** The rows of one stay, and what they were written from. */
    private record Written(
            List<AlarmLine> log,
            List<Census.InBed> beds,
            @Nullable Patient patient,
            List<LogRow> rows) {
        @SuppressWarnings("ReferenceEquality") // a log never changes; a longer one is another list
        boolean isOf(List<AlarmLine> other, @Nullable StaySnapshot stay) {
            return log == other
                    && beds.equals(stay == null ? List.of() : stay.beds())
                    && Objects.equals(patient, stay == null ? null : stay.stay().patient());
        }
    }

    /**
     * What of the log is wanted.
     *
     * @param search words that a line must hold; blank for any
     * @param stay whose; {@code null} for all
     * @param kind of condition; {@code null} for all
     * @param priority how urgent; {@code null} for all
     */
    record Filter(
            String search,
            @Nullable StayId stay,
            @Nullable AlarmKind kind,
            @Nullable AlarmPriority priority) {
        boolean takes(LogRow row) {
            return (stay == null || stay.equals(row.stay()))
                    && (kind == null || kind == row.line().kind())
                    && (priority == null || priority == row.priority())
                    && (search.isBlank() || row.holds(search.strip().toLowerCase(Locale.ROOT)));
        }
    }

    AlarmHistory(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Takes over what the logs have become.
     *
     * @return whether anything is new
     */
    boolean take(UnitSnapshot unit) {
        boolean news = written.keySet().retainAll(unit.logs().keySet());
        for (Map.Entry<StayId, List<AlarmLine>> log : unit.logs().entrySet()) {
            StaySnapshot stay = unit.stay(log.getKey()).orElse(null);
            Written before = written.get(log.getKey());
            if (before == null || !before.isOf(log.getValue(), stay)) {
                List<LogRow> rows =
                        log.getValue().stream().map(line -> LogRow.of(stay, line, zone)).toList();
                written.put(
                        log.getKey(),
                        new Written(
                                log.getValue(),
                                stay == null ? List.of() : stay.beds(),
                                stay == null ? null : stay.stay().patient(),
                                rows));
                news = true;
            }
        }
        return news;
    }

    /** The lines that are wanted, newest first. */
    List<LogRow> rows(Filter filter) {
        List<LogRow> rows = new ArrayList<>();
        for (Written of : written.values()) {
            // Of two of one moment the later learned stands above.
            for (LogRow row : of.rows().reversed()) {
                if (filter.takes(row)) {
                    rows.add(row);
                }
            }
        }
        rows.sort(NEWEST_FIRST);
        return rows;
    }
}
