package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked of a patient, and when: the one place that knows the intervals of the
 * site's schedule. The due list and the alarm on overdue vital signs both ask here, so that they
 * cannot disagree. It depends on the picture, the grade that stands, the policy and what was put
 * off alone.
 */
// [impl->req~schedule.checks~1]
public final class MonitoringPlan {
    /** No CRS began after two weeks in 475 patients who had these. */
    private static final Set<String> EARLY = Set.of("axi-cel", "tisa-cel", "liso-cel");

    private final ClinicalPicture picture;
    private final int grade;
    private final SitePolicy policy;
    private final Instant begin;
    private final List<PutOffCheck> putOff;

    /**
     * @param assessment the present one on the unit's scale; the grade that stands counts
     * @param begin from then on facts are waited for
     * @param putOff what was put off, also what is over
     */
    public MonitoringPlan(Assessment assessment, Instant begin, List<PutOffCheck> putOff) {
        this.picture = assessment.picture();
        this.grade = assessment.standing().lowest();
        this.policy = assessment.policy();
        this.begin = begin;
        this.putOff = List.copyOf(putOff);
    }

    /** Temperature: from grade 2 on pressure and oxygen decide, and it can change nothing soon. */
    public DueCheck temperature() {
        Duration every =
                policy.get(grade >= 2 ? Settings.TEMPERATURE_EVERY_GRADE_2 : Settings.VITALS_EVERY);
        return check(Check.TEMPERATURE, at(picture.temperature()), begin, every);
    }

    /** Blood pressure. */
    public DueCheck pressure() {
        return check(Check.PRESSURE, at(picture.pressure()), begin, vitalsEvery());
    }

    /** Oxygen saturation, as often as pressure. */
    public DueCheck saturation() {
        return check(Check.SATURATION, at(picture.saturation()), begin, vitalsEvery());
    }

    private Duration vitalsEvery() {
        if (grade >= 3) {
            return policy.get(Settings.VITALS_EVERY_GRADE_3);
        }
        return policy.get(grade == 2 ? Settings.VITALS_EVERY_GRADE_2 : Settings.VITALS_EVERY);
    }

    /**
     * The CRS grade. It was assessed when all that it rests on was charted, which is when the
     * oldest of temperature, pressure and oxygen device was, or when a clinician set it.
     */
    public DueCheck grade(ScaleId scale) {
        Instant temperature = at(picture.temperature());
        Instant pressure = at(picture.pressure());
        Reading<OxygenSupport> oxygen = picture.oxygen();
        Instant device = at(oxygen);
        Instant assessed = null;
        if (temperature != null && pressure != null && device != null) {
            assessed = earlier(device, earlier(temperature, pressure));
        }
        GradeOverride set = picture.overrides().get(scale);
        if (set != null && (assessed == null || set.at().isAfter(assessed))) {
            assessed = set.at();
        }
        return check(Check.GRADE, assessed, begin, policy.get(Settings.GRADE_EVERY));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * ICE or CAPD; {@code null} while neurotoxicity is not watched for: before the infusion, when
     * no cells were given, and when the time after it has passed that is long enough for the
     * product, unless it is there or an episode of CRS is open.
     *
     * @param icans the present assessment of neurotoxicity, or {@code null}
     */
    public @Nullable DueCheck neurology(@Nullable Assessment icans, @Nullable Infusion infusion) {
        int toxicity = icans == null ? 0 : icans.standing().lowest();
        if (toxicity == 0 && !isWatchedFor(infusion)) {
            return null;
        }
        Instant from = infusion != null && infusion.at().isAfter(begin) ? infusion.at() : begin;
        Duration every =
                policy.get(toxicity >= 2 ? Settings.ICE_EVERY_GRADE_2 : Settings.ICE_EVERY);
        return check(Check.NEUROLOGY, at(picture.neurology()), from, every);
    }

    private boolean isWatchedFor(@Nullable Infusion infusion) {
        if (infusion == null || !infusion.ofCells() || infusion.at().isAfter(picture.at())) {
            return false;
        }
        boolean early = EARLY.contains(infusion.product().strip().toLowerCase(Locale.ROOT));
        double days = policy.get(early ? Settings.ICE_DAYS_EARLY : Settings.ICE_DAYS);
        Instant end = infusion.at().plusSeconds(Math.round(days * 86_400));
        return picture.episode().open() || picture.at().isBefore(end);
    }

    /** All that is asked for, in the order of {@link Check}; nothing of one who has died. */
    public List<DueCheck> all(ScaleId scale, @Nullable Assessment icans, @Nullable Infusion of) {
        if (picture.died()) {
            return List.of();
        }
        List<DueCheck> all =
                new ArrayList<>(List.of(pressure(), saturation(), temperature(), grade(scale)));
        DueCheck neurology = neurology(icans, of);
        if (neurology != null) {
            all.add(neurology);
        }
        return List.copyOf(all);
    }

    private DueCheck check(Check check, @Nullable Instant last, Instant from, Duration every) {
        Instant since = last == null ? from : last;
        Instant due = since.plus(every);
        // A round that is a little late is a round; how little goes by the interval.
        double times = policy.get(Settings.OVERDUE_TIMES);
        Instant overdue = since.plusMillis(Math.round(every.toMillis() * times));
        for (PutOffCheck off : putOff) {
            if (off.check() == check && off.grade() >= grade && counts(off, last)) {
                return new DueCheck(
                        check,
                        last,
                        every,
                        later(due, off.until()),
                        later(overdue, off.until()),
                        off.until().isAfter(picture.at()) ? off : null);
            }
        }
        return new DueCheck(check, last, every, due, overdue, null);
    }

    /** What was done since is put off no longer. */
    private static boolean counts(PutOffCheck off, @Nullable Instant last) {
        return last == null || !last.isAfter(off.at());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant at(Reading<?> reading) {
        return switch (reading) {
            case Reading.Measured<?> measured -> measured.at();
            case Reading.Stale<?> stale -> stale.at();
            case Reading.Implausible<?> implausible -> implausible.at();
            case Reading.Missing<?> missing -> null;
        };
    }
}
