package org.cytovigil.grading;

import static org.cytovigil.clinical.DoseUnit.UG_PER_KG_PER_MIN;
import static org.cytovigil.clinical.DoseUnit.UG_PER_MIN;
import static org.cytovigil.grading.Situation.HOUR;

import java.util.List;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;

/**
 * The drugs beside vasopressin. The levels were worked out by hand from the high-dose table: alone,
 * and with vasopressin that has run for five hours.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
enum Drip {
    NONE(0, Level.LOW, Level.LOW),
    LOW(1, Level.LOW, Level.LOW, ne(6, 5 * HOUR)),
    HIGH_SHORT(1, Level.LOW, Level.LOW, ne(20, 3 * HOUR - 1)),
    HIGH_3_H(1, Level.HIGH, Level.HIGH, ne(20, 3 * HOUR)),
    HIGH_LONG(1, Level.HIGH, Level.HIGH, ne(25, 13 * HOUR)),
    UNKNOWN_DOSE(1, Level.OPEN, Level.OPEN, ne(Double.NaN, 5 * HOUR)),
    TWO(2, Level.LOW, Level.LOW, ne(4, 5 * HOUR), of(Vasopressor.EPINEPHRINE, 2, UG_PER_MIN)),
    BELOW_WITH_VASOPRESSIN(1, Level.LOW, Level.LOW, ne(9.9, 5 * HOUR)),
    AT_WITH_VASOPRESSIN(1, Level.LOW, Level.HIGH, ne(10, 5 * HOUR)),
    INOTROPE(0, Level.LOW, Level.LOW, of(Vasopressor.DOBUTAMINE, 5, UG_PER_KG_PER_MIN)),

    NE_JUST_BELOW(1, Level.LOW, Level.HIGH, ne(19.9, 5 * HOUR)),
    // A dip two hours ago, below 10 as well, starts the three hours anew.
    NE_DIP(1, Level.LOW, Level.LOW, ne(25, 8 * HOUR), ne(9, 2 * HOUR), ne(25, 2 * HOUR - 60_000)),
    // Half of 40 of tartrate is 20 of base.
    TARTRATE_AT(1, Level.HIGH, Level.HIGH, tartrate(40)),
    TARTRATE_BELOW(1, Level.LOW, Level.HIGH, tartrate(39)),
    DOPAMINE_AT(1, Level.HIGH, Level.HIGH, of(Vasopressor.DOPAMINE, 10, UG_PER_KG_PER_MIN)),
    // 9.9 / 2 = 4.95 of norepinephrine.
    DOPAMINE_BELOW(1, Level.LOW, Level.LOW, of(Vasopressor.DOPAMINE, 9.9, UG_PER_KG_PER_MIN)),
    PHENYLEPHRINE_AT(1, Level.HIGH, Level.HIGH, of(Vasopressor.PHENYLEPHRINE, 200, UG_PER_MIN)),
    // 199 / 10 = 19.9 of norepinephrine; 99 / 10 = 9.9.
    PHENYLEPHRINE_BELOW(1, Level.LOW, Level.HIGH, of(Vasopressor.PHENYLEPHRINE, 199, UG_PER_MIN)),
    PHENYLEPHRINE_99(1, Level.LOW, Level.LOW, of(Vasopressor.PHENYLEPHRINE, 99, UG_PER_MIN)),
    EPINEPHRINE_AT(1, Level.HIGH, Level.HIGH, of(Vasopressor.EPINEPHRINE, 10, UG_PER_MIN)),
    EPINEPHRINE_BELOW(1, Level.LOW, Level.LOW, of(Vasopressor.EPINEPHRINE, 9.9, UG_PER_MIN)),
    SUM_20(2, Level.HIGH, Level.HIGH, ne(11, 5 * HOUR), of(Vasopressor.EPINEPHRINE, 9, UG_PER_MIN)),
    SUM_19(2, Level.LOW, Level.HIGH, ne(10, 5 * HOUR), of(Vasopressor.EPINEPHRINE, 9, UG_PER_MIN)),
    // One of two at its own limit is high dose although the sum is 11.
    ONE_OF_TWO(
            2,
            Level.HIGH,
            Level.HIGH,
            ne(1, 5 * HOUR),
            of(Vasopressor.EPINEPHRINE, 10, UG_PER_MIN)),
    SUM_20_SHORT(2, Level.LOW, Level.HIGH, ne(11, 5 * HOUR), late(9)),
    // Of three drugs the equivalent is 5 + 5 + 100 / 10 = 20.
    THREE(
            3,
            Level.HIGH,
            Level.HIGH,
            ne(5, 5 * HOUR),
            of(Vasopressor.EPINEPHRINE, 5, UG_PER_MIN),
            of(Vasopressor.PHENYLEPHRINE, 100, UG_PER_MIN)),
    ONE_AND_INOTROPE(
            1,
            Level.LOW,
            Level.LOW,
            ne(6, 5 * HOUR),
            of(Vasopressor.MILRINONE, 0.5, UG_PER_KG_PER_MIN)),
    OPEN_AND_HIGH(2, Level.HIGH, Level.HIGH, ne(Double.NaN, 5 * HOUR), epi(10)),
    OPEN_AND_LOW(2, Level.OPEN, Level.OPEN, ne(Double.NaN, 5 * HOUR), epi(2)),
    STOPPED(0, Level.LOW, Level.LOW, ne(25, 5 * HOUR), ne(0, HOUR)),

    // 0.285 x 70 = 19.95, 0.286 x 70 = 20.02, 0.142 x 70 = 9.94.
    KG_BELOW(1, Level.LOW, Level.HIGH, of(Vasopressor.NOREPINEPHRINE, 0.285, UG_PER_KG_PER_MIN)),
    KG_AT(1, Level.HIGH, Level.HIGH, of(Vasopressor.NOREPINEPHRINE, 0.286, UG_PER_KG_PER_MIN)),
    KG_LOW(1, Level.LOW, Level.LOW, of(Vasopressor.NOREPINEPHRINE, 0.142, UG_PER_KG_PER_MIN)),
    // 700 / 70 = 10 and 693 / 70 = 9.9 ug/kg/min.
    DOPAMINE_ABSOLUTE(1, Level.HIGH, Level.HIGH, of(Vasopressor.DOPAMINE, 700, UG_PER_MIN)),
    DOPAMINE_ABSOLUTE_LOW(1, Level.LOW, Level.LOW, of(Vasopressor.DOPAMINE, 693, UG_PER_MIN)),

    // Without a weight; for 2 to 240 kg that is 0.08 to 9.6, 0.166 to 19.92, 0.168 to 20.16,
    // 19.8 to 2376 and 20 to 2400 ug/min.
    NO_KG_LOWEST(
            Double.NaN,
            1,
            Level.LOW,
            Level.LOW,
            of(Vasopressor.NOREPINEPHRINE, 0.04, UG_PER_KG_PER_MIN)),
    NO_KG_LOW(
            Double.NaN,
            1,
            Level.LOW,
            Level.OPEN,
            of(Vasopressor.NOREPINEPHRINE, 0.083, UG_PER_KG_PER_MIN)),
    NO_KG_OPEN(
            Double.NaN,
            1,
            Level.OPEN,
            Level.OPEN,
            of(Vasopressor.NOREPINEPHRINE, 0.084, UG_PER_KG_PER_MIN)),
    NO_KG_ALMOST(
            Double.NaN,
            1,
            Level.OPEN,
            Level.HIGH,
            of(Vasopressor.NOREPINEPHRINE, 9.9, UG_PER_KG_PER_MIN)),
    NO_KG_HIGH(
            Double.NaN,
            1,
            Level.HIGH,
            Level.HIGH,
            of(Vasopressor.NOREPINEPHRINE, 10, UG_PER_KG_PER_MIN)),
    NO_KG_EPI(
            Double.NaN,
            1,
            Level.LOW,
            Level.LOW,
            of(Vasopressor.EPINEPHRINE, 0.041, UG_PER_KG_PER_MIN)),
    NO_KG_EPI_OPEN(
            Double.NaN,
            1,
            Level.OPEN,
            Level.OPEN,
            of(Vasopressor.EPINEPHRINE, 0.042, UG_PER_KG_PER_MIN)),
    NO_KG_PHE(
            Double.NaN,
            1,
            Level.LOW,
            Level.OPEN,
            of(Vasopressor.PHENYLEPHRINE, 0.8, UG_PER_KG_PER_MIN)),
    NO_KG_PHE_OPEN(
            Double.NaN,
            1,
            Level.OPEN,
            Level.OPEN,
            of(Vasopressor.PHENYLEPHRINE, 0.9, UG_PER_KG_PER_MIN)),
    NO_KG_DOPAMINE(
            Double.NaN, 1, Level.HIGH, Level.HIGH, of(Vasopressor.DOPAMINE, 10, UG_PER_KG_PER_MIN)),
    // 19 / 2 kg = 9.5 at most; 21 is 0.0875 to 10.5; beside vasopressin 9.5 / 2 and 10.5 / 2
    // are far below 10, and with 10.5 the drug's own limit stays open.
    NO_KG_DOPAMINE_LOW(
            Double.NaN, 1, Level.LOW, Level.LOW, of(Vasopressor.DOPAMINE, 19, UG_PER_MIN)),
    NO_KG_DOPAMINE_OPEN(
            Double.NaN, 1, Level.OPEN, Level.OPEN, of(Vasopressor.DOPAMINE, 21, UG_PER_MIN));

    final double kilograms;
    final int count;
    final Level alone;
    final Level besideVasopressin;
    final List<Dose> doses;

    Drip(int count, Level alone, Level besideVasopressin, Dose... doses) {
        this(70, count, alone, besideVasopressin, doses);
    }

    Drip(double kilograms, int count, Level alone, Level besideVasopressin, Dose... doses) {
        this.kilograms = kilograms;
        this.count = count;
        this.alone = alone;
        this.besideVasopressin = besideVasopressin;
        this.doses = List.of(doses);
    }

    private static Dose ne(double amount, long ago) {
        return new Dose(Vasopressor.NOREPINEPHRINE, amount, UG_PER_MIN, Salt.BASE, ago);
    }

    private static Dose epi(double amount) {
        return of(Vasopressor.EPINEPHRINE, amount, UG_PER_MIN);
    }

    private static Dose late(double amount) {
        return new Dose(Vasopressor.EPINEPHRINE, amount, UG_PER_MIN, Salt.BASE, 3 * HOUR - 1);
    }

    private static Dose tartrate(double amount) {
        return new Dose(Vasopressor.NOREPINEPHRINE, amount, UG_PER_MIN, Salt.TARTRATE, 5 * HOUR);
    }

    private static Dose of(Vasopressor drug, double amount, DoseUnit unit) {
        return new Dose(drug, amount, unit, Salt.BASE, 5 * HOUR);
    }

    /** Whether drugs run at high dose for three hours or more: no, yes, or not to be told. */
    enum Level {
        LOW,
        HIGH,
        OPEN
    }

    /** A drug since so long ago, in milliseconds; 0 ends it. */
    record Dose(Vasopressor drug, double amount, DoseUnit unit, Salt salt, long ago) {}
}
