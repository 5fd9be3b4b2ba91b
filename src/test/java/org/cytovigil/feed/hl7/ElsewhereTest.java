package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.feed.hl7.Wire.ORDER;
import static org.cytovigil.feed.hl7.Wire.PATIENT;
import static org.cytovigil.feed.hl7.Wire.header;

import org.cytovigil.clinical.Observation;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a general code calls the patient's, and whose surroundings say otherwise. */
// [utest->req~feed.hl7~1]
class ElsewhereTest {
    private final Wire wire = new Wire();

    private static String result(String code, String value, String unit) {
        return "OBX|1|NM|%s||%s|%s|||||F|||20260302110000".formatted(code, value, unit);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    8478-0^Mean pulmonary artery pressure^LN, 26, mm[Hg]
                    8478-0^Mean airway pressure^LN, 18, mm[Hg]
                    8478-0^Mean central venous pressure^LN, 9, mm[Hg]
                    8480-6^Systolic pulmonary BP^LN, 38, mm[Hg]
                    8480-6^Right ventricle systolic BP^LN, 38, mm[Hg]
                    8478-0^Mean blood pressure^LN^PAPM^Mean pulmonary artery pressure^L, 26, mm[Hg]
                    8310-5^Airway temperature^LN, 41, Cel
                    8310-5^Ambient temperature^LN, 22, Cel
                    8310-5^Blood warmer line temperature^LN, 41, Cel
                    29463-7^Birth weight^LN, 3, kg
                    29463-7^Ideal body weight^LN, 60, kg
                    777-3^Mean platelet volume^LN, 9, 10*9/L
                    59408-5^Mixed venous oxygen saturation^LN, 62, %
                    """)
    void aNameThatTellsOfElsewhereWaitsInTheQuarantine(String code, String value, String unit) {
        wire.send(header("ORU^R01", "1"), PATIENT, ORDER, result(code, value, unit));

        assertThat(wire.told).isEmpty();
        assertThat(wire.reasons())
                .singleElement()
                .asString()
                .startsWith("code and name disagree: ");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    8478-0^Mean blood pressure^LN, 66, mm[Hg]
                    8310-5^Body temperature^LN, 38.6, Cel
                    29463-7^Body weight^LN, 82, kg
                    777-3^Platelets [#/volume] in Blood^LN, 90, 10*9/L
                    59408-5^Oxygen saturation in Arterial blood by Pulse oximetry^LN, 95, %
                    """)
    void thePatientsOwnAreCharted(String code, String value, String unit) {
        wire.send(header("ORU^R01", "1"), PATIENT, ORDER, result(code, value, unit));

        assertThat(wire.reasons()).isEmpty();
        assertThat(wire.told).hasSize(1);
    }

    @Test
    void aChannelOfThePulmonaryArteryMakesItsPressuresNobodysBloodPressure() {
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                ORDER,
                "OBX|1||150044^MDC_PRESS_BLD_ART_PULM^MDC|1.2.1.0|||||||X",
                "OBX|2|NM|150019^MDC_PRESS_BLD_MEAN^MDC|1.2.1.150019|26|266016^MDC_DIM_MMHG^MDC|||||F|||20260302110000");

        assertThat(wire.told).isEmpty();
        assertThat(wire.reasons())
                .contains("the code does not fit where it stands: 'MDC_PRESS_BLD_ART_PULM'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OBR|1|||^Pulmonary artery catheter|||20260302110000;",
                "OBR|1|||vitals|||20260302110000;||||||PULM^Pulmonary artery"
            })
    void orderAndSiteTellItToo(String orderAndSite) {
        String[] parts = orderAndSite.split(";", -1);
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                parts[0],
                result("8478-0^Mean blood pressure^LN", "26", "mm[Hg]") + parts[1]);

        assertThat(wire.told).isEmpty();
        assertThat(wire.reasons())
                .singleElement()
                .asString()
                .startsWith("the code does not fit where it stands");
    }

    @Test
    void aValueMoreThanAnHourAheadIsASlipAndWaits() {
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                ORDER,
                result("8310-5^Body temperature^LN", "39", "Cel")
                        .replace("20260302110000", "20270302110000"));

        assertThat(wire.told).isEmpty();
        assertThat(wire.reasons())
                .containsExactly("its time is more than an hour ahead of the program's");
    }

    /** Marked as record number of nobody here; the second is a number of another kind. */
    @Test
    void aNumberOfAnotherKindIsNoRecordNumber() {
        wire.send(
                header("ORU^R01", "1"),
                "PID|||NEW9^^^HOSP^MR~70001^^^NHS^NH||Sample^Ann",
                ORDER,
                Wire.spo2("93"));
        wire.send(
                header("ORU^R01", "2"), "PID|||70001^^^SSA^SS||Sample^Ann", ORDER, Wire.spo2("94"));

        assertThat(wire.told).isEmpty();
        assertThat(wire.reasons()).containsExactly("unknown patient", "it names no patient");
    }

    @ParameterizedTest
    @CsvSource({"RA^Ventilator", "NC^Ventilator^L"})
    void aDeviceWhoseCodeAndTextDifferIsNotTakenForEither(String device) {
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                ORDER,
                "OBX|1|CWE|107117-4^Oxygen device^LN||%s||||||F|||20260302110000"
                        .formatted(device));

        assertThat(wire.told)
                .extracting(Entry::event)
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.Observed.class,
                        observed ->
                                assertThat(observed.observation())
                                        .isInstanceOfSatisfying(
                                                Observation.OxygenDevice.class,
                                                charted ->
                                                        assertThat(charted.support().device())
                                                                .isEqualTo("unrecognised")));
    }

    /** Flow, concentration and dose of a pump that says it is infusing. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    5, 0,   ''
                    5, -16, ''
                    5, 100, 0
                    """)
    void aPumpThatInfusesIsNeverTakenForStopped(String flow, String concentration, String dose) {
        String place = "1.1.1.";
        wire.send(
                header("ORU^R01", "1"),
                PATIENT,
                ORDER,
                pumped("ST", "184514^MDC_DRUG_NAME_LABEL^MDC", place + 1, "Norepinephrine", ""),
                pumped(
                        "CWE",
                        "184519^MDC_PUMP_INFUSING_STATUS^MDC",
                        place + 2,
                        "^pump-status-infusing",
                        ""),
                pumped(
                        "NM",
                        "157784^MDC_FLOW_FLUID_PUMP^MDC",
                        place + 3,
                        flow,
                        "265266^MDC_DIM_MILLI_L_PER_HR^MDC"),
                pumped("NM", "157760^MDC_CONC_DRUG^MDC", place + 4, concentration, "ug/mL"),
                dose.isEmpty()
                        ? "NTE|1"
                        : pumped(
                                "NM",
                                "157924^MDC_RATE_DOSE^MDC",
                                place + 5,
                                dose,
                                "265619^MDC_DIM_MICRO_G_PER_KG_PER_MIN^MDC"));

        assertThat(wire.told)
                .extracting(Entry::event)
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.Observed.class,
                        observed ->
                                assertThat(observed.observation())
                                        .isInstanceOfSatisfying(
                                                Observation.VasopressorCharted.class,
                                                charted -> {
                                                    assertThat(charted.infusion().running())
                                                            .isTrue();
                                                    assertThat(charted.infusion().rate()).isNull();
                                                }));
        assertThat(wire.reasons())
                .anySatisfy(reason -> assertThat(reason).contains("running at an unknown dose"));
    }

    private static String pumped(
            String type, String code, String place, String value, String unit) {
        return "OBX|1|%s|%s|%s|%s|%s|||||F|||20260302110000"
                .formatted(type, code, place, value, unit);
    }
}
