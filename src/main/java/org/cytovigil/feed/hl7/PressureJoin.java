package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target.PressurePart;
import org.jspecify.annotations.Nullable;

/** Joins the numbers of an order that are one blood pressure: of one time, source and device. */
final class PressureJoin {
    private final List<Set> sets = new ArrayList<>();

    private static final class Set {
        private final Finding first;
        private final PressureSource source;
        private @Nullable Pressure systolic;
        private @Nullable Pressure diastolic;
        private @Nullable Pressure mean;

        private Set(Finding first, PressureSource source) {
            this.first = first;
            this.source = source;
        }

        private boolean fits(Finding finding, Mapped.PressureValue value) {
            return first.stay().equals(finding.stay())
                    && first.at().equals(finding.at())
                    && first.device().equals(finding.device())
                    && first.channel().equals(finding.channel())
                    && first.corrects() == finding.corrects()
                    && source == value.source()
                    && isFree(value.part());
        }

        private boolean isFree(PressurePart part) {
            return switch (part) {
                case SYSTOLIC -> systolic == null;
                case DIASTOLIC -> diastolic == null;
                case MEAN -> mean == null;
            };
        }

        private void put(Mapped.PressureValue value) {
            switch (value.part()) {
                case SYSTOLIC -> systolic = value.pressure();
                case DIASTOLIC -> diastolic = value.pressure();
                case MEAN -> mean = value.pressure();
            }
        }
    }

    void add(Finding finding, Mapped.PressureValue value) {
        Set set =
                sets.stream()
                        .filter(one -> one.fits(finding, value))
                        .findFirst()
                        .orElseGet(
                                () -> {
                                    Set begun = new Set(finding, value.source());
                                    sets.add(begun);
                                    return begun;
                                });
        set.put(value);
    }

    /** The blood pressures, each beside the first of its numbers. */
    List<Joined> close() {
        return sets.stream()
                .map(
                        set ->
                                new Joined(
                                        set.first,
                                        new BloodPressure(
                                                set.systolic, set.diastolic, set.mean, set.source),
                                        null,
                                        List.of()))
                .toList();
    }
}
