package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.feed.hl7.Wire.ORDER;
import static org.cytovigil.feed.hl7.Wire.PATIENT;
import static org.cytovigil.feed.hl7.Wire.header;
import static org.cytovigil.feed.hl7.Wire.spo2;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.LedgerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender is told. */
// [utest->req~feed.hl7~1]
class Hl7IntakeTest {
    private final Wire wire = new Wire();

    @Test
    void anAcceptedMessageIsAnsweredInItsOwnWords() {
        String answer = wire.send(header("ORU^R01^ORU_R01", "17"), PATIENT, ORDER, spo2("93"));

        assertThat(answer.split("\r", -1))
                .containsExactly(
                        "MSH|^~\\&|CYTOVIGIL||GATE|WARD7|20260302123000.000+0000||ACK^R01^ACK|CV1772454600000-1|P|2.5||||||",
                        "MSA|AA|17|",
                        "");
        assertThat(wire.told).hasSize(1);
    }

    @Test
    void whatWentToTheQuarantineIsSaidInTheAnswer() {
        String answer = wire.send(header("ORU^R01", "17"), PATIENT, ORDER, spo2("8388607"));

        assertThat(answer.split("\r", -1))
                .contains(
                        "MSA|AA|17|1 in quarantine: 8388607 stands for no value",
                        "ERR|||103^Table value not found^HL70357|W||||1 in quarantine: 8388607 stands for no value");
        assertThat(wire.told).isEmpty();
        assertThat(wire.ledger.items().getFirst().raw())
                .isEqualTo(
                        String.join(
                                "\r", header("ORU^R01", "17"), PATIENT, ORDER, spo2("8388607")));
        assertThat(wire.ledger.items().getFirst().source()).isEqualTo("GATE/WARD7");
        assertThat(wire.ledger.items().getFirst().line()).isEqualTo(4);
    }

    @Test
    void aStoreThatFailsIsAnsweredAe() {
        Hl7Intake failing =
                new Hl7Intake(
                        batch -> {
                            throw new LedgerException("The disk is full.");
                        },
                        wire.ledger,
                        CodeTable.standard(),
                        () -> Samples.NOW,
                        ZoneOffset.UTC);
        byte[] message =
                String.join("\r", header("ORU^R01", "17"), PATIENT, ORDER, spo2("93"))
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(new String(failing.answer(message, Wire.SENDER), StandardCharsets.UTF_8))
                .contains("MSA|AE|17|the store failed: nothing was kept");
        assertThat(new String(failing.answer(new byte[0], Wire.SENDER), StandardCharsets.UTF_8))
                .contains("MSA|AE||");
    }

    @Test
    void theSameMessageTwiceIsKeptOnceAndAnotherOfTheSameIdToo() {
        wire.send(header("ORU^R01", "17"), PATIENT, ORDER, spo2("93"));
        String again = wire.send(header("ORU^R01", "17"), PATIENT, ORDER, spo2("93"));
        wire.send(header("ORU^R01", "17"), PATIENT, ORDER, spo2("94"));

        assertThat(again).contains("MSA|AA|17|");
        assertThat(wire.told).hasSize(2);
        assertThat(wire.intake.counts()).isEqualTo(new Hl7Intake.Counts(3, 2, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ORU^R01, 2.2, version '2.2' is not read
                    ORU^R01, 3.0, version '3.0' is not read
                    ORU^R40, 2.5, messages of type 'ORU_R40' are not read
                    ADT^A99, 2.5, messages of type 'ADT_A99' are not read
                    """)
    void whatIsNeverReadIsRefusedAndKept(String type, String version, String reason) {
        String head = header(type, "17").replace("|2.5", "|" + version);

        assertThat(wire.send(head, PATIENT, ORDER, spo2("93"))).contains("MSA|AR|17|" + reason);
        assertThat(wire.ledger.items()).hasSize(1);
        assertThat(wire.ledger.items().getFirst().raw()).contains(spo2("93"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MSH", "MSH|", "hello", "PID|||1", "MSHXABCX", "\u000b\u001c"})
    void whatIsNoMessageIsRefusedAndKept(String text) {
        assertThat(wire.send(text)).contains("\rMSA|AR||no MSH segment\r");
        assertThat(wire.reasons()).containsExactly("no HL7 message: it has no MSH segment");
    }

    @Test
    void noiseIsShownWithinBounds() {
        byte[] noise = new byte[100_000];

        wire.intake.answer(noise, Wire.SENDER);

        assertThat(wire.ledger.items().getFirst().raw())
                .startsWith("\\x00\\x00")
                .endsWith("... 100000 bytes in all")
                .hasSizeLessThan(20_000);
    }

    @Test
    void anOversizeMessageIsRefusedByItsStart() {
        byte[] start = header("ORU^R01", "17").getBytes(StandardCharsets.UTF_8);

        String answer =
                new String(
                        wire.intake.refuseOversize(start, 1_000_000, Wire.SENDER),
                        StandardCharsets.UTF_8);

        wire.intake.refuseOversize(start, 1_000_000, Wire.SENDER);

        assertThat(answer).contains("MSA|AR|17|longer than 1000000 bytes");
        assertThat(wire.reasons())
                .containsExactly("longer than 1000000 bytes; only its start is here");
    }

    @ParameterizedTest
    @CsvSource({
        "UNICODE UTF-8, UTF-8",
        "8859/1, ISO-8859-1",
        "8859/15, ISO-8859-15",
        "UNICODE, UTF-16LE",
        "ASCII, UTF-8"
    })
    void theEncodingOfTheMessageIsThatOfTheAnswer(String named, String charset) {
        String text =
                String.join(
                        "\r",
                        header("ORU^R01", "17") + "||||||" + named,
                        PATIENT.replace("Ann", "Zoé"),
                        ORDER,
                        "OBX|1|NM|150344^MDC_TEMP^MDC||38.5|°C|||||F");

        byte[] answer =
                wire.intake.answer(
                        text.getBytes(java.nio.charset.Charset.forName(charset)), Wire.SENDER);

        assertThat(new String(answer, java.nio.charset.Charset.forName(charset)))
                .contains("MSA|AA|17|\r");
        assertThat(wire.told).hasSize(1);
    }

    @Test
    void lineFeedsInsideAFieldAreText() {
        wire.send(header("ORU^R01", "17"), PATIENT + "\nof the ward", ORDER, spo2("93"));

        assertThat(wire.told).hasSize(1);
        assertThat(wire.reasons()).isEmpty();
    }

    @Test
    void segmentsAfterALineFeedAmongCarriageReturnsAreNotLost() {
        wire.send(
                header("ORU^R01", "17"),
                PATIENT,
                ORDER,
                spo2("93") + "\n" + spo2("92").replace("20260302110000", "20260302110100"));

        assertThat(wire.told).hasSize(2);
    }

    @Test
    void everyPatientOfAMessageHasTheirOwnResults() {
        wire.send(
                header("ORU^R01", "17"),
                PATIENT,
                ORDER,
                spo2("93"),
                "PID|||70002",
                ORDER,
                spo2("94"));

        assertThat(wire.events())
                .containsExactly(
                        "S-1 Observed[observation=OxygenSaturation[percent=93.0]]",
                        "S-2 Observed[observation=OxygenSaturation[percent=94.0]]");
    }

    @Test
    void theZoneIsThatOfTheTimeElseOfTheMessageElseOfTheSite() {
        String own = spo2("91").replace("20260302110000", "20260302110000+0500");
        String site = header("ORU^R01", "18").replace("+0000", "");
        Hl7Intake berlin =
                new Hl7Intake(
                        wire.ledger,
                        wire.ledger,
                        CodeTable.standard(),
                        () -> Samples.NOW,
                        java.time.ZoneId.of("Europe/Berlin"));

        berlin.answer(bytes(header("ORU^R01", "17"), PATIENT, ORDER, own, spo2("92")), Wire.SENDER);
        berlin.answer(bytes(site, PATIENT, ORDER, spo2("93")), Wire.SENDER);

        assertThat(wire.told.stream().map(entry -> entry.at().toString()))
                .containsExactly(
                        "2026-03-02T06:00:00Z", "2026-03-02T11:00:00Z", "2026-03-02T10:00:00Z");
    }

    private static byte[] bytes(String... segments) {
        return String.join("\r", segments).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTimeThatTheClockSkippedIsRefused() {
        Hl7Intake berlin =
                new Hl7Intake(
                        wire.ledger,
                        wire.ledger,
                        CodeTable.standard(),
                        () -> Samples.NOW,
                        java.time.ZoneId.of("Europe/Berlin"));

        berlin.answer(
                bytes(
                        header("ORU^R01", "17").replace("+0000", ""),
                        PATIENT,
                        ORDER,
                        spo2("93").replace("20260302110000", "20260329023000")),
                Wire.SENDER);

        assertThat(wire.reasons()).containsExactly("'20260329023000' is no time to the minute");
    }

    @Test
    void anInfusionOfCellsIsChartedByTheLocalCode() {
        wire.send(
                header("ORU^R01", "17"),
                PATIENT,
                ORDER,
                "OBX|1|TX|CART-INFUSION^CAR-T infusion^99CYTOVIGIL||axi-cel||||||F|||20260302090000");

        assertThat(wire.events())
                .containsExactly(
                        "S-1 InfusionCharted[infusion=Infusion[product=axi-cel, at=2026-03-02T09:00:00Z]]");
    }

    @Test
    void nothingOfThePatientStandsInAnAnswer() {
        List<String> answers =
                List.of(
                        wire.send(
                                header("ORU^R01", "1"),
                                PATIENT.replace("70001", "99"),
                                ORDER,
                                spo2("9")),
                        wire.send(header("ADT^A08", "2"), "EVN||20260302", PATIENT),
                        wire.send(header("ORU^R01", "3"), PATIENT, "OBX|garbage"));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).doesNotContain("Sample", "70001"));
    }
}
