package org.cytovigil.clinical;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a patient, charted or measured. When it was so stands beside it, in the ledger's
 * entry; facts of one stay with the same time form a charted set.
 */
public sealed interface Observation {
    /**
     * Whether no grade, alarm, check or charted set goes by it, whatever it says: it stands beside
     * the course.
     */
    default boolean standsAside() {
        return this instanceof Note
                || this instanceof BodyHeight
                || this instanceof RiskFactorCharted;
    }

    /**
     * A body temperature.
     *
     * @param value the temperature
     * @param site where it was taken
     * @param unitAssumed whether the value came without a unit and was read as Fahrenheit
     */
    record BodyTemperature(Temperature value, TemperatureSite site, boolean unitAssumed)
            implements Observation {}

    /**
     * Where a temperature was taken; no scale names a site, so it is shown and never corrected for.
     */
    enum TemperatureSite {
        UNSTATED,
        ORAL,
        AXILLARY,
        TYMPANIC,
        TEMPORAL,
        RECTAL,
        BLADDER,
        ESOPHAGEAL,
        CORE
    }

    /**
     * A blood pressure; a part that was not charted is {@code null}, and at least one part is
     * there.
     */
    record BloodPressure(
            @Nullable Pressure systolic,
            @Nullable Pressure diastolic,
            @Nullable Pressure mean,
            PressureSource source)
            implements Observation {

        /**
         * The mean as charted, else a third of systolic plus twice diastolic (Clinical basis
         * section 1).
         *
         * @return {@code null} when neither is known
         */
        public @Nullable Pressure meanOrDerived() {
            if (mean != null) {
                return mean;
            }
            return systolic == null || diastolic == null
                    ? null
                    : new Pressure((systolic.mmHg() + 2 * diastolic.mmHg()) / 3);
        }
    }

    /** What measured a blood pressure: cuff and line disagree, so the source is always shown. */
    enum PressureSource {
        UNSTATED,
        CUFF,
        ARTERIAL_LINE
    }

    /** Oxygen saturation by pulse oximetry, in per cent. */
    record OxygenSaturation(double percent) implements Observation {}

    /** Heart rate in beats a minute. */
    record HeartRate(double perMinute) implements Observation {}

    /** Respiratory rate in breaths a minute. */
    record RespiratoryRate(double perMinute) implements Observation {}

    /** A charted body weight; it holds for doses from its time on. */
    record BodyWeight(Weight weight) implements Observation {}

    /** A charted body height. No grade, alarm or check goes by it. */
    record BodyHeight(Height height) implements Observation {}

    /**
     * A risk factor of severe CRS; of those that say the same thing the one charted last stands. No
     * grade, alarm or check goes by it.
     */
    record RiskFactorCharted(RiskFactor risk) implements Observation {}

    /** The oxygen device and its settings, replacing the earlier device whole. */
    record OxygenDevice(OxygenSupport support) implements Observation {}

    /**
     * New settings of the device in use, or, with neither, the charting that it is still in use.
     */
    record OxygenSettings(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2)
            implements Observation {}

    /** One drug: started, changed, or stopped (dose 0). */
    record VasopressorCharted(VasopressorInfusion infusion) implements Observation {}

    /** All drugs that run: one that ran and is not listed has been stopped. */
    record VasopressorList(List<VasopressorInfusion> infusions) implements Observation {
        public VasopressorList {
            infusions = List.copyOf(infusions);
        }
    }

    /** The clinician says the patient is hypotensive; it holds for the charted set it stands in. */
    record HypotensionStated() implements Observation {}

    /** A fluid bolus, taken as given for hypotension. */
    record FluidBolus(double millilitres) implements Observation {}

    /** A drug given, other than a vasopressor. */
    record TreatmentGiven(Treatment treatment) implements Observation {}

    /**
     * Constitutional symptoms (malaise, myalgia, headache ...); none when {@code false}. Holds
     * until charted anew.
     */
    record ConstitutionalSymptoms(boolean present) implements Observation {}

    /** Toxicity of one organ by CTCAE grade 0 to 4; holds until charted anew. */
    record OrganToxicity(Organ organ, int ctcaeGrade) implements Observation {}

    /** Organs whose toxicity the scales treat differently. */
    enum Organ {
        RENAL,
        TRANSAMINASES,
        CARDIAC,
        HEPATIC,
        PULMONARY,
        GASTROINTESTINAL,
        COAGULATION,
        NEUROLOGICAL,
        SKIN,
        OTHER
    }

    /** Whether coagulopathy is being treated with plasma products; holds until charted anew. */
    record CoagulopathyTreated(boolean treated) implements Observation {}

    /**
     * Whether symptoms are treated intravenously (fluids for hypotension aside); holds until
     * charted anew.
     */
    record IntravenousTherapy(boolean given) implements Observation {}

    /**
     * A neurological examination after ASTCT 2019; a part that was not examined is {@code null}.
     *
     * @param ice the immune effector cell encephalopathy score
     * @param capd the Cornell assessment of paediatric delirium
     * @param consciousness how the patient is woken
     * @param seizure the worst seizure
     * @param motorWeakness whether there is deep focal weakness such as hemiparesis
     * @param oedema raised intracranial pressure or cerebral oedema
     * @param sedated whether the patient was sedated, so that neither score nor consciousness tells
     *     of encephalopathy
     */
    record NeurologicalExamination(
            @Nullable IceScore ice,
            @Nullable CapdScore capd,
            @Nullable Consciousness consciousness,
            @Nullable Seizure seizure,
            @Nullable Boolean motorWeakness,
            @Nullable CerebralOedema oedema,
            @Nullable Boolean sedated)
            implements Observation {

        public NeurologicalExamination withIce(IceScore other) {
            return new NeurologicalExamination(
                    other, capd, consciousness, seizure, motorWeakness, oedema, sedated);
        }

        public NeurologicalExamination withCapd(CapdScore other) {
            return new NeurologicalExamination(
                    ice, other, consciousness, seizure, motorWeakness, oedema, sedated);
        }

        public NeurologicalExamination withConsciousness(Consciousness other) {
            return new NeurologicalExamination(
                    ice, capd, other, seizure, motorWeakness, oedema, sedated);
        }

        public NeurologicalExamination withSeizure(Seizure other) {
            return new NeurologicalExamination(
                    ice, capd, consciousness, other, motorWeakness, oedema, sedated);
        }

        public NeurologicalExamination withMotorWeakness() {
            return new NeurologicalExamination(
                    ice, capd, consciousness, seizure, true, oedema, sedated);
        }

        public NeurologicalExamination withOedema(CerebralOedema other) {
            return new NeurologicalExamination(
                    ice, capd, consciousness, seizure, motorWeakness, other, sedated);
        }
    }

    /** How a patient is woken, sedation aside. */
    enum Consciousness {
        AWAKE,
        SPONTANEOUSLY,
        TO_VOICE,
        TO_TOUCH,
        UNAROUSABLE
    }

    /** Seizures as ASTCT 2019 tells them apart. */
    enum Seizure {
        NONE,
        RESOLVING,
        PROLONGED
    }

    /** Cerebral oedema as ASTCT 2019 tells it apart. */
    enum CerebralOedema {
        NONE,
        FOCAL,
        DIFFUSE
    }

    /** A laboratory result in the unit of its analyte. */
    record LaboratoryResult(Analyte analyte, double value) implements Observation {}

    /** A clinician attributes a part of the picture to another cause, or withdraws that. */
    record Attributed(AttributionScope scope, boolean withdrawn, String cause)
            implements Observation {}

    /** What an attribution covers. */
    enum AttributionScope {
        WHOLE,
        PRESSURE,
        OXYGEN
    }

    /**
     * A clinician sets another grade than the computed one, which stays visible beside it; or
     * withdraws that.
     *
     * @param scale the scale it is set on
     * @param grade the grade set, 0 to 5, or {@code null} to withdraw the one set before
     * @param reason why
     * @param by who
     */
    record GradeOverridden(ScaleId scale, @Nullable Integer grade, String reason, String by)
            implements Observation {}

    /** A clinician opens an episode of CRS although no fever was charted. */
    record EpisodeOpened() implements Observation {}

    /**
     * What a person wrote down about a moment. No grade, alarm or check goes by it.
     *
     * @param text in lines; what a person wrote, so that it is shown by {@link #oneLine} or {@link
     *     #lines} only
     */
    record Note(String text) implements Observation {
        /** The most characters that are charted. */
        public static final int LONGEST = 2000;

        /** The lines behind one another, without characters that steer what shows them. */
        public String oneLine() {
            return String.join(" / ", lines());
        }

        /** The lines that say something, without characters that steer what shows them. */
        public List<String> lines() {
            return text.lines()
                    .map(line -> OneLine.of(line).strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        /** Says nothing of the text: what people write of a patient belongs in no log. */
        @Override
        public String toString() {
            return "Note[" + text.length() + " characters]";
        }
    }

    /** The patient died of CRS: the only source of grade 5. */
    record DeathDueToCrs() implements Observation {}
}
