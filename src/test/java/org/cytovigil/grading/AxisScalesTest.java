package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The scales without a fever gate: what Clinical basis section 4 says of each axis by itself, as a
 * table, and every combination of the axes.
 */
// [utest->req~grading.lee~1]
// [utest->req~grading.review~1]
// [utest->req~grading.others~1]
class AxisScalesTest {
    private static final List<ScaleId> COLUMNS =
            List.of(
                    ScaleId.REVIEW,
                    ScaleId.LEE_2014,
                    ScaleId.CTCAE_5,
                    ScaleId.PENN,
                    ScaleId.CARTOX);

    private static final String PRESSURE =
            """
            situation            review lee   ctcae penn  cartox
            normal               0      0     0     0     0
            low                  2-3    2-3   2     2-3   2-3
            low mean only        2-3    2-3   2     2-3   0
            never charted        0-2    0-2   0-2   0-3   0-2
            normal, bolus        2      2     2     2-3   2
            low, bolus           2      2     2     2-3   2
            normal, two boluses  2      2     2     3     2
            two old boluses      0      0     0     3     0
            clinician's word     2      2     2     2-3   2
            NE 6                 2      2     3     3     2
            NE 6, low            2      2     3     3     2
            NE 20, not yet 3 h   2      2     3     3     2
            NE 20, 3 h           3      3     3     4     3
            NE 20, 3 h, low      4      3     3     4     3
            NE 20, 3 h, unseen   3-4    3     3     4     3
            NE of unknown dose   2-3    2-3   3     3-4   2-3
            NE 4 + EPI 2         2      3     3-4   3     3
            NE 5 + VP            2      3     3-4   3     3
            NE 10 + VP, 3 h      3      3     3-4   4     3
            NE 12 + EPI 8, 3 h   3      3     3-4   4     3
            NE 12 + EPI 7, 3 h   2      3     3-4   3     3
            VP alone             2      2     3     3     2
            DOPA 10, 3 h         3      3     3     4     3
            PHE 199, 3 h         2      2     3     3     2
            PHE 200, 3 h         3      3     3     4     3
            dobutamine           0      0     0     0     0
            NE 20, attributed    0      0     0     0     0
            """;

    private static final String OXYGEN =
            """
            situation            review lee   ctcae penn  cartox
            room air             0      0     0     0     0
            room air, 89 %       2-4    2-4   2-4   3-4   2-4
            never charted        0-4    0-4   0-4   0-4   0-4
            cannula 0.2          2      2     2     3     2
            cannula 4.9          2      2     2     3     2
            cannula 5            3      3     3     3     3
            cannula 6            3      3     3     3     3
            cannula ?            2-3    2-3   2-3   3     2-3
            HFNC ?               2-3    2-3   2-3   3     2-3
            HFNC 39 %            2      2     2     3     2
            HFNC 40 %            3      3     3     3     3
            HFNC 21 %, 89 %      2-4    2-4   2-4   3     2-4
            mask 5               2      2     2     3     2
            mask 6               3      3     3     3     3
            non-rebreather       3      3     3     3     3
            venturi ?            2-3    2-3   2-3   3     2-3
            venturi 35 %         2      2     2     3     2
            blow-by ?            2-3    2-3   2-3   3     2-3
            CPAP                 3      3     3-4   3     3
            ventilator           4      4     4     4     4
            ventilator, airway   0      0     0     0     0
            """;

    private static final String REST =
            """
            situation            review lee   ctcae penn  cartox
            no fever             0      0     0     0     0
            fever                1      1     1     1     1
            temperature unknown  0-1    0-1   0-1   0-1   0-1
            symptoms, no fever   1      1     0     0     0
            renal 1              0      0     0     0     1
            renal 2              0      2     0     2     2
            renal 3              0      3     0     3     3
            renal 4              0      4     0     3     4
            transaminases 2      0      2     0     0     2
            transaminases 3      0      3     0     2     3
            transaminases 4      0      3     0     3     3
            cardiac 4            0      4     0     0     4
            plasma               0      0     0     3     0
            IV therapy           0      0     0     2     0
            """;

    private static Map<String, GradeRange> column(String table, ScaleId scale) {
        Map<String, GradeRange> ranges = new LinkedHashMap<>();
        table.lines()
                .skip(1)
                .forEach(
                        line -> {
                            String[] cells = line.substring(21).trim().split(" +", -1);
                            String[] ends = cells[COLUMNS.indexOf(scale)].split("-", -1);
                            ranges.put(
                                    line.substring(0, 21).trim(),
                                    new GradeRange(
                                            Integer.parseInt(ends[0]),
                                            Integer.parseInt(ends[ends.length - 1])));
                        });
        return ranges;
    }

    // ---- the situations as facts; "now" is hour 20

    private static final double NOW = 20;

    private record Fact(double hours, Observation observation) {}

    private static Fact now(Observation observation) {
        return new Fact(NOW, observation);
    }

    private static VasopressorInfusion ugPerMin(Vasopressor drug, double dose) {
        return Facts.infusion(drug, dose, DoseUnit.UG_PER_MIN);
    }

    private static VasopressorInfusion vasopressin() {
        return Facts.infusion(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN);
    }

    private static List<Fact> pressure(String situation) {
        List<Fact> facts = new ArrayList<>();
        boolean unseen = situation.endsWith("unseen") || situation.equals("never charted");
        if (!unseen) {
            boolean low = situation.startsWith("low") && !situation.equals("low mean only");
            facts.add(
                    now(
                            Facts.pressure(
                                    low || situation.endsWith("low") ? 89 : 95,
                                    situation.equals("low mean only") ? 45 : 60)));
        }
        double since =
                situation.contains(", 3 h") || situation.contains("attributed")
                        ? NOW - 3
                        : NOW - 2.9;
        Observation drugs =
                switch (situation.replaceAll(",.*", "")) {
                    case "NE 6" -> Facts.list(ugPerMin(Vasopressor.NOREPINEPHRINE, 6));
                    case "NE 20" -> Facts.list(ugPerMin(Vasopressor.NOREPINEPHRINE, 20));
                    case "NE of unknown dose" ->
                            Facts.list(Facts.unknownDose(Vasopressor.NOREPINEPHRINE));
                    case "NE 4 + EPI 2" ->
                            Facts.list(
                                    ugPerMin(Vasopressor.NOREPINEPHRINE, 4),
                                    ugPerMin(Vasopressor.EPINEPHRINE, 2));
                    case "NE 5 + VP" ->
                            Facts.list(ugPerMin(Vasopressor.NOREPINEPHRINE, 5), vasopressin());
                    case "NE 10 + VP" ->
                            Facts.list(ugPerMin(Vasopressor.NOREPINEPHRINE, 10), vasopressin());
                    case "NE 12 + EPI 8" ->
                            Facts.list(
                                    ugPerMin(Vasopressor.NOREPINEPHRINE, 12),
                                    ugPerMin(Vasopressor.EPINEPHRINE, 8));
                    case "NE 12 + EPI 7" ->
                            Facts.list(
                                    ugPerMin(Vasopressor.NOREPINEPHRINE, 12),
                                    ugPerMin(Vasopressor.EPINEPHRINE, 7));
                    case "VP alone" -> Facts.list(vasopressin());
                    case "DOPA 10" ->
                            Facts.list(
                                    Facts.infusion(
                                            Vasopressor.DOPAMINE, 10, DoseUnit.UG_PER_KG_PER_MIN));
                    case "PHE 199" -> Facts.list(ugPerMin(Vasopressor.PHENYLEPHRINE, 199));
                    case "PHE 200" -> Facts.list(ugPerMin(Vasopressor.PHENYLEPHRINE, 200));
                    case "dobutamine" ->
                            Facts.list(
                                    Facts.infusion(
                                            Vasopressor.DOBUTAMINE, 5, DoseUnit.UG_PER_KG_PER_MIN));
                    default -> Facts.list();
                };
        facts.add(new Fact(since, drugs));
        switch (situation) {
            case "normal, bolus", "low, bolus" -> facts.add(new Fact(NOW - 6, Facts.bolus()));
            case "normal, two boluses" -> {
                facts.add(new Fact(NOW - 2, Facts.bolus()));
                facts.add(new Fact(NOW - 1, Facts.bolus()));
            }
            case "two old boluses" -> {
                facts.add(new Fact(NOW - 8, Facts.bolus()));
                facts.add(new Fact(NOW - 7, Facts.bolus()));
            }
            case "clinician's word" -> facts.add(now(new Observation.HypotensionStated()));
            case "NE 20, attributed" ->
                    facts.add(now(Facts.attributed(AttributionScope.PRESSURE, false)));
            default -> {}
        }
        return facts;
    }

    private static List<Fact> oxygen(String situation) {
        List<Fact> facts = new ArrayList<>();
        facts.add(now(Facts.spo2(situation.endsWith("89 %") ? 89 : 95)));
        Observation device =
                switch (situation.replaceAll(",.*", "")) {
                    case "never charted" -> null;
                    case "room air" -> Facts.ROOM_AIR;
                    case "cannula 0.2" -> Facts.cannula(0.2);
                    case "cannula 4.9" -> Facts.cannula(4.9);
                    case "cannula 5" -> Facts.cannula(5);
                    case "cannula 6" -> Facts.cannula(6);
                    case "cannula ?" -> Facts.device("nasal-cannula", null, null);
                    case "HFNC ?" -> Facts.device("hfnc", 30.0, null);
                    case "HFNC 39 %" -> Facts.device("hfnc", 30.0, 0.39);
                    case "HFNC 40 %" -> Facts.device("hfnc", 30.0, 0.40);
                    case "HFNC 21 %" -> Facts.device("hfnc", 30.0, 0.21);
                    case "mask 5" -> Facts.device("simple-mask", 5.0, null);
                    case "mask 6" -> Facts.device("simple-mask", 6.0, null);
                    case "non-rebreather" -> Facts.device("non-rebreather", 12.0, null);
                    case "venturi ?" -> Facts.device("venturi", 8.0, null);
                    case "venturi 35 %" -> Facts.device("venturi", 8.0, 0.35);
                    case "blow-by ?" -> Facts.device("blow-by", 8.0, null);
                    case "CPAP" -> Facts.device("cpap", null, 0.5);
                    case "ventilator" -> Facts.device("ventilator", null, 0.3);
                    default -> throw new IllegalArgumentException(situation);
                };
        add(facts, device);
        if (situation.endsWith("airway")) {
            facts.add(now(Facts.attributed(AttributionScope.OXYGEN, false)));
        }
        return facts;
    }

    private static void add(List<Fact> facts, @Nullable Observation observation) {
        if (observation != null) {
            facts.add(now(observation));
        }
    }

    private static List<Fact> rest(String situation) {
        List<Fact> facts = new ArrayList<>();
        if (!situation.equals("temperature unknown")) {
            facts.add(now(Facts.celsius(situation.equals("fever") ? 38.0 : 37.9)));
        }
        int grade = situation.charAt(situation.length() - 1) - '0';
        switch (situation.replaceAll(" \\d", "")) {
            case "symptoms, no fever" ->
                    facts.add(now(new Observation.ConstitutionalSymptoms(true)));
            case "renal" -> facts.add(now(new Observation.OrganToxicity(Organ.RENAL, grade)));
            case "transaminases" ->
                    facts.add(now(new Observation.OrganToxicity(Organ.TRANSAMINASES, grade)));
            case "cardiac" -> facts.add(now(new Observation.OrganToxicity(Organ.CARDIAC, grade)));
            case "plasma" -> facts.add(now(new Observation.CoagulopathyTreated(true)));
            case "IV therapy" -> facts.add(now(new Observation.IntravenousTherapy(true)));
            default -> {}
        }
        return facts;
    }

    private static GradeRange graded(ScaleId scale, List<Fact> facts) {
        Charted course = Charted.adult();
        facts.stream()
                .sorted((one, other) -> Double.compare(one.hours, other.hours))
                .forEach(fact -> course.at(fact.hours, fact.observation));
        return course.assess(scale, NOW).range();
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEW", "LEE_2014", "CTCAE_5", "PENN", "CARTOX"})
    void everyCombinationIsTheWorstOfItsAxes(ScaleId scale) {
        Map<String, GradeRange> pressures = column(PRESSURE, scale);
        Map<String, GradeRange> oxygens = column(OXYGEN, scale);
        Map<String, GradeRange> rests = column(REST, scale);
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String p : pressures.keySet()) {
            for (String o : oxygens.keySet()) {
                for (String r : rests.keySet()) {
                    List<Fact> facts = new ArrayList<>(pressure(p));
                    facts.addAll(oxygen(o));
                    facts.addAll(rest(r));
                    GradeRange expected = worst(pressures.get(p), oxygens.get(o), rests.get(r));
                    GradeRange range = graded(scale, facts);
                    count++;
                    if (!range.equals(expected)) {
                        wrong.add(
                                "%s | %s | %s is %s, not %s"
                                        .formatted(
                                                p,
                                                o,
                                                r,
                                                Charted.text(range),
                                                Charted.text(expected)));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isEqualTo(27 * 21 * 14);
    }

    private static GradeRange worst(@Nullable GradeRange... axes) {
        int lowest = 0;
        int highest = 0;
        for (GradeRange axis : axes) {
            lowest = Math.max(lowest, Objects.requireNonNull(axis).lowest());
            highest = Math.max(highest, axis.highest());
        }
        return new GradeRange(lowest, highest);
    }
}
