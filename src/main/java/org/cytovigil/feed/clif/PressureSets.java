package org.cytovigil.feed.clif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.feed.clif.Reading.Part;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/** Joins the rows of one stay that are parts of one blood pressure: same time, same source. */
final class PressureSets {
    private record Key(Instant at, PressureSource source) {}

    // The text is held only until the pair it belongs to has been judged.
    private record Slot(Pressure value, long line, String raw, boolean taken) {}

    private final Map<Key, Map<Part, Slot>> sets = new LinkedHashMap<>();

    /**
     * Adds a part that is plausible by itself; what does not go with the other parts is refused.
     */
    void add(Instant at, Reading.PressurePart part, Row row, Tally tally) {
        Map<Part, Slot> set =
                sets.computeIfAbsent(new Key(at, part.source()), key -> new EnumMap<>(Part.class));
        Slot first = set.get(part.part());
        if (first != null) {
            String reason =
                    first.value().equals(part.value())
                            ? "duplicate of line " + first.line()
                            : "second value at the same time: line %d has %s mmHg"
                                    .formatted(first.line(), first.value().mmHg());
            tally.refuse(row.line(), reason, row.raw());
            return;
        }
        String raw = part.part() == Part.MEAN ? "" : row.raw();
        set.put(part.part(), new Slot(part.value(), row.line(), raw, true));
        Slot systolic = set.get(Part.SYSTOLIC);
        Slot diastolic = set.get(Part.DIASTOLIC);
        if (part.part() != Part.MEAN && systolic != null && diastolic != null) {
            judge(set, systolic, diastolic, part.source(), tally);
        }
    }

    private static void judge(
            Map<Part, Slot> set,
            Slot systolic,
            Slot diastolic,
            PressureSource source,
            Tally tally) {
        String fault =
                Plausibility.DEFAULT
                        .fault(new BloodPressure(systolic.value(), diastolic.value(), null, source))
                        .orElse(null);
        if (fault != null) {
            tally.refuse(systolic.line(), fault, systolic.raw());
            tally.refuse(diastolic.line(), fault, diastolic.raw());
        }
        set.put(Part.SYSTOLIC, new Slot(systolic.value(), systolic.line(), "", fault == null));
        set.put(Part.DIASTOLIC, new Slot(diastolic.value(), diastolic.line(), "", fault == null));
    }

    /** The joined pressures, once all rows are there; the sets begin anew. */
    List<Pending> close(Tally tally, int table) {
        List<Pending> joined = new ArrayList<>();
        sets.forEach(
                (key, set) -> {
                    List<Slot> taken = set.values().stream().filter(Slot::taken).toList();
                    if (!taken.isEmpty()) {
                        BloodPressure pressure =
                                new BloodPressure(
                                        value(set, Part.SYSTOLIC),
                                        value(set, Part.DIASTOLIC),
                                        value(set, Part.MEAN),
                                        key.source());
                        long line = taken.stream().mapToLong(Slot::line).min().orElseThrow();
                        joined.add(
                                new Pending(
                                        key.at(),
                                        tally,
                                        table,
                                        0,
                                        line,
                                        taken.size(),
                                        new Entry.Observed(pressure)));
                    }
                });
        sets.clear();
        return joined;
    }

    private static @Nullable Pressure value(Map<Part, Slot> set, Part part) {
        Slot slot = set.get(part);
        return slot != null && slot.taken() ? slot.value() : null;
    }
}
