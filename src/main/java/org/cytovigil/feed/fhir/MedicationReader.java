package org.cytovigil.feed.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * Reads drugs given. A vasopressor that runs must not vanish because its dose cannot be told: it is
 * then charted as running at an unknown dose.
 */
final class MedicationReader {
    private static final Pattern INTO_A_VEIN =
            Pattern.compile("intraven|\\bi\\.?v\\.?\\b|central|vene\\b", Pattern.CASE_INSENSITIVE);

    private final DrugReader drugs;
    private final Subjects subjects;
    private final Revisions revisions;
    private final Administrations administrations;

    MedicationReader(
            CodeTable table,
            Subjects subjects,
            Revisions revisions,
            Administrations administrations) {
        this.drugs = new DrugReader(table);
        this.subjects = subjects;
        this.revisions = revisions;
        this.administrations = administrations;
    }

    /** From when to when a drug was given. */
    private record Given(Instant from, @Nullable Instant to) {}

    /** Reads one; returns the facts that it is charted as from now on. */
    List<Charted> read(
            MedicationAdministration administration, Author author, Instant now, Outcome out) {
        String status =
                administration.getStatus() == null ? "" : administration.getStatus().toCode();
        boolean withdrawn = status.equals("entered-in-error") || status.equals("not-done");
        if (withdrawn && revisions.takeBack(author, now, out)) {
            others(null, author, now, out);
            return List.of();
        }
        DrugReader.Drug drug = drugs.drug(concept(administration));
        if (drug instanceof DrugReader.Drug.OfNoInterest(String name)) {
            out.ignore("not graded: " + name);
            return List.of();
        }
        if (drug instanceof DrugReader.Drug.Unknown(String reason)) {
            if (withdrawn) {
                out.ignore("withdrawn, and never charted: " + reason);
            } else {
                out.refuse(reason);
            }
            return List.of();
        }
        switch (status) {
            case "in-progress", "completed", "stopped", "entered-in-error" -> {}
            case "not-done" -> {
                if (!administration.hasEffective()) {
                    out.ignore("not given");
                    return List.of();
                }
            }
            default -> {
                out.refuse("the status '%s' is not accepted".formatted(status));
                return List.of();
            }
        }
        Given given;
        try {
            given = given(administration);
        } catch (FhirTime.NoTimeException e) {
            out.refuse(e.reason());
            return List.of();
        }
        StayDirectory.Found found =
                subjects.whose(
                        administration.hasSubject() ? administration.getSubject() : null,
                        administration.hasContext() ? administration.getContext() : null,
                        administration,
                        given.from());
        if (found instanceof StayDirectory.Found.Nobody(String reason)) {
            Subjects.nobody(reason, withdrawn, out);
            return List.of();
        }
        StayId stay = ((StayDirectory.Found.Of) found).stay();
        if (!withdrawn && subjects.isAhead(stay, given.from(), now)) {
            out.refuse(FhirTime.AHEAD);
            return List.of();
        }
        Instant end = given.to();
        if (!withdrawn && end != null && subjects.isAhead(stay, end, now)) {
            out.refuse("accepted, but not its end: " + FhirTime.AHEAD);
            given = new Given(given.from(), null);
        }
        if (drug instanceof DrugReader.Drug.Cells(String product)) {
            infused(stay, product, given, withdrawn, author, now, out);
            return List.of();
        }
        Outcome said = withdrawn ? new Outcome(out.item()) : out;
        List<Charted> facts = facts(administration, drug, status, given, stay, author, said);
        if (withdrawn) {
            revisions.withdraw(
                    facts, stay, given.from(), fact -> isOf(drug, fact), author, now, out);
            others(null, author, now, out);
            return List.of();
        }
        if (!facts.isEmpty()) {
            revisions.chart(facts, CodeTable.Handling.ACCEPT, author, now, out);
            others(run(administration, status, given, facts, author, out), author, now, out);
        } else if (!out.refused().isEmpty()) {
            revisions.nothing(author, out);
        }
        return facts;
    }

    private CodeableConcept concept(MedicationAdministration administration) {
        if (administration.getMedication() instanceof CodeableConcept concept) {
            return concept;
        }
        Optional<Medication> medication =
                administration.hasMedicationReference()
                        ? subjects.references()
                                .find(
                                        administration.getMedicationReference(),
                                        administration,
                                        Medication.class)
                        : Optional.empty();
        return medication
                .map(Medication::getCode)
                .orElseGet(
                        () ->
                                new CodeableConcept()
                                        .setText(
                                                administration.hasMedicationReference()
                                                        ? administration
                                                                .getMedicationReference()
                                                                .getDisplay()
                                                        : ""));
    }

    private static Given given(MedicationAdministration administration)
            throws FhirTime.NoTimeException {
        if (administration.getEffective() instanceof Period period) {
            Instant start = FhirTime.start(period);
            return new Given(start, period.hasEnd() ? FhirTime.of(period.getEndElement()) : null);
        }
        return new Given(
                FhirTime.of(
                        administration.getEffective() instanceof BaseDateTimeType time
                                ? time
                                : null),
                null);
    }

    private static boolean isOf(DrugReader.Drug drug, Observation fact) {
        return fact instanceof Observation.VasopressorCharted(VasopressorInfusion infusion)
                ? drug.equals(new DrugReader.Drug.Pressor(infusion.drug()))
                : fact instanceof Observation.TreatmentGiven(Treatment treatment)
                        && drug.equals(new DrugReader.Drug.Given(treatment.ingredient()));
    }

    private void infused(
            StayId stay,
            String product,
            Given given,
            boolean withdrawn,
            Author author,
            Instant now,
            Outcome out) {
        if (withdrawn) {
            subjects.infusionWithdrawn(stay, given.from(), out);
            return;
        }
        out.accept(
                new Entry(
                        stay,
                        given.from(),
                        now,
                        author,
                        new Entry.InfusionCharted(new Infusion(product, given.from()))));
    }

    private List<Charted> facts(
            MedicationAdministration administration,
            DrugReader.Drug drug,
            String status,
            Given given,
            StayId stay,
            Author author,
            Outcome out) {
        return switch (drug) {
            case DrugReader.Drug.Pressor(Vasopressor pressor) ->
                    pressor(administration, pressor, status, given, stay, author, out).stream()
                            .map(one -> new Charted(stay, one.at(), one.observation()))
                            .toList();
            case DrugReader.Drug.Given(String name) ->
                    List.of(
                            new Charted(
                                    stay,
                                    given.from(),
                                    new Observation.TreatmentGiven(
                                            treatment(administration, name))));
            case DrugReader.Drug.Cells cells -> List.of();
            case DrugReader.Drug.OfNoInterest none -> List.of();
            case DrugReader.Drug.Unknown unknown -> List.of();
        };
    }

    private static Treatment treatment(MedicationAdministration administration, String name) {
        MedicationAdministrationDosageComponent dosage = administration.getDosage();
        DrugAmount amount = DrugReader.amount(dosage.hasDose() ? dosage.getDose() : null);
        String text =
                administration.hasNote()
                        ? administration.getNote().stream()
                                .map(Annotation::getText)
                                .collect(Collectors.joining(" "))
                        : dosage.hasText() ? dosage.getText() : "";
        return new Treatment(name, amount, text);
    }

    private record Moment(Instant at, Observation observation) {}

    private List<Moment> pressor(
            MedicationAdministration administration,
            Vasopressor drug,
            String status,
            Given given,
            StayId stay,
            Author author,
            Outcome out) {
        MedicationAdministrationDosageComponent dosage = administration.getDosage();
        if (dosage.hasRoute()
                && Concepts.names(dosage.getRoute()).stream()
                        .noneMatch(name -> INTO_A_VEIN.matcher(name).find())) {
            out.refuse(
                    "no infusion into a vein as far as its route tells: '%s'"
                            .formatted(Concepts.shown(dosage.getRoute())));
            return List.of();
        }
        boolean moment = !(administration.getEffective() instanceof Period);
        if (moment && dosage.hasDose() && !dosage.hasRate()) {
            out.refuse("a single dose of a vasopressor is no infusion");
            return List.of();
        }
        if (moment && status.equals("stopped")) {
            VasopressorInfusion stop = VasopressorInfusion.stopped(drug);
            Administrations.Run run =
                    new Administrations.Run(
                            Revisions.key(out.item()),
                            stay,
                            author.name(),
                            stop,
                            given.from(),
                            given.from());
            return List.of(
                    charted(
                            given.from(),
                            administrations
                                    .beside(run, given.from(), null, "")
                                    .map(Administrations.Run::infusion)
                                    .orElse(stop)));
        }
        DrugReader.Rate rate = drugs.rate(drug, dosage.hasRate() ? dosage.getRate() : null);
        boolean own = administration.hasExtension(FhirCodes.SALT);
        if (rate.dose() == null && !own) {
            out.refuse(
                    "%s: the drug is charted as running at an unknown dose"
                            .formatted(rate.reason()));
        }
        VasopressorInfusion infusion =
                new VasopressorInfusion(
                        drug, rate.dose(), own ? salt(administration) : Salt.UNSTATED);
        List<Moment> moments = new ArrayList<>();
        moments.add(charted(given.from(), infusion));
        Instant to = given.to();
        if (to != null) {
            Administrations.Run run =
                    new Administrations.Run(
                            Revisions.key(out.item()),
                            stay,
                            author.name(),
                            infusion,
                            given.from(),
                            to);
            administrations
                    .end(run, to, null, "")
                    .ifPresent(end -> moments.add(charted(to, end, infusion, out)));
        } else if (!moment && !status.equals("in-progress")) {
            out.refuse("%s, and it has no end: the stop is not charted".formatted(status));
        }
        return moments;
    }

    private static Moment charted(
            Instant at, VasopressorInfusion end, VasopressorInfusion of, Outcome out) {
        if (end.rate() == null && of.rate() != null) {
            out.refuse(
                    "accepted, but whether another administration of %s goes on at its end cannot"
                                    .formatted(of.drug().id())
                            + " be told: the drug is charted as running at an unknown dose");
        }
        return charted(at, end);
    }

    /** The run that an administration is from now on; {@code null} when it is none. */
    private static Administrations.@Nullable Run run(
            MedicationAdministration administration,
            String status,
            Given given,
            List<Charted> facts,
            Author author,
            Outcome out) {
        boolean over = !status.equals("in-progress") && given.to() == null;
        Charted first = facts.getFirst();
        return !over
                        && administration.getEffective() instanceof Period
                        && first.observation()
                                instanceof
                                Observation.VasopressorCharted(VasopressorInfusion infusion)
                ? new Administrations.Run(
                        Revisions.key(out.item()),
                        first.stay(),
                        author.name(),
                        infusion,
                        given.from(),
                        given.to())
                : null;
    }

    /**
     * Charts anew the ends of other administrations of the drug, that this one shows in another
     * light.
     *
     * @param run what it is from now on, or {@code null} when it counts no longer
     */
    private void others(
            Administrations.@Nullable Run run, Author author, Instant now, Outcome out) {
        String key = Revisions.key(out.item());
        if (key.isEmpty()) {
            return;
        }
        Administrations.Run before = administrations.of(key).orElse(null);
        Administrations.Run any = run == null ? before : run;
        if (any == null) {
            return;
        }
        for (Administrations.Run other : administrations.ended(any)) {
            Instant to = other.to();
            List<Charted> was = revisions.remembered(other.key()).orElse(List.of());
            if (to == null || was.isEmpty()) {
                continue;
            }
            boolean touched =
                    (run != null && run.goesOnAt(to)) || (before != null && before.goesOnAt(to));
            if (!touched) {
                continue;
            }
            List<Charted> is = new ArrayList<>(was.subList(0, 1));
            administrations
                    .end(other, to, run, run == null ? key : "")
                    .map(end -> new Charted(other.stay(), to, charted(to, end).observation()))
                    .ifPresent(is::add);
            revisions.again(was, is, author, now, out);
            out.onceKept(() -> revisions.remember(other.key(), is));
        }
        out.onceKept(
                () -> {
                    administrations.forget(key);
                    if (run != null) {
                        administrations.remember(run);
                    }
                });
    }

    private static Moment charted(Instant at, VasopressorInfusion infusion) {
        return new Moment(at, new Observation.VasopressorCharted(infusion));
    }

    private static Salt salt(MedicationAdministration administration) {
        String word = administration.getExtensionString(FhirCodes.SALT);
        return LocalFacts.word(Salt.class, word).orElse(Salt.UNSTATED);
    }
}
