package org.cytovigil.feed.simulator;

import org.cytovigil.clinical.Weight;

/**
 * What a synthetic course is to be. The seed fills in the rest.
 *
 * @param callSign the invented given name, shown after the family name DEMO
 * @param number the number in the record number, DEMO-nn
 * @param product what was infused
 * @param ageYears age, 1 to 95 years; up to 10 the child's blood pressure limits hold
 * @param weight dosing weight
 * @param onsetHour hours from the infusion to the first fever, met within about three hours
 * @param peakGrade the highest ASTCT grade of the course, 0 to 4
 * @param axis which axis carries the peak; without meaning for peaks 0 and 1
 * @param hoursToPeak hours from the first fever to the start of the peak grade, met within about a
 *     tenth; without meaning for peaks 0 and 1
 * @param durationHours hours from the first fever to the end of the syndrome, met as far as the
 *     peak allows
 * @param lengthDays how long the course is charted after the infusion, 10 to 14 days
 * @param artefacts whether two slips are charted: a systolic pressure of 8 and a Fahrenheit number
 *     labelled Celsius
 */
public record CourseProfile(
        String callSign,
        int number,
        CarTProduct product,
        double ageYears,
        Weight weight,
        int onsetHour,
        int peakGrade,
        Axis axis,
        int hoursToPeak,
        int durationHours,
        int lengthDays,
        boolean artefacts) {

    /**
     * The axis that reaches the peak grade; the other one stays a grade below, or at none for a
     * peak of 2.
     */
    public enum Axis {
        PRESSURE,
        OXYGEN,
        BOTH
    }

    private static final int SHORTEST_DAYS = 10;
    private static final int LONGEST_DAYS = 14;
    // Hours for the peak to be reached, treated and weaned before the record ends.
    private static final int AFTER_PEAK_HOURS = 48;

    /**
     * @throws IllegalArgumentException when a number is outside its range, or the peak would come
     *     too late for the course's length
     */
    public CourseProfile {
        require(ageYears >= 1 && ageYears <= 95, "age must be 1 to 95 years");
        require(weight.kilograms() >= 7 && weight.kilograms() <= 240, "weight must be 7 to 240 kg");
        require(peakGrade >= 0 && peakGrade <= 4, "peak grade must be 0 to 4");
        require(
                lengthDays >= SHORTEST_DAYS && lengthDays <= LONGEST_DAYS,
                "length must be 10 to 14 days");
        require(
                onsetHour >= 24 * product.firstOnsetDay()
                        && onsetHour < 24 * (product.lastOnsetDay() + 1),
                "onset must lie within the product's published days");
        require(
                peakGrade < 2 || hoursToPeak >= 12,
                "pressure and oxygen follow fever by 12 h or more");
        require(peakGrade < 3 || hoursToPeak >= 24, "grade 3 follows fever by 24 h or more");
        require(durationHours >= 24, "duration must be 24 h or more");
        int peakHour = onsetHour + (peakGrade < 2 ? 0 : hoursToPeak);
        require(
                peakGrade == 0 || peakHour + AFTER_PEAK_HOURS <= 24 * lengthDays,
                "the peak must come 48 h before the end of the course or earlier");
    }

    /**
     * A course as the product's publications have it at the median: onset, duration by grade, and
     * the time from onset to the peak (grade 3 after 24-72 h; tisa-cel's grade 4 after 4.5 days).
     *
     * @throws IllegalArgumentException when age, weight or peak grade is outside its range
     */
    public static CourseProfile typical(
            CarTProduct product, double ageYears, Weight weight, int peakGrade) {
        int onset = 24 * product.medianOnsetDay() + 8;
        int toPeak =
                switch (peakGrade) {
                    case 2 -> 22;
                    case 3 -> 38;
                    case 4 -> product == CarTProduct.TISA_CEL ? 108 : 62;
                    default -> 0;
                };
        // Severer courses last longer: tisa-cel's grades 3 and 4 took 10 days against 8 of all.
        double share = 0.45 + 0.2 * peakGrade;
        int room = 24 * LONGEST_DAYS - onset - 24;
        // Fever alone that lasts longer than three or four days is treated like grade 2.
        int longest = peakGrade < 2 ? 96 : room;
        int duration = Math.clamp((int) (24 * product.medianDurationDays() * share), 48, longest);
        int days =
                Math.clamp(
                        (onset + Math.max(duration, toPeak + 96)) / 24 + 2,
                        SHORTEST_DAYS,
                        LONGEST_DAYS);
        return new CourseProfile(
                product.label(),
                0,
                product,
                ageYears,
                weight,
                onset,
                peakGrade,
                Axis.BOTH,
                toPeak,
                duration,
                days,
                false);
    }

    /** The same course of a patient of that name and number. */
    public CourseProfile named(String newCallSign, int newNumber) {
        return new CourseProfile(
                newCallSign,
                newNumber,
                product,
                ageYears,
                weight,
                onsetHour,
                peakGrade,
                axis,
                hoursToPeak,
                durationHours,
                lengthDays,
                artefacts);
    }

    /**
     * The same course at other times.
     *
     * @throws IllegalArgumentException when they do not fit the product, the peak or the length
     */
    public CourseProfile timed(
            int newOnsetHour, int newHoursToPeak, int newDurationHours, int newLengthDays) {
        return new CourseProfile(
                callSign,
                number,
                product,
                ageYears,
                weight,
                newOnsetHour,
                peakGrade,
                axis,
                newHoursToPeak,
                newDurationHours,
                newLengthDays,
                artefacts);
    }

    /** The same course with the peak carried by that axis. */
    public CourseProfile on(Axis newAxis) {
        return new CourseProfile(
                callSign,
                number,
                product,
                ageYears,
                weight,
                onsetHour,
                peakGrade,
                newAxis,
                hoursToPeak,
                durationHours,
                lengthDays,
                artefacts);
    }

    /** The same course with the two charting slips. */
    public CourseProfile withArtefacts() {
        return new CourseProfile(
                callSign,
                number,
                product,
                ageYears,
                weight,
                onsetHour,
                peakGrade,
                axis,
                hoursToPeak,
                durationHours,
                lengthDays,
                true);
    }

    /** The grade that the pressure axis reaches: 0, 2, 3 or 4. */
    int pressurePeak() {
        return axis == Axis.OXYGEN ? belowPeak() : ownPeak();
    }

    /** The grade that the oxygen axis reaches: 0, 2, 3 or 4. */
    int oxygenPeak() {
        return axis == Axis.PRESSURE ? belowPeak() : ownPeak();
    }

    private int ownPeak() {
        return peakGrade < 2 ? 0 : peakGrade;
    }

    private int belowPeak() {
        return peakGrade < 3 ? 0 : peakGrade - 1;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
