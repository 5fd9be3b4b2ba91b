package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.feed.mapping.Mapped;
import org.jspecify.annotations.Nullable;

/** Joins an oxygen device of an order with its flow and fraction of the same time. */
final class OxygenJoin {
    private final List<Set> sets = new ArrayList<>();

    private static final class Set {
        private final Finding first;
        private final List<Hl7Segment> results = new ArrayList<>();
        private Mapped.@Nullable Device device;
        private @Nullable OxygenFlow flow;
        private @Nullable OxygenFraction fraction;

        private Set(Finding first) {
            this.first = first;
        }

        private boolean fits(Finding finding) {
            return first.stay().equals(finding.stay())
                    && first.at().equals(finding.at())
                    && first.corrects() == finding.corrects()
                    && switch (finding.mapped()) {
                        case Mapped.Device named -> device == null;
                        case Mapped.Flow charted -> flow == null;
                        case Mapped.Fraction charted -> fraction == null;
                        default -> false;
                    };
        }

        private void put(Finding finding) {
            results.add(finding.segment());
            switch (finding.mapped()) {
                case Mapped.Device named -> device = named;
                case Mapped.Flow charted -> flow = charted.flow();
                case Mapped.Fraction charted -> fraction = charted.fraction();
                default -> throw new IllegalArgumentException("not of oxygen");
            }
        }
    }

    void add(Finding finding) {
        Set set =
                sets.stream()
                        .filter(one -> one.fits(finding))
                        .findFirst()
                        .orElseGet(
                                () -> {
                                    Set begun = new Set(finding);
                                    sets.add(begun);
                                    return begun;
                                });
        set.put(finding);
    }

    /** The devices and settings, each beside the first of its results. */
    List<Joined> close() {
        return sets.stream().map(OxygenJoin::joined).toList();
    }

    private static Joined joined(Set set) {
        Mapped.Device device = set.device;
        if (device == null) {
            return new Joined(
                    set.first,
                    new Observation.OxygenSettings(set.flow, set.fraction),
                    null,
                    set.results);
        }
        OxygenSupport support = device.support(set.flow, set.fraction);
        return new Joined(
                set.first,
                new Observation.OxygenDevice(support),
                device.fault(support).orElse(null),
                set.results);
    }
}
