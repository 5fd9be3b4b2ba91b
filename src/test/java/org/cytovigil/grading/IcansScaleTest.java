package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~grading.icans~1]
class IcansScaleTest {
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # age, ICE, CAPD, consciousness, seizure,   motor, oedema,  lowest, highest
                    60,    10,  -,    AWAKE,         NONE,      false, NONE,    0, 0
                    60,    9,   -,    AWAKE,         NONE,      false, NONE,    1, 1
                    60,    7,   -,    AWAKE,         NONE,      false, NONE,    1, 1
                    60,    6,   -,    AWAKE,         NONE,      false, NONE,    2, 2
                    60,    3,   -,    AWAKE,         NONE,      false, NONE,    2, 2
                    60,    2,   -,    AWAKE,         NONE,      false, NONE,    3, 3
                    60,    0,   -,    AWAKE,         NONE,      false, NONE,    3, 3
                    60,    0,   -,    UNAROUSABLE,   NONE,      false, NONE,    4, 4
                    60,    0,   -,    -,             NONE,      false, NONE,    3, 4
                    60,    -,   -,    UNAROUSABLE,   NONE,      false, NONE,    4, 4
                    60,    -,   -,    TO_VOICE,      NONE,      false, NONE,    2, 4
                    60,    10,  -,    SPONTANEOUSLY, NONE,      false, NONE,    1, 1
                    60,    10,  -,    TO_VOICE,      NONE,      false, NONE,    2, 2
                    60,    10,  -,    TO_TOUCH,      NONE,      false, NONE,    3, 3
                    60,    3,   -,    AWAKE,         RESOLVING, false, NONE,    3, 3
                    60,    10,  -,    AWAKE,         PROLONGED, false, NONE,    4, 4
                    60,    10,  -,    AWAKE,         NONE,      true,  NONE,    4, 4
                    60,    10,  -,    AWAKE,         NONE,      false, FOCAL,   3, 3
                    60,    10,  -,    AWAKE,         NONE,      false, DIFFUSE, 4, 4
                    8,     -,   8,    AWAKE,         NONE,      false, NONE,    1, 1
                    8,     -,   9,    AWAKE,         NONE,      false, NONE,    3, 3
                    11.9,  10,  -,    AWAKE,         NONE,      false, NONE,    0, 4
                    12,    10,  -,    AWAKE,         NONE,      false, NONE,    0, 0
                    """)
    void theWorstDomainDecides(
            double age,
            @Nullable Integer ice,
            @Nullable Integer capd,
            @Nullable Consciousness consciousness,
            Seizure seizure,
            boolean motor,
            CerebralOedema oedema,
            int lowest,
            int highest) {
        PictureFold fold = new PictureFold(patient(age), SitePolicy.DEFAULT);
        fold.add(
                AT,
                new NeurologicalExamination(
                        ice == null ? null : new IceScore.Total(ice),
                        capd == null ? null : new CapdScore.Total(capd),
                        consciousness,
                        seizure,
                        motor,
                        oedema,
                        null));

        assertThat(range(fold)).isEqualTo(new GradeRange(lowest, highest));
    }

    private static Assessment found(double age, NeurologicalExamination examination) {
        return Charted.of(patient(age)).at(1, examination).assess(ScaleId.ICANS, 1);
    }

    private static NeurologicalExamination woken(
            @Nullable IceScore ice, @Nullable Consciousness consciousness) {
        return new NeurologicalExamination(ice, null, consciousness, null, null, null, null);
    }

    @Test
    void aTaskNotChartedLeavesARangeThatDependsOnHowThePatientIsWoken() {
        // No point in seven tasks, the last not charted: 0 or 1, and 0 may be 4 or 3.
        IceScore none = new IceScore.Items(false, false, false, false, 0, false, false, null);
        assertThat(found(60, woken(none, null)).range()).isEqualTo(GradeRange.of(3, 4));
        assertThat(found(60, woken(none, Consciousness.AWAKE)).range()).isEqualTo(GradeRange.of(3));
        // 3 to 10 points.
        IceScore some = new IceScore.Items(true, true, true, null, null, null, null, null);
        assertThat(found(60, woken(some, null)).range()).isEqualTo(GradeRange.of(0, 2));
    }

    @Test
    void iceNoughtAsksHowThePatientIsWoken() {
        Finding deciding = found(60, woken(new IceScore.Total(0), null)).deciding();
        assertThat(deciding.criterion()).isEqualTo("ICE 0");
        assertThat(deciding.missing()).isEqualTo(MissingFact.NEUROLOGICAL_EXAMINATION);
    }

    @Test
    void whoCannotBeRousedCannotPerformTheScoreOfTheirAge() {
        assertThat(found(60, woken(null, Consciousness.UNAROUSABLE)).deciding().criterion())
                .isEqualTo("unarousable, unable to perform ICE");
        assertThat(found(8, woken(null, Consciousness.UNAROUSABLE)).deciding().criterion())
                .isEqualTo("unarousable, unable to perform CAPD");
        assertThat(found(8, woken(null, Consciousness.TO_VOICE)).range())
                .isEqualTo(GradeRange.of(2, 4));
    }

    @Test
    void withoutAnExaminationNothingIsKnown() {
        assertThat(range(new PictureFold(patient(60), SitePolicy.DEFAULT)))
                .isEqualTo(new GradeRange(0, 4));
    }

    private static GradeRange range(PictureFold fold) {
        return GradingScales.of(ScaleId.ICANS).assess(fold.picture(AT), SitePolicy.DEFAULT).range();
    }

    private static Patient patient(double age) {
        return new Patient("DEMO", "1", age, null, Patient.Baseline.NONE);
    }
}
