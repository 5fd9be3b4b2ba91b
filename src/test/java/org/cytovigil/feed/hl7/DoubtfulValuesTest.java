package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that look like one thing and are another are not charted without a word. */
// [utest->req~feed.hl7~1]
class DoubtfulValuesTest {
    private final Wire wire = new Wire();

    private void send(String... results) {
        String[] all = new String[results.length + 3];
        all[0] = Wire.header("ORU^R01", "1");
        all[1] = Wire.PATIENT;
        all[2] = Wire.ORDER;
        System.arraycopy(results, 0, all, 3, results.length);
        wire.send(all);
    }

    private List<Object> charted() {
        return wire.told.stream()
                .map(Entry::event)
                .map(event -> event instanceof Entry.Observed(Observation fact) ? fact : event)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0   , weight 0 kg is outside 0.3 to 400
                    -5  , weight -5 kg is outside 0.3 to 400
                    820 , weight 820 kg is outside 0.3 to 400
                    """)
    void aWeightThatCannotBeWaits(String kilograms, String reason) {
        send("OBX|1|NM|29463-7^Body weight^LN||%s|kg|||||F".formatted(kilograms));

        assertThat(charted()).isEmpty();
        assertThat(wire.reasons()).containsExactly(reason);
    }

    @Test
    void aWeightThatCanBeIsCharted() {
        send("OBX|1|NM|29463-7^Body weight^LN||400|kg|||||F");

        assertThat(charted()).hasSize(1);
        assertThat(wire.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    3151-8^Oxygen flow^LN    , 15 , L/min
                    3150-0^Inhaled oxygen^LN , 60 , %
                    3150-0^Inhaled oxygen^LN , 22 , %
                    """)
    void roomAirToWhichOxygenFlowsIsNoDeviceThatIsKnown(String code, String value, String unit) {
        send(
                "OBX|1|ST|107117-4^Oxygen device^LN||room air||||||F",
                "OBX|2|NM|%s||%s|%s|||||F".formatted(code, value, unit));

        assertThat(charted())
                .singleElement()
                .isInstanceOfSatisfying(
                        Observation.OxygenDevice.class,
                        device ->
                                assertThat(device.support())
                                        .isInstanceOf(OxygenSupport.Unrecognised.class));
        assertThat(wire.reasons())
                .containsExactly(
                        "accepted, but room air with a flow or FiO2 of oxygen: the device is not known");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    3151-8^Oxygen flow^LN    , 0  , L/min
                    3150-0^Inhaled oxygen^LN , 21 , %
                    """)
    void roomAirWithTheOxygenOfAirIsRoomAir(String code, String value, String unit) {
        send(
                "OBX|1|ST|107117-4^Oxygen device^LN||room air||||||F",
                "OBX|2|NM|%s||%s|%s|||||F".formatted(code, value, unit));

        assertThat(charted())
                .containsExactly(new Observation.OxygenDevice(new OxygenSupport.RoomAir()));
        assertThat(wire.reasons()).isEmpty();
    }

    private static String[] pump(String state, String drug, String dose, String... more) {
        String[] all = new String[more.length + 3];
        all[0] =
                "OBX|1|CWE|184519^MDC_PUMP_INFUSING_STATUS^MDC|1.1.1.1|^%s||||||R".formatted(state);
        all[1] = "OBX|2|ST|184514^MDC_DRUG_NAME_LABEL^MDC|1.1.2.1|%s||||||R".formatted(drug);
        all[2] = Feed.PUMP_DOSE.formatted("1.1", dose, "R");
        System.arraycopy(more, 0, all, 3, more.length);
        return all;
    }

    private static String weight(String kilograms) {
        return "OBX|5|NM|68063^MDC_ATTR_PT_WEIGHT^MDC|1.1.2.13|%s|263875^MDC_DIM_KILO_G^MDC|||||R"
                .formatted(kilograms);
    }

    private static String flow(String place, String code, String rate) {
        return "OBX|6|NM|%s^MDC|%s|%s|265266^MDC_DIM_MILLI_L_PER_HR^MDC|||||R"
                .formatted(code, place, rate);
    }

    /** 0.064 mg in a millilitre. */
    private static final String CONCENTRATION =
            "OBX|7|NM|157760^MDC_CONC_DRUG^MDC|1.1.2.11|0.064|264306^MDC_DIM_MILLI_G_PER_ML^MDC|||||R";

    private VasopressorInfusion infusion() {
        return charted().stream()
                .filter(Observation.VasopressorCharted.class::isInstance)
                .map(Observation.VasopressorCharted.class::cast)
                .map(Observation.VasopressorCharted::infusion)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0", "820"})
    void aDosePerKilogramOfAWeightThatCannotBeIsUnknown(String kilograms) {
        send(pump("pump-status-infusing", "norepinephrine", "0.1", weight(kilograms)));

        assertThat(charted()).hasSize(1);
        assertThat(infusion().rate()).isNull();
        assertThat(infusion().running()).isTrue();
        String reason = "weight %s kg is outside 0.3 to 400".formatted(kilograms);
        assertThat(wire.reasons())
                .containsExactlyInAnyOrder(
                        reason,
                        "accepted, but its dose is for a weight that cannot be: "
                                + reason
                                + ": the drug is charted as running at an unknown dose");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    pump-status-kvo
                    KVO
                    keep vein open
                    """)
    void whatWasProgrammedIsNotGivenWhileThePumpKeepsTheVeinOpen(String state) {
        send(pump(state, "norepinephrine", "0.1"));

        assertThat(infusion().rate()).isNull();
        assertThat(infusion().running()).isTrue();
        assertThat(wire.reasons())
                .containsExactly(
                        "accepted, but the pump keeps the vein open (KVO), and does not tell at"
                                + " what: the drug is charted as running at an unknown dose");
    }

    @Test
    void theFlowThatWasProgrammedIsNotWhatKeepsTheVeinOpen() {
        // 36 mL/h of 0.064 mg/mL is 38.4 ug/min; for 75 kg 0.512 ug/kg/min.
        send(
                pump(
                        "pump-status-kvo",
                        "norepinephrine",
                        "0.512",
                        weight("75"),
                        flow("1.1.2.4", "157784^MDC_FLOW_FLUID_PUMP", "36"),
                        CONCENTRATION));

        assertThat(infusion().rate()).isNull();
        assertThat(wire.reasons()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    36, 0.512
                    1 , 0.512
                    """)
    void theFlowThatKeepsTheVeinOpenIsTheDose(String programmed, String dose) {
        // 1 mL/h of 0.064 mg/mL is 64 ug/h: 1.0667 ug/min.
        send(
                pump(
                        "pump-status-kvo",
                        "norepinephrine",
                        dose,
                        weight("75"),
                        flow("1.1.1.2", "0^MDC_FLOW_FLUID_PUMP_CURRENT", "1"),
                        flow("1.1.2.4", "157784^MDC_FLOW_FLUID_PUMP", programmed),
                        CONCENTRATION));

        assertThat(Objects.requireNonNull(infusion().rate()).perMinute(new Weight(75)))
                .isCloseTo(1.0667, within(0.001));
        assertThat(wire.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Epinephrine racemic 2.25%",
        "Racemic epinephrine",
        "Epinephrine inhaled",
        "EPINEPHRINE NEBULIZED",
        "Adrenalin zur Inhalation",
        "Epinephrin vernebelt"
    })
    void epinephrineThatIsInhaledIsNoInfusion(String drug) {
        send(pump("pump-status-infusing", drug, "0.1"));

        assertThat(charted()).isEmpty();
        assertThat(wire.reasons()).hasSize(1);
        assertThat(wire.reasons().getFirst()).contains("'%s' is inhaled".formatted(drug));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    NM, 39.0^36.0, a value of several parts is no number
                    NM, 39.0&36.0, a value of several parts is no number
                    NM, 39.0^^^x , a value of several parts is no number
                    ST, 39.0^36.0, a value of several parts is no number
                    NM, 39.0~36.0, several values in one result
                    SN, =^39.0^^36.0, a limit or a range is no value
                    """)
    void aNumberHasNoSecondPart(String type, String value, String reason) {
        send("OBX|1|%s|8310-5^Body temperature^LN||%s|Cel|||||F".formatted(type, value));

        assertThat(charted()).isEmpty();
        assertThat(wire.reasons()).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"NM,39.0", "NM,39.0^", "NM,39.0~", "ST,39.0", "SN,=^39.0"})
    void emptyPartsSayNothing(String type, String value) {
        send("OBX|1|%s|8310-5^Body temperature^LN||%s|Cel|||||F".formatted(type, value));

        assertThat(charted()).hasSize(1);
        assertThat(wire.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
                    h   , f, none
                    H   , F, none
                    demo, F, marked demo: demonstration data
                    inv , f, marked inv: the device calls it invalid
                    none, x, no result (status x)
                    none, u, the status 'u' is not accepted
                    """)
    void flagsAndStatusesMeanTheSameInSmallLetters(String flag, String status, String reason) {
        send(
                "OBX|1|NM|8310-5^Body temperature^LN||39.0|Cel||%s|||%s"
                        .formatted(flag == null ? "" : flag, status));

        assertThat(charted()).hasSize(reason == null ? 1 : 0);
        assertThat(wire.reasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "Stop", "idle", "pump-status-idle", "not infusing"})
    void wordsForAPumpThatDoesNotInfuseAreStops(String state) {
        send(pump(state, "norepinephrine", "0.1"));

        assertThat(infusion().running()).isFalse();
        assertThat(wire.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    weird             | accepted, but the state of a pump 'weird' is not in the table: the drug is charted as running at an unknown dose
                    Infusion complete | accepted, but the pump keeps the vein open (KVO), and does not tell at what: the drug is charted as running at an unknown dose
                    """)
    void aStateThatLeavesTheDoseOpenIsToldOf(String state, String reason) {
        send(pump(state, "norepinephrine", "0.1"));

        assertThat(infusion().running()).isTrue();
        assertThat(infusion().rate()).isNull();
        assertThat(wire.reasons()).containsExactly(reason);
    }

    @Test
    void aDoseOfNothingIsAStopInAnUnknownStateToo() {
        send(pump("weird", "norepinephrine", "0"));

        assertThat(infusion().running()).isFalse();
        assertThat(wire.reasons())
                .containsExactly("accepted, but the state of a pump 'weird' is not in the table");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    150344^MDC_TEMP^MDC             | 38.5 | 268192^MDC_DIM_KELVIN^MDC                | its units disagree: 268192, MDC_DIM_KELVIN
                    150344^MDC_TEMP^MDC             | 38.5 | 268192^mdc_dim_kelvin^MDC                | its units disagree: 268192, mdc_dim_kelvin
                    68063^MDC_ATTR_PT_WEIGHT^MDC    | 70   | ^^^263875^MDC_DIM_MILLI_G^MDC            | its units disagree: 263875, MDC_DIM_MILLI_G
                    """)
    void aUnitUnderTheNameOfAnotherWaits(String code, String value, String unit, String reason) {
        send("OBX|1|NM|%s||%s|%s|||||F".formatted(code, value, unit));

        assertThat(charted()).isEmpty();
        assertThat(wire.reasons()).containsExactly(reason);
    }

    @Test
    void aUnitUnderTheFreeTextOfAVendorIsItsCode() {
        send("OBX|1|NM|150344^MDC_TEMP^MDC||38.5|268192^degrees (C)^MDC|||||F");

        assertThat(charted()).hasSize(1);
        assertThat(wire.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MICRO_G_PER_KG_PER_MIN, MILLI_G_PER_KG_PER_MIN", "MILLI_G_PER_ML, MICRO_G_PER_ML"})
    void aDoseOrConcentrationInTwoUnitsIsNoneThatIsKnown(String unit, String another) {
        String[] all =
                pump(
                        "pump-status-infusing",
                        "norepinephrine",
                        "0.1",
                        flow("1.1.2.12", "157784^MDC_FLOW_FLUID_PUMP", "10"),
                        CONCENTRATION);
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i].replace("MDC_DIM_" + unit, "MDC_DIM_" + another);
        }
        send(all);

        assertThat(infusion().running()).isTrue();
        assertThat(wire.reasons()).hasSize(1);
        assertThat(wire.reasons().getFirst()).contains("its units disagree", another);
    }
}
