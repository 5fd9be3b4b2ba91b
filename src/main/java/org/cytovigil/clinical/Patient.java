package org.cytovigil.clinical;

import org.jspecify.annotations.Nullable;

/**
 * Whom a stay is about, as far as grading and the screens need it.
 *
 * @param name the name to show, family name first; a demonstration or de-identified patient has an
 *     invented one
 * @param recordNumber the medical record number
 * @param ageYears age in years with a fraction for infants, or {@code null} when unknown
 * @param weight dosing weight at admission, or {@code null} when unknown
 * @param baseline what was usual for the patient before treatment
 */
public record Patient(
        String name,
        String recordNumber,
        @Nullable Double ageYears,
        @Nullable Weight weight,
        Baseline baseline) {

    /** Whether no grade can differ between the two: they differ in name or number at most. */
    public boolean gradedLike(Patient other) {
        return equals(other.named(name, recordNumber));
    }

    /** The same patient by another name and number. */
    public Patient named(String shownName, String number) {
        return new Patient(shownName, number, ageYears, weight, baseline);
    }

    /**
     * What was usual for the patient before treatment.
     *
     * @param oxygen the oxygen device used at home, or {@code null} for none
     * @param systolic the usual systolic pressure, or {@code null} when unknown
     */
    public record Baseline(@Nullable OxygenSupport oxygen, @Nullable Pressure systolic) {
        /** No home oxygen and no known usual pressure. */
        public static final Baseline NONE = new Baseline(null, null);
    }
}
