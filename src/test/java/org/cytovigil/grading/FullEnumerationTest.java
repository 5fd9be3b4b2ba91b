package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Situation.Air;
import org.cytovigil.grading.Situation.Blame;
import org.cytovigil.grading.Situation.Extra;
import org.cytovigil.grading.Situation.Heat;
import org.cytovigil.grading.Situation.Vasopressin;
import org.cytovigil.grading.Situation.Years;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The six scales of CRS against {@link OracleTables}, over full products of the axes: every
 * situation is charted as facts, folded and graded on every scale.
 */
// [utest->req~grading.astct~1]
// [utest->req~grading.lee~1]
// [utest->req~grading.review~1]
// [utest->req~grading.others~1]
// [utest->req~picture.freshness~1]
// [utest->req~picture.vasopressors~1]
class FullEnumerationTest {
    private static final List<String> FLOW_DEVICES =
            List.of(
                    "nasal-cannula",
                    "hfnc",
                    "blow-by",
                    "simple-mask",
                    "face-tent",
                    "tracheostomy-collar",
                    "t-piece",
                    "venturi",
                    "partial-rebreather",
                    "non-rebreather");
    private static final List<String> PRESSURE_DEVICES =
            List.of("cpap", "bipap", "mechanical-ventilation");
    private static final List<String> PLAIN_DEVICES =
            List.of("never", "stale", "unrecognised", "room-air");
    private static final double[] FLOWS = {Situation.NONE, 0, 1, 4, 5, 6, 6.001, 15, 40};
    private static final int[] FRACTIONS = {0, 21, 39, 40, 100};
    private static final List<String> MASKING = List.of("", "paracetamol", "tocilizumab");
    private static final List<GradingScale> SCALES =
            GradingScales.ALL.stream().filter(scale -> scale.id().gradesCrs()).toList();

    /** The vasopressors of the product that the promise names. */
    private static final EnumSet<Drip> MAIN_DRIPS = EnumSet.range(Drip.NONE, Drip.INOTROPE);

    private static final List<Years> MAIN_YEARS =
            List.of(
                    Years.NEWBORN,
                    Years.ELEVEN_MONTHS,
                    Years.ONE,
                    Years.TEN,
                    Years.ELEVEN,
                    Years.ADULT,
                    Years.UNKNOWN);

    /** One situation of each kind of disagreement. */
    private final Map<String, String> wrong = new TreeMap<>();

    private int situations;

    private void check(Situation situation) {
        situations++;
        ClinicalPicture picture = situation.picture();
        for (GradingScale scale : SCALES) {
            GradeRange expected = OracleTables.grade(scale.id(), situation);
            GradeRange range = scale.assess(picture, Charted.POLICY).range();
            if (!range.equals(expected)) {
                String kind = "%s is %s, not %s".formatted(scale.id(), range, expected);
                wrong.putIfAbsent(kind, situation.toString());
            }
        }
    }

    @AfterEach
    void nothingDisagrees() {
        assertThat(wrong).isEmpty();
    }

    private static List<Air> airs(int... fractions) {
        List<Air> airs = new ArrayList<>();
        for (String device : PLAIN_DEVICES) {
            airs.add(new Air(device, Situation.NONE, 0));
        }
        for (int fraction : fractions) {
            for (String device : PRESSURE_DEVICES) {
                airs.add(new Air(device, Situation.NONE, fraction));
            }
            for (String device : FLOW_DEVICES) {
                for (double flow : FLOWS) {
                    airs.add(new Air(device, flow, fraction));
                }
            }
        }
        return airs;
    }

    @Test
    void theProductThatThePromiseNames() {
        for (Air air : airs(FRACTIONS)) {
            for (Drip drip : MAIN_DRIPS) {
                for (Vasopressin beside : List.of(Vasopressin.NONE, Vasopressin.LONG)) {
                    Situation treated = Situation.WELL.with(air, 95).with(drip, beside);
                    for (Heat heat : Heat.values()) {
                        for (String drug : MASKING) {
                            Situation warm = treated.with(heat, false, drug);
                            for (Years years : MAIN_YEARS) {
                                check(warm.with(Push.NORMAL, years));
                                check(warm.with(Push.LOW, years));
                            }
                        }
                    }
                }
            }
        }
        // 469 = 4 plain devices + 5 fractions x (3 + 10 x 9 flows); 14 = 7 ages, at the limit and
        // below.
        assertThat(situations).isEqualTo(469 * 10 * 2 * 6 * 3 * 14);
    }

    @Test
    void theSameWithAnEpisodeOpen() {
        for (Air air : airs(0)) {
            for (Drip drip : MAIN_DRIPS) {
                for (Vasopressin beside : List.of(Vasopressin.NONE, Vasopressin.LONG)) {
                    Situation treated = Situation.WELL.with(air, 95).with(drip, beside);
                    for (Heat heat : Heat.values()) {
                        for (String drug : MASKING) {
                            Situation warm = treated.with(heat, true, drug);
                            check(warm.with(Push.NORMAL, Years.ADULT));
                            check(warm.with(Push.LOW, Years.ADULT));
                            check(warm.with(Push.NEVER, Years.ADULT));
                        }
                    }
                }
            }
        }
        // 97 = 4 plain devices + 3 + 10 x 9 flows
        assertThat(situations).isEqualTo(97 * 10 * 2 * 6 * 3 * 3);
    }

    @Test
    void oxygenByDeviceFlowFractionSaturationAndCause() {
        for (Air air : airs(FRACTIONS)) {
            for (int spo2 : new int[] {0, 89, 90}) {
                for (Blame blame : Blame.values()) {
                    for (Heat heat : List.of(Heat.NEVER, Heat.F_100_3, Heat.F_100_4)) {
                        for (Drip drip : List.of(Drip.NONE, Drip.UNKNOWN_DOSE, Drip.HIGH_3_H)) {
                            check(
                                    Situation.WELL
                                            .with(air, spo2)
                                            .with(blame, Extra.NOTHING)
                                            .with(drip, Vasopressin.NONE)
                                            .with(heat, true, ""));
                        }
                    }
                }
            }
        }
        assertThat(situations).isEqualTo(469 * 3 * 5 * 3 * 3);
    }

    @Test
    void oxygenAtHome() {
        double[] homes = {Situation.NONE, 1, 2, 6};
        double[] flows = {Situation.NONE, 0, 1, 1.9, 2, 2.1, 5, 6, 6.1};
        for (double home : homes) {
            for (double flow : flows) {
                for (int spo2 : new int[] {0, 89, 90}) {
                    for (Heat heat : Heat.values()) {
                        Air air = new Air("nasal-cannula", flow, 0, home);
                        check(Situation.WELL.with(air, spo2).with(heat, true, ""));
                    }
                }
            }
            for (String device : List.of("room-air", "hfnc", "bipap", "never")) {
                Air air = new Air(device, Situation.NONE, 0, home);
                check(Situation.WELL.with(air, 89).with(Heat.C_38_0, true, ""));
            }
        }
        assertThat(situations).isEqualTo(4 * (9 * 3 * 6 + 4));
    }

    @Test
    void pressureByDrugsWeightAgeAndWhatWasTried() {
        for (Drip drip : Drip.values()) {
            for (Vasopressin beside : Vasopressin.values()) {
                for (Push push : Push.values()) {
                    for (Years years : Years.values()) {
                        for (Blame blame : Blame.values()) {
                            for (Heat heat : List.of(Heat.C_37_9, Heat.C_38_0)) {
                                check(
                                        Situation.WELL
                                                .with(drip, beside)
                                                .with(push, years)
                                                .with(heat, true, "")
                                                .with(blame, Extra.NOTHING));
                            }
                        }
                    }
                }
            }
        }
        assertThat(situations).isEqualTo(47 * 4 * 23 * 9 * 5 * 2);
    }

    @Test
    void organsSymptomsTherapyAndDeath() {
        List<Air> airs =
                List.of(
                        new Air("never", Situation.NONE, 0),
                        new Air("room-air", Situation.NONE, 0),
                        new Air("nasal-cannula", 2, 0),
                        new Air("mechanical-ventilation", Situation.NONE, 50));
        for (Extra extra : extras()) {
            for (Air air : airs) {
                for (Push push : List.of(Push.NORMAL, Push.NEVER)) {
                    for (Heat heat : List.of(Heat.NEVER, Heat.C_37_9, Heat.C_38_0)) {
                        for (Blame blame : List.of(Blame.NONE, Blame.WHOLE, Blame.OXYGEN)) {
                            check(
                                    Situation.WELL
                                            .with(air, 95)
                                            .with(push, Years.ADULT)
                                            .with(heat, false, "")
                                            .with(blame, extra));
                        }
                    }
                }
            }
        }
        // 5 grades of each of 3 organs, 4 facts that are so or not
        assertThat(situations).isEqualTo(125 * 16 * 4 * 2 * 3 * 3);
    }

    private static List<Extra> extras() {
        List<Extra> extras = new ArrayList<>();
        for (int organs = 0; organs < 125; organs++) {
            for (int facts = 0; facts < 16; facts++) {
                extras.add(
                        new Extra(
                                organs % 5,
                                organs / 5 % 5,
                                organs / 25,
                                (facts & 1) != 0,
                                (facts & 2) != 0,
                                (facts & 4) != 0,
                                (facts & 8) != 0));
            }
        }
        return extras;
    }

    @Test
    void anAttributionLeavesTheGradeWithoutItInSight() {
        for (Air air : airs(0, 40)) {
            for (Drip drip : MAIN_DRIPS) {
                for (Push push : Push.values()) {
                    for (Blame blame : List.of(Blame.WHOLE, Blame.PRESSURE, Blame.OXYGEN)) {
                        checkWouldBe(
                                Situation.WELL
                                        .with(air, 89)
                                        .with(drip, Vasopressin.NONE)
                                        .with(push, Years.ADULT)
                                        .with(Heat.C_38_0, true, "")
                                        .with(blame, Extra.NOTHING));
                    }
                }
            }
        }
        // 190 = 4 plain devices + 2 fractions x (3 + 10 x 9 flows)
        assertThat(situations).isEqualTo(190 * 10 * 23 * 3);
    }

    private void checkWouldBe(Situation situation) {
        situations++;
        ClinicalPicture picture = situation.picture();
        Situation unattributed = situation.with(Blame.NONE, situation.extra());
        for (GradingScale scale : SCALES) {
            Assessment assessment = scale.assess(picture, Charted.POLICY);
            GradeRange expected = OracleTables.grade(scale.id(), unattributed);
            GradeRange wouldBe = assessment.wouldBe();
            GradeRange shown = wouldBe == null ? assessment.range() : wouldBe;
            if (!shown.equals(expected)) {
                String kind = "%s would be %s, not %s".formatted(scale.id(), shown, expected);
                wrong.putIfAbsent(kind, situation.toString());
            }
        }
    }

    /** ASTCT: what masks a fever changes the note and never the grade. */
    @Test
    void aFeverThatIsAbsentIsNotedUnlessSomethingMasksIt() {
        for (Air air : airs(0)) {
            for (Push push : List.of(Push.NORMAL, Push.LOW)) {
                for (boolean open : new boolean[] {false, true}) {
                    for (Heat heat : List.of(Heat.C_37_9, Heat.C_38_0)) {
                        for (String drug : MASKING) {
                            checkNotes(
                                    Situation.WELL
                                            .with(air, 95)
                                            .with(push, Years.ADULT)
                                            .with(heat, open, drug));
                        }
                    }
                }
            }
        }
        assertThat(situations).isEqualTo(97 * 2 * 2 * 2 * 3);
    }

    private void checkNotes(Situation situation) {
        situations++;
        Assessment assessment =
                GradingScales.of(ScaleId.ASTCT_2019).assess(situation.picture(), Charted.POLICY);
        Situation febrile = situation.with(Heat.C_38_0, true, "");
        GradeRange ifFebrile = OracleTables.grade(ScaleId.ASTCT_2019, febrile);
        boolean absent = !situation.heat().fever();
        boolean unmasked = absent && situation.episode() && situation.masking().isEmpty();
        boolean ill = absent && !situation.episode() && ifFebrile.lowest() >= 2;
        boolean right =
                assessment.notes().contains(Note.FEVER_ABSENT) == unmasked
                        && (!ill
                                || (assessment.notes().contains(Note.NO_FEVER)
                                        && ifFebrile.equals(assessment.wouldBe())));
        if (!right) {
            wrong.putIfAbsent(
                    "%s, would be %s".formatted(assessment.notes(), assessment.wouldBe()),
                    situation.toString());
        }
    }

    @Test
    void everyScaleIsComparedAndEveryDrugCounted() {
        assertThat(SCALES)
                .extracting(GradingScale::id)
                .containsExactly(
                        ScaleId.ASTCT_2019,
                        ScaleId.LEE_2014,
                        ScaleId.REVIEW,
                        ScaleId.CTCAE_5,
                        ScaleId.PENN,
                        ScaleId.CARTOX);
        assertThat(MAIN_DRIPS).hasSize(10);
    }
}
