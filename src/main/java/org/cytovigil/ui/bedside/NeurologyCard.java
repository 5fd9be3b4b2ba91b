package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Neurotoxicity in words: graded beside CRS, never mixed with it.
 *
 * @param range the grade to act on
 * @param title "ICANS grade 1"
 * @param computed the computed grade beside one that a clinician set, in words; empty when none is
 *     set
 * @param criterion the criterion that decides
 * @param findings what the last examination found
 * @param stale whether that examination is too old to stand for the present
 * @param age how old it is, or that there was none
 */
public record NeurologyCard(
        GradeRange range,
        String title,
        String computed,
        String criterion,
        List<String> findings,
        boolean stale,
        String age) {

    /** {@code null} when neurotoxicity was not graded yet. */
    static @Nullable NeurologyCard of(StaySnapshot snapshot, Instant now) {
        Assessment assessment = snapshot.assessment(ScaleId.ICANS);
        if (assessment == null) {
            return null;
        }
        GradeOverride set = assessment.override();
        Reading<NeurologicalExamination> reading = snapshot.picture().neurology();
        return new NeurologyCard(
                assessment.standing(),
                GradeCards.title(assessment),
                set == null ? "" : Texts.of("bedside.grade.computed", assessment.range()),
                assessment.deciding().criterion(assessment.policy()),
                switch (reading) {
                    case Reading.Measured<NeurologicalExamination> measured ->
                            findings(measured.value());
                    case Reading.Stale<NeurologicalExamination> stale -> findings(stale.value());
                    case Reading.Missing<NeurologicalExamination> missing -> List.of();
                    case Reading.Implausible<NeurologicalExamination> implausible -> List.of();
                },
                reading instanceof Reading.Stale,
                age(reading, now));
    }

    /** Whether a clinician has set the grade. */
    public boolean isSet() {
        return !computed.isEmpty();
    }

    private static String age(Reading<NeurologicalExamination> reading, Instant now) {
        return switch (reading) {
            case Reading.Measured<NeurologicalExamination> measured ->
                    Texts.of("bedside.neurology.examined", Wording.age(measured.at(), now));
            case Reading.Stale<NeurologicalExamination> stale ->
                    Texts.of("bedside.value.stale", Wording.age(stale.at(), now));
            case Reading.Missing<NeurologicalExamination> missing ->
                    Texts.of("bedside.neurology.never");
            case Reading.Implausible<NeurologicalExamination> implausible ->
                    Texts.of("bedside.value.rejected", implausible.reason());
        };
    }

    private static List<String> findings(NeurologicalExamination found) {
        List<String> findings = new ArrayList<>();
        IceScore ice = found.ice();
        if (ice != null) {
            findings.add(points("bedside.neurology.ice", ice.least(), ice.most(), IceScore.BEST));
            notCharted(ice, findings);
        }
        CapdScore capd = found.capd();
        if (capd != null) {
            int most = CapdScore.QUESTIONS * CapdScore.MOST_PER_QUESTION;
            findings.add(points("bedside.neurology.capd", capd.least(), capd.most(), most));
        }
        if (found.consciousness() != null) {
            findings.add(Texts.of("bedside.neurology." + found.consciousness().name()));
        }
        Seizure seizure = found.seizure();
        if (seizure != null && seizure != Seizure.NONE) {
            findings.add(Texts.of("bedside.neurology.seizure." + seizure.name()));
        }
        if (Boolean.TRUE.equals(found.motorWeakness())) {
            findings.add(Texts.of("bedside.neurology.weakness"));
        }
        CerebralOedema oedema = found.oedema();
        if (oedema != null && oedema != CerebralOedema.NONE) {
            findings.add(Texts.of("bedside.neurology.oedema." + oedema.name()));
        }
        if (Boolean.TRUE.equals(found.sedated())) {
            findings.add(Texts.of("bedside.neurology.sedated"));
        }
        return List.copyOf(findings);
    }

    /** "ICE 8 of 10", or "ICE 6 to 8 of 10" when tasks were left out. */
    private static String points(String key, int least, int most, int best) {
        String points = least == most ? Integer.toString(least) : least + "–" + most;
        return Texts.of(key, points, Integer.toString(best));
    }

    private static void notCharted(IceScore score, List<String> findings) {
        if (!(score instanceof IceScore.Items items) || items.least() == items.most()) {
            return;
        }
        List<String> tasks = new ArrayList<>();
        addIfNull(tasks, items.year(), "year");
        addIfNull(tasks, items.month(), "month");
        addIfNull(tasks, items.city(), "city");
        addIfNull(tasks, items.hospital(), "hospital");
        addIfNull(tasks, items.objects(), "objects");
        addIfNull(tasks, items.command(), "command");
        addIfNull(tasks, items.sentence(), "sentence");
        addIfNull(tasks, items.counting(), "counting");
        findings.add(Texts.of("bedside.neurology.not-charted", String.join(", ", tasks)));
    }

    private static void addIfNull(List<String> tasks, @Nullable Object charted, String task) {
        if (charted == null) {
            tasks.add(Texts.of("bedside.ice." + task));
        }
    }
}
