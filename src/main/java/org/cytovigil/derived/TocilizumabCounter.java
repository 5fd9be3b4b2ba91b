package org.cytovigil.derived;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.TreatmentTaken;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How much tocilizumab was given, and what its limits leave: at most so many doses in all and in 24
 * hours, so far apart, so many milligrams (ASCO 2021; prescribing information). It counts and never
 * orders.
 *
 * @param given when it was given, oldest first; charted twice with the same time it was given once
 * @param mostInAll how many doses are the most
 * @param milligrams the most in one dose for this weight, or {@code null} when it is unknown
 * @param earliest the earliest time of another dose, or {@code null} when none was given yet or no
 *     further one may be
 */
// [impl->req~derived.counters~1]
public record TocilizumabCounter(
        List<Instant> given,
        int mostInAll,
        @Nullable Double milligrams,
        @Nullable Instant earliest) {
    private static final String DRUG = "tocilizumab";
    private static final String SOURCE = "ASCO 2021; prescribing information of tocilizumab";
    private static final Duration DAY = Duration.ofHours(24);

    public TocilizumabCounter {
        given = List.copyOf(given);
    }

    /** Counts what a picture holds. */
    public static TocilizumabCounter of(ClinicalPicture picture, SitePolicy policy) {
        TreeSet<Instant> times = new TreeSet<>();
        for (TreatmentTaken taken : picture.treatments()) {
            if (taken.treatment().ingredient().equals(DRUG)) {
                times.add(taken.at());
            }
        }
        List<Instant> given = List.copyOf(times);
        int mostInAll = policy.get(Settings.TOCILIZUMAB_IN_ALL);
        return new TocilizumabCounter(
                given,
                mostInAll,
                milligrams(picture.patient().weight(), policy),
                given.isEmpty() || given.size() >= mostInAll ? null : earliest(given, policy));
    }

    private static @Nullable Double milligrams(@Nullable Weight weight, SitePolicy policy) {
        if (weight == null) {
            return null;
        }
        double kilograms = weight.kilograms();
        boolean light = kilograms < policy.get(Settings.TOCILIZUMAB_LIGHT_BELOW).kilograms();
        double perKilogram =
                policy.get(light ? Settings.TOCILIZUMAB_DOSE_LIGHT : Settings.TOCILIZUMAB_DOSE);
        return Math.min(policy.get(Settings.TOCILIZUMAB_MOST), perKilogram * kilograms);
    }

    private static Instant earliest(List<Instant> given, SitePolicy policy) {
        Instant byInterval = given.getLast().plus(policy.get(Settings.TOCILIZUMAB_INTERVAL));
        int mostInADay = policy.get(Settings.TOCILIZUMAB_IN_24_H);
        if (given.size() < mostInADay) {
            return byInterval;
        }
        // The dose that many ago must be 24 hours past before another makes no more than allowed.
        Instant byDay = given.get(given.size() - mostInADay).plus(DAY);
        return byDay.isAfter(byInterval) ? byDay : byInterval;
    }

    /** Whether as many doses were given as may be, or more. */
    public boolean exhausted() {
        return given.size() >= mostInAll;
    }

    /** "dose 2 of at most 4", or "no further dose: 4 given, at most 4". */
    public String nextText() {
        return exhausted()
                ? "no further dose: %d given, at most %d".formatted(given.size(), mostInAll)
                : "the next would be dose %d of at most %d".formatted(given.size() + 1, mostInAll);
    }

    List<DerivedValue> values(ClinicalPicture picture, SitePolicy policy) {
        return List.of(
                count(picture, policy), nextMilligrams(picture, policy), nextTime(picture, policy));
    }

    private DerivedValue count(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering =
                new Gathering(
                        new Definition(
                                "tocilizumab-doses",
                                "Tocilizumab doses given",
                                "doses charted in this stay, charted twice at the same time as one;"
                                        + " at most %d".formatted(mostInAll),
                                SOURCE,
                                "",
                                0),
                        picture,
                        policy);
        for (int i = 0; i < given.size(); i++) {
            gathering.input("dose", Integer.toString(i + 1), given.get(i));
        }
        gathering.remark(nextText());
        return gathering.amount(given.size());
    }

    private DerivedValue nextMilligrams(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering =
                new Gathering(
                        new Definition(
                                "tocilizumab-dose",
                                "Next tocilizumab, at most",
                                "%s mg/kg x weight, %s mg/kg below %s kg; at most %s mg"
                                        .formatted(
                                                Wording.number(
                                                        policy.get(Settings.TOCILIZUMAB_DOSE)),
                                                Wording.number(
                                                        policy.get(
                                                                Settings.TOCILIZUMAB_DOSE_LIGHT)),
                                                Wording.number(
                                                        policy.get(Settings.TOCILIZUMAB_LIGHT_BELOW)
                                                                .kilograms()),
                                                Wording.number(
                                                        policy.get(Settings.TOCILIZUMAB_MOST))),
                                SOURCE,
                                "mg",
                                0),
                        picture,
                        policy);
        if (exhausted()) {
            gathering.lacks(nextText());
            return gathering.none();
        }
        gathering.weight();
        return milligrams == null ? gathering.none() : gathering.amount(milligrams);
    }

    private DerivedValue nextTime(ClinicalPicture picture, SitePolicy policy) {
        int inADay = policy.get(Settings.TOCILIZUMAB_IN_24_H);
        Gathering gathering =
                new Gathering(
                        new Definition(
                                "tocilizumab-next",
                                "Next tocilizumab, earliest",
                                "%s after the last dose, and not more than %d in 24 h"
                                        .formatted(
                                                Wording.duration(
                                                        policy.get(Settings.TOCILIZUMAB_INTERVAL)),
                                                inADay),
                                SOURCE,
                                "",
                                0),
                        picture,
                        policy);
        if (!given.isEmpty()) {
            gathering.input("last dose", DRUG, given.getLast());
        }
        if (earliest == null) {
            gathering.lacks(
                    exhausted() ? nextText() : "no dose was charted: there is no interval to keep");
            return gathering.none();
        }
        if (!earliest.isAfter(picture.at())) {
            gathering.remark("that time has passed");
        }
        return gathering.moment(earliest);
    }
}
