package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each scale's table names every row that the scale can answer with, and no other. */
// [utest->req~grading.reasons~1]
class ScaleTablesTest {
    private static final int SITUATIONS = 60_000;

    @Test
    void theTablesHaveEveryRowThatIsEverGivenAndNoOther() {
        Random random = new Random(20_261_123);
        List<Set<String>> given = new ArrayList<>();
        GradingScales.ALL.forEach(scale -> given.add(new HashSet<>()));
        for (int i = 0; i < SITUATIONS; i++) {
            ClinicalPicture picture = situation(random);
            for (int s = 0; s < GradingScales.ALL.size(); s++) {
                for (Finding finding :
                        GradingScales.ALL.get(s).findings(picture, SitePolicy.DEFAULT)) {
                    given.get(s).add(row(finding));
                }
            }
        }
        for (int s = 0; s < GradingScales.ALL.size(); s++) {
            GradingScale scale = GradingScales.ALL.get(s);
            Set<String> listed = new HashSet<>();
            scale.table(SitePolicy.DEFAULT).forEach(finding -> listed.add(row(finding)));
            assertThat(given.get(s)).as("%s", scale.id()).isEqualTo(listed);
        }
    }

    private static String row(Finding finding) {
        return finding.axis() + " " + finding.criterion() + " " + finding.missing();
    }

    @Test
    void everyRowCitesItsSource() {
        for (GradingScale scale : GradingScales.ALL) {
            assertThat(scale.source()).as("%s", scale.id()).isNotBlank();
            assertThat(scale.table(SitePolicy.DEFAULT))
                    .as("%s", scale.id())
                    .allSatisfy(row -> assertThat(row.source()).isNotBlank());
        }
    }

    @Test
    void anOpenRangeSaysWhatIsMissingAndAClosedOneNothing() {
        for (GradingScale scale : GradingScales.ALL) {
            assertThat(scale.table(SitePolicy.DEFAULT))
                    .as("%s", scale.id())
                    .allSatisfy(
                            row ->
                                    assertThat(row.missing() == null)
                                            .as("%s", row.criterion())
                                            .isEqualTo(row.range().determined()));
        }
    }

    @Test
    void aSiteThatCallsPositivePressureFourHasItInItsTables() {
        SitePolicy four =
                SitePolicy.of("four", java.util.Map.of(Settings.POSITIVE_PRESSURE_GRADE, "4"));
        for (ScaleId scale : List.of(ScaleId.LEE_2014, ScaleId.CARTOX, ScaleId.REVIEW)) {
            assertThat(GradingScales.of(scale).table(four))
                    .filteredOn(row -> row.criterion().startsWith("CPAP"))
                    .extracting(Finding::range)
                    .containsExactly(GradeRange.of(4));
        }
    }

    private static ClinicalPicture situation(Random random) {
        @Nullable Double age =
                ScaleTablesTest.<@Nullable Double>pick(random, 60.0, 60.0, 5.0, 0.5, null);
        Patient patient =
                Facts.patient(
                        age,
                        random.nextInt(3) == 0 ? null : 70.0,
                        random.nextBoolean()
                                ? Patient.Baseline.NONE
                                : new Patient.Baseline(
                                        new OxygenSupport.NasalCannula(
                                                new org.cytovigil.clinical.OxygenFlow(2), null),
                                        null));
        PictureFold fold = new PictureFold(patient, SitePolicy.DEFAULT);
        List<Observation> early = new ArrayList<>();
        List<Observation> late = new ArrayList<>();
        maybe(random, early, late, Facts.celsius(pick(random, 36.5, 39.0)));
        maybe(random, early, late, Facts.pressure(pick(random, 80.0, 120.0), 48));
        maybe(random, early, late, Facts.spo2(pick(random, 86.0, 96.0)));
        maybe(random, early, late, oxygen(random));
        for (int i = random.nextInt(3); i > 0; i--) {
            maybe(random, early, late, drug(random));
        }
        maybeRarely(random, late, Facts.bolus());
        maybeRarely(random, early, Facts.bolus());
        maybeRarely(random, late, new Observation.HypotensionStated());
        maybeRarely(random, late, new Observation.ConstitutionalSymptoms(true));
        maybeRarely(
                random,
                late,
                new Observation.OrganToxicity(
                        pick(random, Organ.RENAL, Organ.TRANSAMINASES, Organ.CARDIAC),
                        1 + random.nextInt(4)));
        maybeRarely(random, late, new Observation.CoagulopathyTreated(true));
        maybeRarely(random, late, new Observation.IntravenousTherapy(true));
        maybeRarely(
                random,
                late,
                Facts.attributed(
                        pick(
                                random,
                                AttributionScope.WHOLE,
                                AttributionScope.PRESSURE,
                                AttributionScope.OXYGEN),
                        false));
        if (random.nextInt(40) == 0) {
            late.add(new Observation.DeathDueToCrs());
        }
        maybeRarely(random, late, examination(random));
        maybeRarely(random, early, Facts.FEVER);
        early.forEach(observation -> fold.add(Facts.hour(1), observation));
        // 13 h later every early value is stale, what runs still runs.
        double now = pick(random, 4.0, 14.0);
        late.forEach(observation -> fold.add(Facts.hour(now), observation));
        return fold.picture(Facts.hour(now));
    }

    private static void maybe(
            Random random, List<Observation> early, List<Observation> late, Observation fact) {
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> early.add(fact);
            default -> late.add(fact);
        }
    }

    private static void maybeRarely(Random random, List<Observation> list, Observation fact) {
        if (random.nextInt(5) == 0) {
            list.add(fact);
        }
    }

    private static Observation oxygen(Random random) {
        String device =
                pick(
                        random,
                        "room-air",
                        "nasal-cannula",
                        "hfnc",
                        "blow-by",
                        "simple-mask",
                        "venturi",
                        "cpap",
                        "ventilator");
        if (random.nextInt(20) == 0) {
            return new Observation.OxygenDevice(new OxygenSupport.Unrecognised("?", null, null));
        }
        return Facts.device(
                device,
                ScaleTablesTest.<@Nullable Double>pick(random, 2.0, 6.0, 12.0, null),
                ScaleTablesTest.<@Nullable Double>pick(random, 0.21, 0.3, 0.5, null));
    }

    private static Observation drug(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Facts.norepinephrine(pick(random, 5.0, 25.0));
            case 1 -> Facts.running(Vasopressor.NOREPINEPHRINE, 0.15, DoseUnit.UG_PER_KG_PER_MIN);
            case 2 -> Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN);
            case 3 ->
                    new Observation.VasopressorCharted(Facts.unknownDose(Vasopressor.EPINEPHRINE));
            default -> Facts.running(Vasopressor.EPINEPHRINE, 4, DoseUnit.UG_PER_MIN);
        };
    }

    private static Observation examination(Random random) {
        @Nullable IceScore ice =
                ScaleTablesTest.<@Nullable IceScore>pick(
                        random,
                        null,
                        new IceScore.Total(random.nextInt(11)),
                        new IceScore.Total(10),
                        new IceScore.Items(true, null, true, true, null, true, null, true));
        @Nullable CapdScore capd =
                ScaleTablesTest.<@Nullable CapdScore>pick(
                        random,
                        null,
                        new CapdScore.Total(random.nextInt(20)),
                        new CapdScore.Total(0),
                        new CapdScore.Items(java.util.Arrays.asList(1, null, 1, 1, 2, null, 0, 1)));
        return new NeurologicalExamination(
                ice,
                capd,
                random.nextInt(3) == 0 ? null : pick(random, Consciousness.values()),
                pick(random, Seizure.values()),
                random.nextInt(4) == 0,
                pick(random, CerebralOedema.values()),
                random.nextInt(6) == 0);
    }

    @SafeVarargs
    private static <T extends @Nullable Object> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
