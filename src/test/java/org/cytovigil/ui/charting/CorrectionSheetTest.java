package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.ConstitutionalSymptoms;
import org.cytovigil.clinical.Observation.FluidBolus;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Note;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.AmendedFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// [utest->req~ui.chart-correct~1]
class CorrectionSheetTest {
    private static final BodyTemperature SLIP =
            new BodyTemperature(Temperature.ofCelsius(39.4), TemperatureSite.ORAL, false);

    private final Desk desk = new Desk();

    /** Charts it, lets ten minutes pass, opens the panel and chooses it. */
    private Desk choose(Observation fact) {
        desk.ward.chart(desk.alpha, fact);
        desk.ward.pass(Duration.ofMinutes(10));
        desk.open(new CorrectionSheet(ZoneOffset.UTC));
        return desk.type("fact", desk.field("fact").choices().get(1).id());
    }

    @Test
    void theLatestFactsAreListedWithTimeAndAuthorTheNewestFirst() {
        desk.ward.chart(desk.alpha, new HeartRate(100));
        desk.ward.pass(Duration.ofMinutes(10));
        desk.ward.chart(desk.alpha, new HeartRate(110));
        desk.open(new CorrectionSheet(ZoneOffset.UTC));

        assertThat(desk.field("fact").choices())
                .extracting(Field.Choice::words)
                .containsExactly(
                        "-",
                        "1 Mar 18:10 · heart rate 110 /min · nurse N2",
                        "1 Mar 18:00 · heart rate 100 /min · nurse N2");
    }

    @Test
    void aCorrectionStandsAtTheTimeOfTheFactWithItsReasonAndBothAreKept() {
        Instant at = desk.ward.now();
        choose(SLIP).type("temperature", "38.4 C").type("reason", "misread").save();

        BodyTemperature right =
                new BodyTemperature(Temperature.ofCelsius(38.4), TemperatureSite.ORAL, false);
        assertThat(desk.told).containsExactly(new Entry.Corrected(SLIP, right, "misread"));
        assertThat(desk.times).containsExactly(at);
        assertThat(desk.ward.session().latest().stay(desk.alpha).orElseThrow().amended())
                .singleElement()
                .extracting(AmendedFact::was, AmendedFact::is, AmendedFact::by)
                .containsExactly(SLIP, right, "nurse N2");
        assertThat(desk.closed).hasSize(1);
    }

    @Test
    void aRetractionTakesTheFactOutWithItsReason() {
        choose(SLIP).type("act", "retract").type("reason", "other patient").save();

        assertThat(desk.told).containsExactly(new Entry.Retracted(SLIP, "other patient"));
        assertThat(
                        Readings.value(
                                desk.ward
                                        .session()
                                        .latest()
                                        .stay(desk.alpha)
                                        .orElseThrow()
                                        .picture()
                                        .temperature()))
                .isNull();
    }

    @Test
    void withoutAReasonNothingIsChanged() {
        choose(SLIP).type("temperature", "38.4 C").save();

        assertThat(desk.refusal("reason")).startsWith("Write why");
        assertThat(desk.told).isEmpty();
    }

    @Test
    void whatIsNotChangedIsNoCorrection() {
        choose(SLIP).type("reason", "misread").save();

        assertThat(desk.refusal("act")).isEqualTo("Nothing is changed.");
        assertThat(desk.told).isEmpty();
    }

    @Test
    void whatIsLeftEmptyIsNoCorrection() {
        choose(SLIP).type("temperature", "").type("reason", "misread").save();

        assertThat(desk.refusal("act")).startsWith("Nothing is left of it");
        assertThat(desk.told).isEmpty();
    }

    @Test
    void aCorrectionThatCannotBeIsAskedAbout() {
        choose(SLIP).type("temperature", "394 C").type("reason", "misread").save();

        assertThat(desk.question()).startsWith("Chart temperature 394 °C?");
        assertThat(desk.told).isEmpty();
    }

    @Test
    void onlyTheFieldsOfTheFactAreShown() {
        choose(SLIP);
        assertThat(desk.model().allFields())
                .filteredOn(Field::isShown)
                .extracting(Field::id)
                .containsExactly("fact", "act", "temperature", "site", "reason");

        desk.type("act", "retract");
        assertThat(desk.model().allFields())
                .filteredOn(Field::isShown)
                .extracting(Field::id)
                .containsExactly("fact", "act", "reason");
    }

    @Test
    void anotherFactChosenLeavesNothingOfTheFirst() {
        choose(SLIP);
        choose(new HeartRate(118)).type("heart-rate", "108").type("reason", "misread").save();

        assertThat(desk.told)
                .containsExactly(
                        new Entry.Corrected(new HeartRate(118), new HeartRate(108), "misread"));
    }

    @Test
    void whatHasNoFieldsHereCanOnlyBeTakenOut() {
        choose(new ConstitutionalSymptoms(true));

        assertThat(desk.field("act").choices())
                .extracting(Field.Choice::id)
                .containsExactly("retract");
    }

    @Test
    void aStoreThatCannotBeReadIsSaid() {
        desk.broken = true;
        desk.open(new CorrectionSheet(ZoneOffset.UTC));

        assertThat(desk.model().remarkProperty().get())
                .isEqualTo("What was charted cannot be read: The disk is gone.");
    }

    static List<Observation> facts() {
        return List.of(
                SLIP,
                new BodyTemperature(
                        Temperature.ofFahrenheit(102.9), TemperatureSite.UNSTATED, false),
                new BodyTemperature(
                        Temperature.ofFahrenheit(102.2), TemperatureSite.UNSTATED, true),
                new BloodPressure(
                        new Pressure(88), new Pressure(51), null, PressureSource.ARTERIAL_LINE),
                new HeartRate(118),
                new OxygenDevice(
                        new OxygenSupport.HighFlowCannula(
                                new OxygenFlow(40), OxygenFraction.of(0.5))),
                new VasopressorCharted(
                        new VasopressorInfusion(
                                Vasopressor.NOREPINEPHRINE,
                                new DoseRate(0.12, DoseUnit.UG_PER_KG_PER_MIN),
                                Salt.TARTRATE)),
                new FluidBolus(500),
                new TreatmentGiven(
                        new Treatment("tocilizumab", new DrugAmount(640), "over one hour")),
                new TreatmentGiven(new Treatment("anakinra", null, "100 mg s.c.")),
                new NeurologicalExamination(
                        null,
                        new CapdScore.Items(Arrays.asList(4, 1, 0, null, 2, null, 0, 3)),
                        null,
                        null,
                        null,
                        null,
                        null),
                new Note("Sister rang.\nWants to be called."),
                new NeurologicalExamination(
                        new IceScore.Items(true, null, true, false, 2, true, null, true),
                        null,
                        Observation.Consciousness.TO_VOICE,
                        null,
                        false,
                        null,
                        null));
    }

    /** What the fields show of a fact must be that fact, or a correction would change the rest. */
    @ParameterizedTest
    @MethodSource("facts")
    void whatIsFilledInReadsBackAsTheFactItself(Observation fact) {
        choose(fact).type("reason", "look").save();

        assertThat(desk.refusal("act")).isEqualTo("Nothing is changed.");
        assertThat(desk.told).isEmpty();
    }

    private String line(int place) {
        return desk.field("fact").choices().get(place).words();
    }

    @Test
    void whatWasCorrectedIsMarkedWithWhatItWasAndCanBeCorrectedAgain() {
        choose(SLIP).type("temperature", "38.4 C").type("reason", "misread").save();
        desk.pass(Duration.ofMinutes(1));
        desk.open(new CorrectionSheet(ZoneOffset.UTC));

        assertThat(line(1))
                .isEqualTo(
                        "1 Mar 18:00 · temperature 38.4 °C · nurse N2 · corrected by nurse N2:"
                                + " misread (was temperature 39.4 °C)");
        desk.type("fact", desk.field("fact").choices().get(1).id());
        desk.type("temperature", "38.2 C").type("reason", "again").save();
        assertThat(desk.told).hasSize(2);
    }

    @Test
    void whatWasTakenOutStandsInTheListAndNothingCanBeDoneWithIt() {
        choose(SLIP).type("act", "retract").type("reason", "other patient").save();
        desk.pass(Duration.ofMinutes(1));
        desk.open(new CorrectionSheet(ZoneOffset.UTC));

        assertThat(line(1))
                .isEqualTo(
                        "1 Mar 18:00 · temperature 39.4 °C · taken out by nurse N2: other patient");
        desk.type("fact", desk.field("fact").choices().get(1).id()).type("reason", "x").save();
        assertThat(desk.model().remarkProperty().get()).startsWith("This was taken out already");
        assertThat(desk.refusal("fact")).isEqualTo("Choose what was charted.");
        assertThat(desk.told).hasSize(1);
    }

    @Test
    void whatIsNoLongerChosenIsNotCorrected() {
        choose(SLIP).type("temperature", "38.4 C").type("reason", "misread");

        desk.type("fact", "").save();

        assertThat(desk.refusal("fact")).isEqualTo("Choose what was charted.");
        assertThat(desk.told).isEmpty();
    }

    @Test
    void ofTwoNotesThatBeginAlikeTheChosenOneIsTakenOut() {
        Note first = new Note("x".repeat(100) + " first");
        Note second = new Note("x".repeat(100) + " second");
        desk.ward.chart(desk.alpha, first);
        desk.ward.chart(desk.alpha, second);
        desk.ward.pass(Duration.ofMinutes(1));
        desk.open(new CorrectionSheet(ZoneOffset.UTC));

        desk.type("fact", desk.field("fact").choices().get(2).id());
        desk.type("act", "retract").type("reason", "twice").save();

        assertThat(desk.told).containsExactly(new Entry.Retracted(first, "twice"));
    }
}
