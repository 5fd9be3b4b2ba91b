package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;

/** The facts of a picture, axis by axis, in words, and those of them that decide the grade. */
final class FactsStated {
    private static final String STATED = "hypotension stated by the clinician";

    private final Assessment assessment;
    private final ClinicalPicture picture;
    private final SitePolicy policy;
    private final Axis axis;
    private final List<StatedFact> facts = new ArrayList<>();

    private FactsStated(Axis axis, Assessment assessment) {
        this.axis = axis;
        this.assessment = assessment;
        this.picture = assessment.picture();
        this.policy = assessment.policy();
    }

    /** The facts of one axis, those that decide before those that only bear on it. */
    static List<StatedFact> on(Axis axis, Assessment assessment) {
        FactsStated stated = new FactsStated(axis, assessment);
        switch (axis) {
            case OUTCOME -> stated.attribution(AttributionScope.WHOLE, "attributed");
            case PRESSURE -> stated.pressure();
            case OXYGEN -> stated.oxygen();
            case ORGANS -> stated.facts.addAll(OrganFacts.of(assessment));
            case NEUROLOGY -> stated.facts.addAll(NeurologyFacts.of(assessment));
            case FEVER -> stated.fever();
        }
        return stated.facts;
    }

    /**
     * The facts behind the deciding criterion, without which it would not apply; empty when it is
     * the want of a fact that decides, and for death.
     */
    static List<StatedFact> deciding(Assessment assessment) {
        Finding finding = assessment.deciding();
        FactsStated stated = new FactsStated(finding.axis(), assessment);
        switch (finding.axis()) {
            case OUTCOME -> stated.decidingOutcome();
            case PRESSURE -> stated.decidingPressure();
            case OXYGEN -> stated.decidingOxygen(finding);
            case ORGANS -> stated.facts.addAll(OrganFacts.deciding(assessment));
            case NEUROLOGY -> stated.facts.addAll(NeurologyFacts.deciding(assessment));
            case FEVER -> stated.decidingFever(finding);
        }
        return stated.facts;
    }

    private void measured(String words, Instant at, String how) {
        facts.add(StatedFact.measured(axis, words, at, how));
    }

    private void standing(String words) {
        facts.add(StatedFact.standing(axis, words));
    }

    private void attribution(AttributionScope scope, String words) {
        String cause = picture.attributions().get(scope);
        if (cause != null) {
            standing(words + ": " + cause);
        }
    }

    private void pressureAttribution() {
        attribution(AttributionScope.PRESSURE, "pressure attributed");
    }

    private void oxygenAttribution() {
        attribution(AttributionScope.OXYGEN, "oxygen support attributed");
    }

    private void decidingOutcome() {
        if (!picture.died()) {
            attribution(AttributionScope.WHOLE, "attributed");
        }
    }

    private void pressure() {
        pressureAttribution();
        picture.vasopressors().drugs().forEach(this::vasopressor);
        pressureReading();
        hypotensionStated();
        if (picture.bolusesCounted() > 0) {
            bolus();
        }
    }

    private void decidingPressure() {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            pressureAttribution();
            return;
        }
        boolean systolicAlone = GradingScales.of(assessment.scale()).systolicAlone();
        boolean low =
                Hypotension.lowReading(picture, policy, systolicAlone) == ClinicalPicture.Known.YES;
        if (picture.countedVasopressors(policy) > 0) {
            decidingVasopressors();
            // Only the review asks whether the pressure is still low on them.
            if (low
                    && assessment.scale() == ScaleId.REVIEW
                    && DoseLevel.of(picture, policy) == DoseLevel.HIGH) {
                pressureReading();
            }
            return;
        }
        if (low) {
            pressureReading();
        }
        hypotensionStated();
        if (picture.recentBolus(policy) || severalBolusesCount()) {
            bolus();
        }
        if (facts.isEmpty()) {
            pressureReading();
        }
    }

    private boolean severalBolusesCount() {
        return assessment.scale() == ScaleId.PENN
                && picture.bolusesCounted() >= policy.get(Settings.PENN_BOLUSES);
    }

    private void decidingVasopressors() {
        boolean butVasopressin =
                assessment.scale() == ScaleId.ASTCT_2019
                        && picture.countedVasopressorsButVasopressin(policy) >= 2;
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            Vasopressor drug = running.infusion().drug();
            boolean leftOut = butVasopressin && drug.role() == Vasopressor.Role.VASOPRESSIN;
            if (ClinicalPicture.counts(drug, policy) && !leftOut) {
                vasopressor(running);
            }
        }
    }

    private void vasopressor(RunningVasopressor running) {
        boolean assumed =
                running.infusion().drug() == Vasopressor.NOREPINEPHRINE
                        && running.infusion().salt() == Salt.UNSTATED
                        && running.infusion().rate() != null;
        String how = assumed ? "mass taken for " + policy.text(Settings.NOREPINEPHRINE_MASS) : "";
        facts.add(
                StatedFact.running(
                        axis,
                        Wording.infusion(running.infusion()),
                        running.since(),
                        running.doseSince(),
                        how));
    }

    private void pressureReading() {
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
    }

    private void hypotensionStated() {
        if (picture.hypotensionStated()) {
            standing(STATED);
        }
    }

    private void bolus() {
        Instant last = picture.lastBolus();
        if (last != null) {
            int count = picture.bolusesCounted();
            measured(
                    count <= 1
                            ? "fluid bolus"
                            : "the last of %d fluid boluses within %s"
                                    .formatted(
                                            count,
                                            Wording.duration(
                                                    policy.get(Settings.PENN_BOLUSES_WITHIN))),
                    last,
                    "");
        }
    }

    private void oxygen() {
        oxygenAttribution();
        device();
        saturation();
    }

    private void decidingOxygen(Finding finding) {
        if (picture.attributed(AttributionScope.OXYGEN)) {
            oxygenAttribution();
        } else if (finding.missing() == MissingFact.ANSWER_TO_HYPOXIA) {
            saturation();
            device();
        } else {
            // Without a device it is its absence that decides, and the saturation is no fact for
            // that.
            device();
        }
    }

    private void device() {
        if (picture.oxygen()
                instanceof Reading.Measured<OxygenSupport>(OxygenSupport value, Instant at)) {
            measured(Wording.oxygen(value), at, estimate(value));
        }
    }

    private void saturation() {
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

    private void fever() {
        temperature();
        symptoms();
    }

    private void decidingFever(Finding finding) {
        if (finding.equals(CommonFindings.SYMPTOMS)) {
            symptoms();
        } else {
            temperature();
        }
    }

    private void temperature() {
        if (picture.temperature()
                instanceof Reading.Measured<BodyTemperature>(BodyTemperature value, Instant at)) {
            String site =
                    value.site() == TemperatureSite.UNSTATED
                            ? ""
                            : value.site().name().toLowerCase(Locale.ROOT);
            measured("%s °C".formatted(Wording.tenths(value.value().celsius())), at, site);
        }
    }

    private void symptoms() {
        if (picture.symptoms()) {
            standing("constitutional symptoms");
        }
    }
}
