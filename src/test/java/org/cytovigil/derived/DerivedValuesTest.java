package org.cytovigil.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.derived.Bedside.given;
import static org.cytovigil.derived.Bedside.pulse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.junit.jupiter.api.Test;

// [utest->req~derived.values~1]
class DerivedValuesTest {
    private static List<DerivedValue> onVasopressor() {
        return DerivedValues.of(
                Bedside.adult().at(1, Facts.norepinephrine(7)).picture(1), SitePolicy.DEFAULT);
    }

    @Test
    void theOrderIsFixedWhateverIsKnown() {
        List<String> always =
                List.of(
                        "s-f-ratio",
                        "p-f-ratio-estimated",
                        "rox",
                        "shock-index",
                        "easix",
                        "m-easix",
                        "tocilizumab-doses",
                        "tocilizumab-dose",
                        "tocilizumab-next",
                        "steroids-24-h",
                        "steroids-in-all",
                        "news2");

        assertThat(DerivedValues.of(Bedside.of(null, null).picture(0), SitePolicy.DEFAULT))
                .extracting(DerivedValue::name)
                .containsExactlyElementsOf(always);
        assertThat(onVasopressor())
                .extracting(DerivedValue::name)
                .startsWith("norepinephrine-equivalent-kotani", "norepinephrine-equivalent-vasst")
                .endsWith(always.toArray(String[]::new));
    }

    @Test
    void whateverHasNoValueSaysWhatIsMissing() {
        assertThat(DerivedValues.of(Bedside.of(null, null).picture(0), SitePolicy.DEFAULT))
                .filteredOn(DerivedValue::isNone)
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.missing()).isNotEmpty());
    }

    @Test
    void aSentenceHasValueFormulaInputsAndWhatIsMissing() {
        Bedside bedside = Bedside.adult().at(1, pulse(120), Facts.pressure(96, 51));

        assertThat(bedside.value("shock-index", 3).sentence(new Infusion("axi-cel", Facts.ZERO)))
                .isEqualTo(
                        "Shock index 1.25 = heart rate (/min) / systolic pressure (mmHg);"
                                + " heart rate 120 /min (2 h ago), pressure 96/51 mmHg (mean 66)"
                                + " (2 h ago)");
        assertThat(bedside.value("easix", 3).sentence(new Infusion("axi-cel", Facts.ZERO)))
                .isEqualTo(
                        "EASIX = LDH (U/L) x creatinine (mg/dL) / platelets (10*9/L); missing:"
                                + " LDH: never charted; creatinine: never charted; platelets:"
                                + " never charted");
        assertThat(bedside.value("easix", 3).ageText()).isEmpty();
    }

    @Test
    void aSentenceTellsATimeByTheDayAfterTheInfusion() {
        DerivedValue next =
                Bedside.adult().at(62, given("tocilizumab", 560.0)).value("tocilizumab-next", 63);

        // 8 h after hour 62 is hour 70: day 2, 22:00.
        assertThat(next.sentence(new Infusion("axi-cel", Facts.ZERO)))
                .startsWith("Next tocilizumab, earliest day 2 22:00 = ");
    }

    @Test
    void aTimeIsToldInTheZoneAskedFor() {
        DerivedValue next =
                Bedside.adult().at(1, given("tocilizumab", 560.0)).value("tocilizumab-next", 2);

        assertThat(next.valueText(ZoneId.of("Europe/Berlin"))).isEqualTo("10:00");
    }

    @Test
    void oneValueThatIsStaleTakesNoOtherWithIt() {
        Bedside bedside =
                Bedside.adult()
                        .at(1, Bedside.laboratory(Analyte.LDH, 300))
                        .at(40, pulse(90), Facts.NORMAL_PRESSURE);

        assertThat(bedside.value("shock-index", 40).isNone()).isFalse();
        assertThat(bedside.value("easix", 40).isNone()).isTrue();
    }

    // [utest->req~derived.units~1]
    @Test
    void thePageHasTheUnitsAndLimitsOfEveryAnalyte() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("src/site/markdown/derived-values.md")).stream()
                        .filter(line -> line.matches("\\|[^|]*\\|[^|]*\\|[^|]* to [^|]*\\|"))
                        .toList();

        for (Analyte analyte : Analyte.values()) {
            String limits =
                    "| %s to %,d |"
                            .formatted(
                                    Wording.number(analyte.lowestPlausible()),
                                    (long) analyte.highestPlausible());
            assertThat(rows)
                    .filteredOn(row -> row.split("\\|", -1)[1].contains(analyte.label()))
                    .singleElement()
                    .asString()
                    .endsWith(limits)
                    .satisfies(
                            row ->
                                    analyte.acceptedUnits()
                                            .forEach(
                                                    unit ->
                                                            assertThat(row.replace("\\", ""))
                                                                    .contains(unit)));
        }
    }

    @Test
    void thePageHasEveryValueWithItsFormulaAndSource() throws IOException {
        String page =
                Files.readString(Path.of("src/site/markdown/derived-values.md"))
                        .replaceAll("\\s+", " ");

        HashSet<String> names = new HashSet<>();
        assertThat(onVasopressor())
                .allSatisfy(
                        value -> {
                            assertThat(names.add(value.name())).isTrue();
                            assertThat(page)
                                    .contains("`" + value.name() + "`")
                                    .contains("`" + value.formula() + "`")
                                    .contains(value.definition().source())
                                    .contains(value.label());
                        })
                .hasSize(14);
    }
}
