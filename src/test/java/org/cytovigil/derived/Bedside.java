package org.cytovigil.derived;

import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.PictureFold;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/** A course charted by a test, and the derived values of its pictures. */
final class Bedside {
    private final PictureFold fold;

    private Bedside(Patient patient) {
        fold = new PictureFold(patient, SitePolicy.DEFAULT);
    }

    /** 45 years, 70 kg. */
    static Bedside adult() {
        return of(45.0, 70.0);
    }

    static Bedside of(@Nullable Double age, @Nullable Double kilograms) {
        return new Bedside(Facts.patient(age, kilograms));
    }

    Bedside at(double hours, Observation... set) {
        for (Observation observation : set) {
            fold.add(Facts.hour(hours), observation);
        }
        return this;
    }

    ClinicalPicture picture(double hours) {
        return fold.picture(Facts.hour(hours));
    }

    DerivedValue value(String name, double hours) {
        return DerivedValues.of(picture(hours), SitePolicy.DEFAULT).stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Observation pulse(double perMinute) {
        return new Observation.HeartRate(perMinute);
    }

    static Observation breathing(double perMinute) {
        return new Observation.RespiratoryRate(perMinute);
    }

    static Observation laboratory(Analyte analyte, double value) {
        return new Observation.LaboratoryResult(analyte, value);
    }

    static Observation given(String drug, @Nullable Double milligrams) {
        return new Observation.TreatmentGiven(
                new Treatment(drug, milligrams == null ? null : new DrugAmount(milligrams), ""));
    }

    static Observation consciousness(@Nullable Consciousness consciousness, boolean sedated) {
        return new Observation.NeurologicalExamination(
                null, null, consciousness, null, null, null, sedated);
    }

    static Observation awake() {
        return consciousness(Consciousness.AWAKE, false);
    }

    static NeurologicalExamination examination(Observation observation) {
        return (NeurologicalExamination) observation;
    }

    /** The number, when it is determined. */
    static double exact(DerivedValue value) {
        if (value.result() instanceof DerivedValue.Result.Amount amount && amount.exact()) {
            return amount.least();
        }
        throw new AssertionError(value.name() + " is no number: " + value);
    }

    static DerivedValue.Result.Amount range(DerivedValue value) {
        return (DerivedValue.Result.Amount) value.result();
    }
}
