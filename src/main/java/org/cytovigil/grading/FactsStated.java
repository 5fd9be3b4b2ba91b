package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.jspecify.annotations.Nullable;

/** The facts of a picture, axis by axis, in words. */
final class FactsStated {
    private final ClinicalPicture picture;
    private final SitePolicy policy;
    private final Axis axis;
    private final List<StatedFact> facts = new ArrayList<>();

    private FactsStated(Axis axis, Assessment assessment) {
        this.axis = axis;
        this.picture = assessment.picture();
        this.policy = assessment.policy();
    }

    /** The facts of one axis, those that decide before those that only bear on it. */
    static List<StatedFact> on(Axis axis, Assessment assessment) {
        FactsStated stated = new FactsStated(axis, assessment);
        switch (axis) {
            case OUTCOME -> stated.attribution();
            case PRESSURE -> stated.pressure();
            case OXYGEN -> stated.oxygen();
            case ORGANS -> stated.organs();
            case NEUROLOGY -> stated.neurology();
            case FEVER -> stated.fever();
        }
        return stated.facts;
    }

    private void measured(String words, Instant at, String how) {
        facts.add(StatedFact.measured(axis, words, at, how));
    }

    private void standing(String words) {
        facts.add(StatedFact.standing(axis, words));
    }

    private void attribution() {
        picture.attributions().forEach((scope, cause) -> standing("attributed: " + cause));
    }

    private void pressure() {
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            boolean assumed =
                    running.infusion().drug() == Vasopressor.NOREPINEPHRINE
                            && running.infusion().salt() == Salt.UNSTATED
                            && running.infusion().rate() != null;
            String how =
                    assumed ? "mass taken for " + policy.text(Settings.NOREPINEPHRINE_MASS) : "";
            facts.add(
                    StatedFact.since(
                            axis, Wording.infusion(running.infusion()), running.doseSince(), how));
        }
        if (picture.pressure()
                instanceof Reading.Measured<BloodPressure>(BloodPressure value, Instant at)) {
            String source =
                    switch (value.source()) {
                        case CUFF -> "cuff";
                        case ARTERIAL_LINE -> "arterial line";
                        case UNSTATED -> "";
                    };
            measured(Wording.pressure(value), at, source);
        }
        if (picture.hypotensionStated()) {
            standing("hypotension stated by the clinician");
        }
        if (picture.lastBolus() != null && picture.bolusesCounted() > 0) {
            measured("fluid bolus", picture.lastBolus(), "");
        }
    }

    private void oxygen() {
        if (picture.oxygen()
                instanceof Reading.Measured<OxygenSupport>(OxygenSupport value, Instant at)) {
            measured(Wording.oxygen(value), at, estimate(value));
        }
        if (picture.saturation()
                instanceof Reading.Measured<OxygenSaturation>(OxygenSaturation value, Instant at)) {
            measured("SpO2 %s %%".formatted(Wording.number(value.percent())), at, "");
        }
    }

    private String estimate(OxygenSupport support) {
        InspiredOxygen inspired = InspiredOxygen.of(support, policy);
        OxygenFraction fraction = inspired.fraction();
        return inspired.estimated() && fraction != null
                ? "FiO2 estimated at %s %%".formatted(Wording.number(fraction.percent()))
                : "";
    }

    private void organs() {
        picture.organToxicity()
                .forEach(
                        (organ, grade) ->
                                standing(
                                        "%s toxicity CTCAE grade %d"
                                                .formatted(
                                                        organ.name().toLowerCase(Locale.ROOT),
                                                        grade)));
        if (picture.coagulopathyTreated()) {
            standing("coagulopathy treated with plasma products");
        }
        if (picture.intravenousTherapy()) {
            standing("intravenous therapy for symptoms");
        }
    }

    private void neurology() {
        if (!(picture.neurology()
                instanceof
                Reading.Measured<NeurologicalExamination>(
                        NeurologicalExamination found,
                        Instant at))) {
            return;
        }
        IceScore ice = found.ice();
        if (ice != null) {
            measured("ICE " + points(ice.least(), ice.most()), at, "");
        }
        CapdScore capd = found.capd();
        if (capd != null) {
            measured("CAPD " + points(capd.least(), capd.most()), at, "");
        }
        part("consciousness: ", found.consciousness(), at);
        part("seizure: ", found.seizure(), at);
        part("oedema: ", found.oedema(), at);
        if (Boolean.TRUE.equals(found.motorWeakness())) {
            measured("motor weakness", at, "");
        }
        if (Boolean.TRUE.equals(found.sedated())) {
            measured("sedated", at, "");
        }
    }

    private static String points(int least, int most) {
        return least == most ? Integer.toString(least) : least + " to " + most;
    }

    private void part(String what, @Nullable Enum<?> value, Instant at) {
        if (value != null) {
            measured(what + value.name().toLowerCase(Locale.ROOT).replace('_', ' '), at, "");
        }
    }

    private void fever() {
        if (picture.temperature()
                instanceof Reading.Measured<BodyTemperature>(BodyTemperature value, Instant at)) {
            String site =
                    value.site() == TemperatureSite.UNSTATED
                            ? ""
                            : value.site().name().toLowerCase(Locale.ROOT);
            measured("%s °C".formatted(Wording.tenths(value.value().celsius())), at, site);
        }
        if (picture.symptoms()) {
            standing("constitutional symptoms");
        }
    }
}
