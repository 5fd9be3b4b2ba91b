package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.RiskFactors;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Risk factors and heights as a nurse charts them, at admission and afterwards. */
// [utest->req~ui.risk-factors~1]
class RiskRoomTest {
    private final Ward ward = new Ward();
    private final StayId alpha = ward.admit("4", "DEMO Alpha");
    private final Workbench bench =
            new Workbench(
                    ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {});
    private final PatientViewModel model = open();

    private PatientViewModel open() {
        ward.pass(Duration.ofHours(6));
        return new PatientViewModel(bench, alpha);
    }

    private RiskForm fields() {
        return model.risks().fields();
    }

    private void keep() {
        model.risks().keep();
        pass();
    }

    private void pass() {
        ward.pass(Duration.ofMinutes(1));
        model.show(ward.session().latest());
    }

    private List<RiskFactor> known(StayId stay) {
        return RiskFactors.of(
                        ward.session().latest().stay(stay).orElseThrow(),
                        ward.session().latest().at())
                .stream()
                .map(RiskFactors.Known::risk)
                .toList();
    }

    private String said() {
        return model.saidProperty().get();
    }

    private void chartDose() {
        fields().dose().set("2");
        fields().perProperty().set(CountedIn.CELLS_PER_KILOGRAM);
        keep();
    }

    @Test
    void allFiveAreChartedAndShownWithUnitAndTime() {
        assertThat(model.shownProperty().get().risks()).containsExactly("None is charted.");
        fields().dose().set("250");
        fields().perProperty().set(CountedIn.CELLS);
        fields().measure().set("60 % blasts");
        fields().burdenProperty().set(RiskFactor.Judged.HIGH);
        fields().regimen().set("bendamustine");
        fields().platelets().set("42");
        fields().ferritin().set("1200");
        keep();

        assertThat(said()).isEqualTo("Kept: the risk factors stand as typed.");
        assertThat(model.shownProperty().get().risks())
                .satisfiesExactly(
                        dose ->
                                assertThat(dose)
                                        .isEqualTo(
                                                "cell dose 250 ×10⁶ cells, as charted 2026-03-01"
                                                        + " 14:00"),
                        burden ->
                                assertThat(burden)
                                        .startsWith("disease burden: 60 % blasts, judged high,"),
                        depletion ->
                                assertThat(depletion).startsWith("lymphodepletion: bendamustine,"),
                        platelets ->
                                assertThat(platelets)
                                        .startsWith("baseline platelets 42 ×10⁹/L, as charted")
                                        .contains("Cut-offs of CAR-HEMATOTOX", "75 and 175"),
                        ferritin ->
                                assertThat(ferritin)
                                        .startsWith("baseline ferritin 1200 ng/mL, as charted")
                                        .contains("650 and 2000 ng/mL"));
        assertThat(model.isTouched()).isFalse();
    }

    @Test
    void aBaselineThatWasMeasuredIsShownInPlaceOfATypedOne() {
        fields().platelets().set("42");
        keep();
        ward.send(
                alpha,
                Duration.ofHours(8),
                new Entry.Observed(new Observation.LaboratoryResult(Analyte.PLATELETS, 61)));
        pass();

        assertThat(model.shownProperty().get().risks())
                .singleElement()
                .asString()
                .startsWith("platelets 61 ×10⁹/L, last result before the infusion, 2026-03-01 06:");
        assertThat(fields().platelets().typed()).isEqualTo("42");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    many, CELLS_PER_KILOGRAM, 'Type millions of cells, for instance 2 or 250.'
                    2,    UNSTATED,           'Choose what it is counted in: cells in all, or for each kilogram.'
                    250,  CELLS_PER_KILOGRAM, 'This cannot be: cell dose 250 10^6 cells/kg is outside 0.001 to 100.'
                    20000, CELLS,             'This cannot be: cell dose 20000 10^6 cells is outside 0.01 to 10000.'
                    """)
    void aDoseThatCannotBeOrHasNoUnitIsRefused(String typed, CountedIn unit, String why) {
        fields().dose().set(typed);
        fields().perProperty().set(unit);
        keep();
        keep();

        assertThat(fields().dose().noteProperty().get()).isEqualTo(why);
        assertThat(known(alpha)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    20, CELLS_PER_KILOGRAM, '20 million cells a kilogram is much. Is it the whole dose?'
                    2,  CELLS,              '2 million cells in all is little. Is it the dose for each kilogram?'
                    """)
    void aDoseThatMayBeOfTheOtherUnitIsAskedAboutOnce(String typed, CountedIn unit, String asked) {
        fields().dose().set(typed);
        fields().perProperty().set(unit);
        keep();
        String question = fields().dose().noteProperty().get();
        List<RiskFactor> before = known(alpha);
        keep();

        assertThat(question).isEqualTo(asked);
        assertThat(before).isEmpty();
        assertThat(known(alpha)).hasSize(1);
    }

    @Test
    void anotherUnitIsAskedAboutAnew() {
        fields().dose().set("20");
        fields().perProperty().set(CountedIn.CELLS_PER_KILOGRAM);
        keep();
        fields().perProperty().set(CountedIn.CELLS);

        assertThat(model.askingProperty().get()).isFalse();
    }

    @Test
    void aTenfoldJumpIsAskedAbout() {
        fields().ferritin().set("1200");
        keep();
        fields().ferritin().set("12000");
        model.risks().reason().set("misread");
        keep();

        assertThat(fields().ferritin().noteProperty().get())
                .isEqualTo("12000 is ten times more or less than the 1200 before. Is it right?");
        assertThat(known(alpha)).containsExactly(new RiskFactor.Baseline(Analyte.FERRITIN, 1200));
    }

    @Test
    void aCorrectionNeedsAReasonAndBothStayInTheLedger() {
        chartDose();
        fields().dose().set("3");
        keep();
        String refused = model.risks().reason().noteProperty().get();
        model.risks().reason().set("from the protocol");
        keep();

        assertThat(refused).startsWith("Something charted is put right or taken out");
        RiskFactor was = new RiskFactor.CellDose(2, RiskFactor.Per.KILOGRAM);
        RiskFactor is = new RiskFactor.CellDose(3, RiskFactor.Per.KILOGRAM);
        assertThat(known(alpha)).containsExactly(is);
        assertThat(ward.session().entries(alpha))
                .filteredOn(entry -> entry.event() instanceof Entry.Corrected)
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.at()).isEqualTo(Ward.START.plus(Duration.ofHours(6)));
                            assertThat(entry.event())
                                    .isEqualTo(
                                            new Entry.Corrected(
                                                    new Observation.RiskFactorCharted(was),
                                                    new Observation.RiskFactorCharted(is),
                                                    "from the protocol"));
                        });
    }

    @Test
    void whatIsEmptiedIsTakenOutWithAReason() {
        chartDose();
        fields().dose().set("");
        fields().perProperty().set(CountedIn.UNSTATED);
        model.risks().reason().set("of another patient");
        keep();

        assertThat(known(alpha)).isEmpty();
        assertThat(ward.session().entries(alpha))
                .extracting(Entry::event)
                .contains(
                        new Entry.Retracted(
                                new Observation.RiskFactorCharted(
                                        new RiskFactor.CellDose(2, RiskFactor.Per.KILOGRAM)),
                                "of another patient"));
    }

    @Test
    void whatSomebodyElseChartsMeanwhileIsNotOverwritten() {
        fields().measure().set("bulky");
        ward.chart(
                alpha,
                new Observation.RiskFactorCharted(
                        new RiskFactor.DiseaseBurden("60 % blasts", RiskFactor.Judged.UNSTATED)));
        pass();
        keep();

        assertThat(said()).startsWith("Not kept: somebody else charted risk factors");
        assertThat(fields().measure().typed()).isEqualTo("60 % blasts");
    }

    @Test
    void nothingTypedKeepsNothing() {
        keep();

        assertThat(said()).isEqualTo("Nothing was changed.");
    }

    @Test
    void heightsHaveAHistoryAsWeightsHave() {
        model.body().height().set("172");
        model.body().keep();
        pass();
        model.body().height().set("100");
        model.body().keep();
        String asked = model.body().height().noteProperty().get();
        model.body().height().set("171.5");
        model.body().weight().set("79");
        model.body().keep();
        pass();

        assertThat(asked)
                .isEqualTo("100 cm is more than a tenth away from the 172 cm before. Is it right?");
        assertThat(model.shownProperty().get().body())
                .containsExactly(
                        "79 kg · 2026-03-01 14:01",
                        "80 kg · 2026-03-01 08:00, at admission",
                        "171.5 cm · 2026-03-01 14:01",
                        "172 cm · 2026-03-01 14:00");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    tall, 'Type centimetres, for instance 172.'
                    1.72, 'This cannot be: height 1.72 cm is outside 20 to 260.'
                    """)
    void aHeightThatCannotBeIsRefused(String typed, String why) {
        model.body().height().set(typed);
        model.body().keep();
        model.body().keep();

        assertThat(model.body().height().noteProperty().get()).isEqualTo(why);
    }

    @Test
    void heightAndRiskFactorsAreChartedWithTheAdmission() {
        List<StayId> opened = new ArrayList<>();
        AdmitViewModel admit = new AdmitViewModel(bench, opened::add);
        admit.bed().set("7");
        admit.person().name().set("DEMO Bravo");
        admit.person().number().set("0042");
        admit.height().set("172");
        admit.risks().dose().set("2");
        admit.risks().perProperty().set(CountedIn.CELLS_PER_KILOGRAM);
        admit.risks().depletionProperty().set(RiskFactor.Judged.HIGH);
        admit.admit();
        ward.pass(Duration.ofSeconds(1));
        admit.show(ward.session().latest());

        StayId bravo = opened.getFirst();
        assertThat(known(bravo))
                .containsExactly(
                        new RiskFactor.CellDose(2, RiskFactor.Per.KILOGRAM),
                        new RiskFactor.Lymphodepletion("", RiskFactor.Judged.HIGH));
        assertThat(
                        ward.session()
                                .latest()
                                .stay(bravo)
                                .orElseThrow()
                                .chart()
                                .of(Parameter.HEIGHT)
                                .value(0))
                .isEqualTo(new Height(172).centimetres());
    }

    @Test
    void aChoiceAloneIsNotLostByOneEscape() {
        AdmitViewModel admit = new AdmitViewModel(bench, stay -> {});
        admit.risks().burdenProperty().set(RiskFactor.Judged.HIGH);

        assertThat(admit.mayLeave()).isFalse();
        assertThat(admit.mayLeave()).isTrue();
    }
}
