package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page "Clinical basis" says what the code does: table by table, patient by patient. */
// [utest->req~documentation.clinical-basis~1]
class ClinicalBasisPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/clinical-basis.md");

    /** The columns of the page's table of patients. */
    private static final List<ScaleId> COLUMNS =
            List.of(
                    ScaleId.REVIEW,
                    ScaleId.LEE_2014,
                    ScaleId.ASTCT_2019,
                    ScaleId.PENN,
                    ScaleId.CTCAE_5,
                    ScaleId.CARTOX);

    private static List<String> section(String heading) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf(heading);
        assertThat(start).as("\"%s\" on the page", heading).isNotNegative();
        List<String> section = new ArrayList<>();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.startsWith("#")) {
                break;
            }
            section.add(line);
        }
        return section;
    }

    /** The rows of the first table of a section, without its two head lines. */
    private static List<String> rows(String heading) throws IOException {
        return section(heading).stream().filter(line -> line.startsWith("|")).skip(2).toList();
    }

    @ParameterizedTest
    @EnumSource(ScaleId.class)
    void eachScaleHasItsTableOnThePage(ScaleId id) throws IOException {
        GradingScale scale = GradingScales.of(id);
        String heading = "### %s (`%s`)".formatted(id.title(), id.id());

        assertThat(section(heading)).anyMatch(line -> line.contains(scale.source()));
        assertThat(rows(heading))
                .as("the table under \"%s\"", heading)
                .isEqualTo(scale.table(SitePolicy.DEFAULT).stream().map(r -> row(r)).toList());
    }

    private static String row(Finding finding) {
        MissingFact missing = finding.missing();
        GradeRange range = finding.range();
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        finding.axis().name().toLowerCase(Locale.ROOT),
                        range.determined()
                                ? range.lowest()
                                : range.lowest() + " to " + range.highest(),
                        finding.criterion(),
                        missing == null ? "" : missing.text(),
                        finding.source());
    }

    /**
     * The patients of criteria section 1.7 and their grades by hand; where that table leaves a mark
     * of question, Clinical basis section 4 decides.
     */
    @Test
    void thePatientsOnWhomTheScalesDisagreeAreGradedAsThePageSays() throws IOException {
        Map<String, Charted> patients = patients();
        List<String> rows = rows("## 6. The same patient on each scale");
        assertThat(rows).hasSize(patients.size());
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            Charted course = patients.get(cells[1].strip());
            assertThat(course).as("\"%s\" is one of the patients", cells[1].strip()).isNotNull();
            for (int i = 0; i < COLUMNS.size() && course != null; i++) {
                assertThat(course.grade(COLUMNS.get(i), 5))
                        .as("%s on %s", cells[1].strip(), COLUMNS.get(i))
                        .isEqualTo(cells[2 + i].strip());
            }
        }
    }

    private static Charted febrile(Observation... facts) {
        return Charted.adult()
                .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(94))
                .at(1, facts);
    }

    private static Map<String, Charted> patients() {
        Map<String, Charted> patients = new LinkedHashMap<>();
        patients.put("norepinephrine 6 µg/min, room air", febrile(Facts.norepinephrine(6)));
        patients.put("norepinephrine 20 µg/min for 3 h", febrile(Facts.norepinephrine(20)));
        patients.put(
                "norepinephrine 4 and epinephrine 2 µg/min",
                febrile(
                        Facts.norepinephrine(4),
                        Facts.running(Vasopressor.EPINEPHRINE, 2, DoseUnit.UG_PER_MIN)));
        patients.put(
                "norepinephrine 5 µg/min and vasopressin 0.03 U/min",
                febrile(
                        Facts.norepinephrine(5),
                        Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN)));
        patients.put("cannula 6 L/min", febrile(Facts.cannula(6)));
        patients.put(
                "high-flow cannula 30 L/min, FiO2 30 %", febrile(Facts.device("hfnc", 30.0, 0.3)));
        patients.put(
                "high-flow cannula 40 L/min, FiO2 40 %", febrile(Facts.device("hfnc", 40.0, 0.4)));
        patients.put("BiPAP, FiO2 35 %", febrile(Facts.device("bipap", null, 0.35)));
        patients.put(
                "creatinine of CTCAE grade 3, else fever only",
                febrile(new Observation.OrganToxicity(Organ.RENAL, 3)));
        patients.put(
                "dialysis (renal grade 4), else fever only",
                febrile(new Observation.OrganToxicity(Organ.RENAL, 4)));
        patients.put(
                "afebrile after tocilizumab, norepinephrine 6 µg/min",
                febrile(Facts.given("tocilizumab"), Facts.norepinephrine(6)).at(4, Facts.NO_FEVER));
        patients.put(
                "intubated for the airway only (attributed), FiO2 30 %",
                febrile(
                        Facts.device("ventilator", null, 0.3),
                        Facts.attributed(AttributionScope.OXYGEN, false)));
        return patients;
    }
}
