package org.cytovigil.feed.simulator;

import java.util.Locale;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Treatment;

/**
 * The drugs against fever and the syndrome itself: paracetamol at 38.5 °C, antibiotics with the
 * first fever, tocilizumab from grade 2 (at least 8 h apart, at most 3 in 24 h and 4 in all),
 * steroids from grade 3 and methylprednisolone at grade 4 (ASCO 2021). The course turns with the
 * tocilizumab given at its peak grade.
 */
final class Medication {
    private static final int MOST_TOCILIZUMAB = 4;
    private static final long HOUR = 60;
    // Eight hours, and minutes to spare for a charting that has to wait for a free one.
    private static final long TOCILIZUMAB_APART = 8 * HOUR + 5;
    private static final long PARACETAMOL_APART = 6 * HOUR;
    private static final double PARACETAMOL_FROM = 38.5;

    private final CourseProfile profile;
    private final boolean child;
    private final double kilograms;
    private final Fever fever;
    private final Turn turn;
    private final Station station;
    private int highestGrade;
    private int treatedGrade = 1;
    private long tocilizumabDue;
    private int tocilizumabDoses;
    private long lastTocilizumab = Long.MIN_VALUE / 2;
    private long lastParacetamol = Long.MIN_VALUE / 2;
    private boolean antibiotics;
    private boolean dexamethasone;

    Medication(CourseProfile profile, boolean child, Fever fever, Turn turn, Station station) {
        this.profile = profile;
        this.child = child;
        kilograms = profile.weight().kilograms();
        this.fever = fever;
        this.turn = turn;
        this.station = station;
    }

    /** A temperature was charted. */
    void seen(long minute, double celsius) {
        if (celsius >= 38 && !antibiotics) {
            antibiotics = true;
            give(
                    minute + station.chance().whole(25, 70),
                    "cefepime",
                    child ? perKilogram(50, 2000) : 2_000,
                    child ? "" : "2 g IV");
        }
        if (celsius >= PARACETAMOL_FROM && minute - lastParacetamol > PARACETAMOL_APART) {
            long given = minute + station.chance().whole(8, 25);
            lastParacetamol = given;
            give(
                    given,
                    "paracetamol",
                    child ? perKilogram(15, 1000) : 1_000,
                    child ? "" : "1 g IV");
            station.orders().at(given, at -> fever.paracetamolGiven(at / 60.0));
            if (station.chance().happens(0.6)) {
                station.rounds().ask(given + station.chance().whole(60, 100));
            }
        }
    }

    /** Tells the grade that now shows; a new height of it calls for treatment. */
    void gradeShows(long minute, int grade) {
        if (grade > highestGrade) {
            highestGrade = grade;
            if (grade >= 2) {
                long delay = station.chance().whole(grade == 2 ? 120 : 30, grade == 2 ? 240 : 110);
                tocilizumabDue = Math.max(minute + delay, lastTocilizumab + TOCILIZUMAB_APART);
            }
        }
        boolean open = highestGrade > treatedGrade && tocilizumabDoses < MOST_TOCILIZUMAB;
        if (open && minute >= tocilizumabDue) {
            treatedGrade = highestGrade;
            tocilizumab(minute + station.chance().whole(0, 4));
            steroids(minute + station.chance().whole(10, 40));
        }
    }

    private void tocilizumab(long minute) {
        tocilizumabDoses++;
        lastTocilizumab = minute;
        double dose = Math.rint(Math.min(800, kilograms * (kilograms < 30 ? 12 : 8)));
        give(
                minute,
                "tocilizumab",
                dose,
                String.format(
                        Locale.ROOT,
                        "%s mg/kg IV over 1 h: %.0f mg",
                        kilograms < 30 ? "12" : "8",
                        dose));
        if (treatedGrade >= profile.peakGrade()) {
            station.orders().at(minute, at -> turn.happens(at / 60.0));
        } else {
            station.orders().at(minute, at -> fever.tocilizumabHelpsForHours(at / 60.0));
        }
    }

    private void steroids(long minute) {
        if (treatedGrade == 4) {
            // Three days at the full dose, then halved each day (a course shortened to what the
            // record can hold).
            double first = child ? kilograms : 500;
            for (int i = 0; i < 10; i++) {
                double dose = first / (i < 6 ? 1 : i < 8 ? 2 : 4);
                give(minute + 12 * HOUR * i, "methylprednisolone", dose, "");
            }
        } else if (treatedGrade == 3 && !dexamethasone) {
            dexamethasone = true;
            double dose = Math.min(10, child ? 0.3 * kilograms : 10);
            int days = profile.peakGrade() == 3 ? 2 : 1;
            for (int i = 0; i < 4 * days; i++) {
                give(minute + 6 * HOUR * i, "dexamethasone", dose, "");
            }
            for (int i = 0; i < 2 && profile.peakGrade() == 3; i++) {
                give(minute + 24 * HOUR * days + 12 * HOUR * i, "dexamethasone", dose / 2, "");
            }
        }
    }

    /**
     * Charts a drug once.
     *
     * @param dose milligrams, charted as {@link #charted} rounds them
     * @param words the order in words, or empty for the milligrams alone
     */
    private void give(long minute, String drug, double dose, String words) {
        double milligrams = charted(dose);
        Treatment treatment =
                new Treatment(
                        drug,
                        new DrugAmount(milligrams),
                        words.isEmpty() ? inWords(milligrams) : words);
        station.orders().at(minute, at -> station.chart().add(at, new TreatmentGiven(treatment)));
    }

    private double perKilogram(double milligramsPerKilogram, double most) {
        return Math.min(most, milligramsPerKilogram * kilograms);
    }

    /** As nurses chart it: tenths of a milligram below ten, else whole ones. */
    private static double charted(double dose) {
        return dose < 10 ? Math.rint(dose * 10) / 10 : Math.rint(dose);
    }

    private static String inWords(double milligrams) {
        return String.format(
                Locale.ROOT, milligrams < 10 ? "%.1f mg IV" : "%.0f mg IV", milligrams);
    }
}
