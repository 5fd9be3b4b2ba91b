package org.cytovigil.feed.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/** Reads measured and charted values. */
final class ObservationReader {
    private final CodeTable table;
    private final Concepts concepts;
    private final Quantities quantities;
    private final Subjects subjects;
    private final Revisions revisions;

    ObservationReader(CodeTable table, Subjects subjects, Revisions revisions) {
        this.table = table;
        this.concepts = new Concepts(table);
        this.quantities = new Quantities(table);
        this.subjects = subjects;
        this.revisions = revisions;
    }

    /**
     * Reads one.
     *
     * @return the facts that it is charted as from now on
     */
    List<Charted> read(Observation observation, Author author, Instant now, Outcome out) {
        if (Concepts.of(observation.getCode(), FhirCodes.SCALE) != null) {
            out.ignore("a grade that this program computed, and computes anew");
            return List.of();
        }
        Concepts.Meaning meaning = concepts.meaning(observation.getCode());
        boolean local = Concepts.of(observation.getCode(), FhirCodes.FACT) != null;
        PressurePanel panel = new PressurePanel(observation, concepts, quantities);
        CodeTable.Handling handling = handling(observation);
        boolean withdrawn = isWithdrawn(observation, handling);
        if (withdrawn && revisions.takeBack(author, now, out)) {
            return List.of();
        }
        if (!local && !panel.isPanel()) {
            if (meaning instanceof Concepts.Meaning.Unknown(String reason)) {
                if (withdrawn) {
                    out.ignore("withdrawn, and never charted: " + reason);
                } else {
                    out.refuse(reason);
                }
                return List.of();
            }
            if (meaning instanceof Concepts.Meaning.Known known
                    && known.target() instanceof Target.NotOfInterest) {
                out.ignore(
                        "not graded: " + String.join(" / ", Concepts.names(observation.getCode())));
                return List.of();
            }
        }
        if (!withdrawn
                && panel.isPanel()
                && !observation.hasComponent()
                && !observation.hasValue()) {
            out.ignore("a panel; its parts stand beside it");
            return List.of();
        }
        switch (withdrawn ? CodeTable.Handling.RETRACT : handling) {
            case REFUSE ->
                    out.refuse("the status '%s' is not accepted".formatted(status(observation)));
            case NO_RESULT -> {
                out.refuse("no result (status %s)".formatted(status(observation)));
                revisions.nothing(author, out);
            }
            case ACCEPT, CORRECT, RETRACT -> {
                return read(observation, meaning, panel, handling, withdrawn, author, now, out);
            }
        }
        return List.of();
    }

    /** One that was cancelled has no result, so that what was charted of it does not hold. */
    private static boolean isWithdrawn(Observation observation, CodeTable.Handling handling) {
        return handling == CodeTable.Handling.RETRACT
                || (handling == CodeTable.Handling.NO_RESULT
                        && observation.getStatus() == Observation.ObservationStatus.CANCELLED);
    }

    private static String status(Observation observation) {
        return observation.getStatus() == null ? "" : observation.getStatus().toCode();
    }

    /** By the letters of HL7 table 0085, so that a site's table decides for both. */
    private CodeTable.Handling handling(Observation observation) {
        Observation.ObservationStatus status = observation.getStatus();
        return table.handling(
                switch (status) {
                    case null -> "";
                    case FINAL -> "F";
                    case PRELIMINARY -> "P";
                    case AMENDED -> "A";
                    case CORRECTED -> "C";
                    case ENTEREDINERROR -> "D";
                    case REGISTERED -> "I";
                    case CANCELLED -> "X";
                    case UNKNOWN, NULL -> "U";
                });
    }

    private List<Charted> read(
            Observation observation,
            Concepts.Meaning meaning,
            PressurePanel panel,
            CodeTable.Handling handling,
            boolean withdrawn,
            Author author,
            Instant now,
            Outcome out) {
        if (observation.hasFocus()) {
            out.refuse("it is about another than its subject");
            return List.of();
        }
        Instant at;
        try {
            at = FhirTime.measured(observation.getEffective());
        } catch (FhirTime.NoTimeException e) {
            out.refuse(e.reason());
            return List.of();
        }
        StayDirectory.Found found =
                subjects.whose(
                        observation.hasSubject() ? observation.getSubject() : null,
                        observation.hasEncounter() ? observation.getEncounter() : null,
                        observation,
                        at);
        if (found instanceof StayDirectory.Found.Nobody(String reason)) {
            Subjects.nobody(reason, withdrawn, out);
            return List.of();
        }
        StayId stay = ((StayDirectory.Found.Of) found).stay();
        if (!withdrawn && subjects.isAhead(stay, at, now)) {
            out.refuse(FhirTime.AHEAD);
            return List.of();
        }
        // What was withdrawn may have lost its value: that is no fault then.
        Outcome said = withdrawn ? new Outcome(out.item()) : out;
        List<Charted> facts = new ArrayList<>();
        for (org.cytovigil.clinical.Observation fact :
                facts(observation, meaning, panel, stay, at, author, now, said)) {
            facts.add(new Charted(stay, at, fact));
        }
        if (withdrawn) {
            if (meaning instanceof Concepts.Meaning.Known known
                    && known.target() instanceof Target.Text(Target.TextKind kind)
                    && kind == Target.TextKind.CELL_INFUSION) {
                subjects.infusionWithdrawn(stay, at, out);
                return List.of();
            }
            revisions.withdraw(
                    facts,
                    stay,
                    at,
                    fact ->
                            panel.isPanel()
                                    ? fact
                                            instanceof
                                            org.cytovigil.clinical.Observation.BloodPressure
                                    : meaning instanceof Concepts.Meaning.Known known
                                            && Kinds.is(known.target(), fact),
                    author,
                    now,
                    out);
            return List.of();
        }
        if (!facts.isEmpty()) {
            revisions.chart(facts, handling, author, now, out);
        } else if (!out.refused().isEmpty()) {
            revisions.nothing(author, out);
        }
        return facts;
    }

    private List<org.cytovigil.clinical.Observation> facts(
            Observation observation,
            Concepts.Meaning meaning,
            PressurePanel panel,
            StayId stay,
            Instant at,
            Author author,
            Instant now,
            Outcome out) {
        String local = Concepts.of(observation.getCode(), FhirCodes.FACT);
        if (local != null) {
            return LocalFacts.read(local, observation, out).map(List::of).orElse(List.of());
        }
        if (panel.isPanel()) {
            return panel.read(out)
                    .<List<org.cytovigil.clinical.Observation>>map(List::of)
                    .orElse(List.of());
        }
        if (!(meaning instanceof Concepts.Meaning.Known known)) {
            return List.of();
        }
        Mapped mapped =
                quantities.read(
                        known.found(),
                        observation.getValue(),
                        observation.hasDataAbsentReason()
                                ? observation.getDataAbsentReason()
                                : null);
        Settings settings = settings(observation, known.target(), out);
        return switch (mapped) {
            case Mapped.Refused(String reason) -> {
                out.refuse(reason);
                yield settings.alone();
            }
            case Mapped.NotOfInterest none -> {
                out.ignore("of no use for grading");
                yield List.of();
            }
            case Mapped.Fact(org.cytovigil.clinical.Observation fact) ->
                    settings.beside(placed(fact, observation, out));
            case Mapped.PressureValue value ->
                    panel.single(value, out)
                            .<List<org.cytovigil.clinical.Observation>>map(List::of)
                            .orElse(List.of());
            case Mapped.Flow(OxygenFlow flow) -> new Settings(flow, settings.fraction()).alone();
            case Mapped.Fraction(OxygenFraction fraction) ->
                    new Settings(settings.flow(), fraction).alone();
            case Mapped.Device device -> List.of(device(device, settings, out));
            case Mapped.CellsInfused(String product) -> {
                out.accept(
                        new Entry(
                                stay,
                                at,
                                now,
                                author,
                                new Entry.InfusionCharted(new Infusion(product, at))));
                yield List.of();
            }
            case Mapped.Site site -> partOfMessage(out);
            case Mapped.Dose dose -> partOfMessage(out);
            case Mapped.PumpFlow flow -> partOfMessage(out);
            case Mapped.Concentration concentration -> partOfMessage(out);
            case Mapped.Drug drug -> partOfMessage(out);
            case Mapped.Running running -> partOfMessage(out);
        };
    }

    private static List<org.cytovigil.clinical.Observation> partOfMessage(Outcome out) {
        out.refuse("by itself it says nothing: drugs are read from MedicationAdministration");
        return List.of();
    }

    /** Flow and fraction charted as parts of another value. */
    private record Settings(@Nullable OxygenFlow flow, @Nullable OxygenFraction fraction) {
        boolean isEmpty() {
            return flow == null && fraction == null;
        }

        List<org.cytovigil.clinical.Observation> alone() {
            return isEmpty()
                    ? List.of()
                    : List.of(
                            new org.cytovigil.clinical.Observation.OxygenSettings(flow, fraction));
        }

        List<org.cytovigil.clinical.Observation> beside(
                Optional<org.cytovigil.clinical.Observation> fact) {
            List<org.cytovigil.clinical.Observation> all = new ArrayList<>();
            fact.ifPresent(all::add);
            all.addAll(alone());
            return all;
        }
    }

    private Settings settings(Observation observation, Target own, Outcome out) {
        OxygenFlow flow = null;
        OxygenFraction fraction = null;
        for (Observation.ObservationComponentComponent part : observation.getComponent()) {
            switch (partOf(own, part)) {
                case Mapped.Flow(OxygenFlow one) -> flow = one;
                case Mapped.Fraction(OxygenFraction one) -> fraction = one;
                case Mapped.Refused(String reason) -> {
                    if (part.hasValue()) {
                        out.refuse("a part of it: " + reason);
                    } else {
                        out.ignore("a part of it: " + reason);
                    }
                }
                case Mapped other ->
                        out.refuse(
                                "a part of it does not belong to it: "
                                        + Concepts.shown(part.getCode()));
            }
        }
        return new Settings(flow, fraction);
    }

    /** Oxygen is set beside a saturation, a device, or another setting; nothing else has parts. */
    private Mapped partOf(Target own, Observation.ObservationComponentComponent part) {
        boolean ofOxygen =
                own instanceof Target.Text(Target.TextKind kind)
                        ? kind == Target.TextKind.OXYGEN_DEVICE
                        : own instanceof Target.Sign(Target.VitalSign sign)
                                && (sign == Target.VitalSign.OXYGEN_SATURATION
                                        || sign == Target.VitalSign.OXYGEN_FLOW
                                        || sign == Target.VitalSign.INSPIRED_OXYGEN);
        return switch (concepts.meaning(part.getCode())) {
            case Concepts.Meaning.Unknown(String reason) -> new Mapped.Refused(reason);
            case Concepts.Meaning.Known known ->
                    ofOxygen
                            ? quantities.read(
                                    known.found(),
                                    part.getValue(),
                                    part.hasDataAbsentReason() ? part.getDataAbsentReason() : null)
                            : new Mapped.NotOfInterest();
        };
    }

    private static Optional<org.cytovigil.clinical.Observation> placed(
            org.cytovigil.clinical.Observation fact, Observation observation, Outcome out) {
        if (!(fact instanceof org.cytovigil.clinical.Observation.BodyTemperature temperature)) {
            return Optional.of(fact);
        }
        Optional<org.cytovigil.clinical.Observation> placed =
                BodySites.site(
                                temperature.site(),
                                observation.hasBodySite() ? observation.getBodySite() : null)
                        .map(
                                site ->
                                        new org.cytovigil.clinical.Observation.BodyTemperature(
                                                temperature.value(),
                                                site,
                                                LocalFacts.unitAssumed(observation)));
        if (placed.isEmpty()) {
            out.refuse(
                    "no body temperature: it was taken at '%s'"
                            .formatted(Concepts.shown(observation.getBodySite())));
        }
        return placed;
    }

    private static org.cytovigil.clinical.Observation device(
            Mapped.Device device, Settings settings, Outcome out) {
        OxygenSupport support = device.support(settings.flow(), settings.fraction());
        device.fault(support).ifPresent(fault -> out.refuse(fault + ": it ends the one before it"));
        return new org.cytovigil.clinical.Observation.OxygenDevice(support);
    }
}
