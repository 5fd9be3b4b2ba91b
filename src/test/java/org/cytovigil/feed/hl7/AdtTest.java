package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.feed.hl7.Wire.header;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Admission, transfer, discharge and who a patient is. */
// [utest->req~feed.adt~1]
class AdtTest {
    private static final String EVENT = "EVN||20260302100000";
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private final Wire wire = new Wire();

    private static String pid(String number, String name, String born) {
        return "PID|||%s^^^HOSP^MR||%s||%s|F".formatted(number, name, born);
    }

    private static String pv1(String bed, String visit) {
        return "PV1||I|%s||||||||||||||||%s".formatted(bed, visit);
    }

    private String send(String type, String... rest) {
        String[] all = new String[rest.length + 2];
        all[0] = header("ADT^" + type, type + wire.told.size());
        all[1] = EVENT;
        System.arraycopy(rest, 0, all, 2, rest.length);
        return wire.send(all);
    }

    private List<String> lines() {
        return wire.told.stream()
                .map(entry -> "%s %s %s".formatted(entry.stay(), entry.at(), entry.event()))
                .toList();
    }

    @Test
    void anAdmissionBeginsAStayWithoutAnInfusion() {
        String answer = send("A01", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"));

        assertThat(answer).contains("MSA|AA|");
        assertThat(wire.told)
                .extracting(Entry::event)
                .containsExactly(
                        new Entry.Admitted(
                                new Stay(
                                        new StayId("V-5"),
                                        new Patient(
                                                "Doe, Jane",
                                                "5",
                                                55.0,
                                                null,
                                                Patient.Baseline.NONE),
                                        null,
                                        TEN,
                                        null,
                                        "W7 3 2",
                                        Stay.Origin.LIVE)));
    }

    @Test
    void theSameAdmissionSentAnewChangesNothingAndAnotherNameIsAnAmendment() {
        send("A01", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"));
        send("A01", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"), "ZZZ|again");
        assertThat(wire.told).hasSize(1);

        send("A01", pid("5", "Roe^Jane", "19700303"), pv1("W7^3^2", "V-5"));

        assertThat(lines().getLast())
                .startsWith(
                        "V-5 2026-03-02T10:00:00Z PatientIdentified[patient=Patient[name=Roe,"
                                + " Jane");
    }

    /** Somebody at the bedside was quicker than the hospital's system. */
    // [utest->req~ui.admit~1]
    @Test
    void anAdmissionOfOneWhoWasAdmittedByHandIsNoSecondStay() {
        Stay byHand =
                new Stay(
                        StayId.byHand("5", TEN),
                        new Patient("Do, Jane", "5", null, null, Patient.Baseline.NONE),
                        null,
                        TEN,
                        null,
                        "3",
                        Stay.Origin.LIVE);
        wire.ledger.append(
                List.of(
                        new Entry(
                                byHand.id(),
                                TEN,
                                TEN,
                                new Author(Author.Kind.PERSON, "nurse N2"),
                                new Entry.Admitted(byHand))));

        send("A01", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"));
        send("A03", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"));

        assertThat(wire.told).extracting(Entry::stay).containsOnly(byHand.id());
        assertThat(wire.told.get(1).event())
                .isEqualTo(
                        new Entry.PatientIdentified(
                                new Patient("Doe, Jane", "5", 55.0, null, Patient.Baseline.NONE)));
        assertThat(wire.told.get(2).event()).isEqualTo(new Entry.Discharged());
    }

    /** Discharged, or admitted, by mistake: not every sender knows A13. */
    @ParameterizedTest
    @CsvSource({"A03", "A11"})
    void anAdmissionOfAStayThatIsOverHasItGoOn(String ended) {
        send("A01", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"));
        wire.send(
                header("ADT^" + ended, "8"),
                "EVN||20260302101000",
                pid("5", "Doe^Jane", "19700303"),
                pv1("W7^3^2", "V-5"));
        wire.send(
                header("ADT^A01", "9"),
                "EVN||20260302101500",
                pid("5", "Doe^Jane", "19700303"),
                pv1("W7^4^1", "V-5"));

        Census census = new Census();
        wire.told.forEach(census::take);
        assertThat(census.of(new StayId("V-5"), Samples.NOW))
                .contains(new Census.Whereabouts("W7 4 1", "", false));
    }

    @Test
    void aDischargeBeforeTheAdmissionWaitsInTheQuarantine() {
        send("A01", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"));
        wire.send(
                header("ADT^A03", "9"),
                "EVN||20260227100000",
                pid("5", "Doe^Jane", "19700303"),
                pv1("W7^3^2", "V-5"));

        assertThat(wire.told).hasSize(1);
        assertThat(wire.reasons()).containsExactly("the discharge is before the admission");
    }

    @Test
    void valuesFollowTheAdmissionAtOnce() {
        send("A01", pid("5", "Doe^Jane", "19700303"), pv1("W7^3^2", "V-5"));

        wire.send(header("ORU^R01", "9"), "PID|||5", Wire.ORDER, Wire.spo2("93"));

        assertThat(wire.told.getLast().stay()).isEqualTo(new StayId("V-5"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    A02, Moved[bed=W7 4 1]
                    A12, Moved[bed=W7 4 1]
                    A03, Discharged[]
                    A11, AdmissionCancelled[reason=cancelled by the sender (A11)]
                    A13, DischargeCancelled[]
                    """)
    void eventsOfAStay(String type, String event) {
        send(type, pid("70001", "Sample^Ann", ""), pv1("W7^4^1", ""));

        assertThat(lines()).containsExactly("S-1 2026-03-02T10:00:00Z " + event);
        assertThat(wire.reasons()).isEmpty();
    }

    @Test
    void theTimeOfTheDischargeIsThatOfTheVisit() {
        send(
                "A03",
                pid("70001", "Sample^Ann", ""),
                pv1("W7^4^1", "S-1") + "|".repeat(26) + "20260302093000");

        assertThat(lines()).containsExactly("S-1 2026-03-02T09:30:00Z Discharged[]");
    }

    @Test
    void aCancelledDischargeIsFoundThoughTheStayHasEnded() {
        send("A03", pid("70001", "Sample^Ann", ""));
        send("A13", pid("70001", "Sample^Ann", ""));

        assertThat(lines().getLast()).endsWith("DischargeCancelled[]");
    }

    @Test
    void twoPatientsSwapBeds() {
        send(
                "A17",
                pid("70001", "Sample^Ann", ""),
                pv1("W7^4^1", ""),
                pid("70002", "Sample^Bob", ""),
                pv1("W7^3^2", ""));

        assertThat(lines())
                .containsExactly(
                        "S-1 2026-03-02T10:00:00Z Moved[bed=W7 4 1]",
                        "S-2 2026-03-02T10:00:00Z Moved[bed=W7 3 2]");
    }

    @Test
    void halfASwapIsNone() {
        send(
                "A17",
                pid("70001", "Sample^Ann", ""),
                pv1("W7^4^1", ""),
                pid("99999", "Other", ""),
                pv1("W7^3^2", ""));

        assertThat(lines()).isEmpty();
        assertThat(wire.reasons()).containsExactly("unknown patient");
    }

    @Test
    void anAmendmentKeepsWhatTheMessageDoesNotTell() {
        send("A08", pid("70001", "Sample^Anne", "19750101"));

        // 51 by the date of birth, 50 as admitted: a birthday is no amendment.
        assertThat(lines().getLast())
                .contains("Patient[name=Sample, Anne, recordNumber=70001, ageYears=50.0");
    }

    @Test
    void aMergeGivesAllStaysTheNumberThatIsKept() {
        send("A40", pid("70009", "Sample^Ann", ""), "MRG|70001^^^HOSP^MR");

        assertThat(lines().getLast()).startsWith("S-1 ").contains("recordNumber=70009");
        wire.send(header("ORU^R01", "9"), "PID|||70001", Wire.ORDER, Wire.spo2("93"));
        wire.send(header("ORU^R01", "10"), "PID|||70009", Wire.ORDER, Wire.spo2("94"));
        assertThat(wire.told).extracting(Entry::stay).containsOnly(new StayId("S-1"));
        assertThat(wire.told).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    A01; PID|||; PV1||I|W7^3^2; it names no patient
                    A01; PID|||70002; PV1||I|W7^3^2||||||||||||||||S-1; its patient and its visit number are of different patients
                    A02; PID|||70001; PV1||I|; it names no bed
                    A02; PID|||99999; PV1||I|W7^3^2; unknown patient
                    A40; PID|||70001; PV1||I|; it does not name the two record numbers
                    """)
    void whatCannotBeReadWaitsWhole(String type, String patient, String visit, String reason) {
        String answer = send(type, patient, visit);

        assertThat(answer).contains("MSA|AA|");
        assertThat(wire.reasons()).containsExactly(reason);
        assertThat(wire.ledger.items().getFirst().raw()).contains(EVENT, patient, visit);
    }

    @Test
    void aMessageWithoutATimeWaits() {
        wire.send(header("ADT^A02", "1"), "PID|||70001", "PV1||I|W7^3^2");

        assertThat(wire.reasons()).containsExactly("it names no time to the minute");
    }

    private String sendAt(String type, String time, String... rest) {
        String[] all = new String[rest.length + 2];
        all[0] = header("ADT^" + type, type + time);
        all[1] = "EVN||" + time;
        System.arraycopy(rest, 0, all, 2, rest.length);
        return wire.send(all);
    }

    private static final String JANE = pid("5", "Doe^Jane", "19700303");

    @Test
    void anAdmissionWithoutAVisitNumberSentAgainLaterIsTheSameStay() {
        sendAt("A01", "20260302100000", JANE, "PV1||I|W7^3^2");
        sendAt("A01", "20260302103000", JANE, "PV1||I|W7^3^2");
        assertThat(lines()).hasSize(1);

        sendAt("A01", "20260302104500", pid("5", "Roe^Jane", "19700303"), "PV1||I|W7^3^2");

        assertThat(lines().getLast())
                .startsWith("5-2026-03-02T10:00:00Z ")
                .contains("PatientIdentified[patient=Patient[name=Roe, Jane");
        assertThat(wire.reasons()).isEmpty();
    }

    @Test
    void aPatientHereUnderAVisitNumberIsNotAdmittedAgainWithoutOne() {
        sendAt("A01", "20260302100000", JANE, pv1("W7^3^2", "V-5"));
        sendAt("A01", "20260302103000", JANE, "PV1||I|W7^3^2");

        assertThat(lines()).hasSize(1);
        assertThat(wire.reasons()).isEmpty();
    }

    @Test
    void afterTheDischargeAnAdmissionWithoutAVisitNumberOpensAnotherStay() {
        sendAt("A01", "20260302080000", JANE, "PV1||I|W7^3^2");
        sendAt("A03", "20260302090000", JANE, "PV1||I|W7^3^2");
        // Sent again late, it is of the stay that has ended.
        sendAt("A01", "20260302083000", JANE, "PV1||I|W7^3^2");
        assertThat(lines()).hasSize(2);

        sendAt("A01", "20260302100000", JANE, "PV1||I|W7^3^2");

        assertThat(lines().getLast()).startsWith("5-2026-03-02T10:00:00Z ").contains("Admitted");
    }

    @Test
    void anAdmissionWithoutAVisitNumberOfAPatientWithTwoOpenStaysWaits() {
        sendAt("A01", "20260302080000", JANE, pv1("W7^3^2", "V-5"));
        sendAt("A01", "20260302090000", JANE, pv1("W7^3^1", "V-6"));
        sendAt("A01", "20260302100000", JANE, "PV1||I|W7^3^2");

        assertThat(lines()).hasSize(2);
        assertThat(wire.reasons())
                .containsExactly("ambiguous: the patient has two open stays at that time");
    }

    @ParameterizedTest
    @CsvSource({"A02", "A03", "A08", "A11", "A12", "A13"})
    void anEventWithoutAVisitOfAPatientWithTwoOpenStaysWaits(String type) {
        sendAt("A01", "20260302080000", JANE, pv1("W7^3^2", "V-5"));
        sendAt("A01", "20260302090000", JANE, pv1("W7^3^1", "V-6"));

        String answer = sendAt(type, "20260302100000", pid("5", "Roe^Jane", ""), "PV1||I|W7^4^1");

        assertThat(lines()).hasSize(2);
        assertThat(wire.reasons())
                .containsExactly("ambiguous: the patient has two open stays at that time");
        assertThat(answer).doesNotContain("V-5").doesNotContain("V-6");
    }

    @Test
    void valuesWithoutAVisitOfAPatientWithTwoOpenStaysWaitUntilOneIsCancelled() {
        sendAt("A01", "20260302080000", JANE, pv1("W7^3^2", "V-5"));
        sendAt("A01", "20260302090000", JANE, pv1("W7^3^1", "V-6"));
        wire.send(header("ORU^R01", "9"), "PID|||5", Wire.ORDER, Wire.spo2("93"));
        assertThat(lines()).hasSize(2);
        assertThat(wire.reasons())
                .containsExactly("ambiguous: the patient has two open stays at that time");

        sendAt("A11", "20260302100000", JANE, pv1("W7^3^1", "V-6"));
        wire.send(header("ORU^R01", "10"), "PID|||5", Wire.ORDER, Wire.spo2("93"));

        assertThat(wire.told.getLast().stay()).isEqualTo(new StayId("V-5"));
    }

    @ParameterizedTest
    @CsvSource({"A02", "A03", "A11", "A12", "A13"})
    void anEventOfAnotherVisitOfThePatientWaits(String type) {
        sendAt("A01", "20260302080000", JANE, pv1("W7^3^2", "V-5"));

        sendAt(type, "20260302100000", JANE, pv1("W7^4^1", "V-9"));

        assertThat(lines()).hasSize(1);
        assertThat(wire.reasons())
                .containsExactly("its visit number is none of this patient's stays");
    }

    @Test
    void whoThePatientIsHoldsWhateverVisitItWasSaidIn() {
        sendAt("A01", "20260302080000", JANE, pv1("W7^3^2", "V-5"));

        sendAt("A08", "20260302100000", pid("5", "Roe^Jane", ""), pv1("", "V-9"));

        assertThat(lines().getLast()).startsWith("V-5 ").contains("name=Roe, Jane");
    }

    @Test
    void valuesOfAnotherVisitOfThePatientWaitUntilThatIsAdmitted() {
        sendAt("A01", "20260302080000", JANE, pv1("W7^3^2", "V-5"));
        wire.send(header("ORU^R01", "9"), "PID|||5", pv1("", "V-9"), Wire.ORDER, Wire.spo2("93"));
        assertThat(lines()).hasSize(1);
        assertThat(wire.reasons())
                .containsExactly("its visit number is none of this patient's stays");

        sendAt("A01", "20260302090000", JANE, pv1("W7^3^1", "V-9"));
        wire.send(header("ORU^R01", "10"), "PID|||5", pv1("", "V-9"), Wire.ORDER, Wire.spo2("93"));

        assertThat(wire.told.getLast().stay()).isEqualTo(new StayId("V-9"));
    }

    /** The clock of the program is at 12:30. */
    @ParameterizedTest
    @CsvSource({"A01", "A02", "A03", "A08", "A11", "A12", "A13", "A40"})
    void anEventAheadOfTheClockWaits(String type) {
        String merged = type.equals("A40") ? "MRG|70001" : "ZZZ|";
        sendAt(type, "20260302123501", pid("70001", "Roe^Ann", ""), "PV1||I|W7^4^1", merged);

        assertThat(lines()).isEmpty();
        assertThat(wire.reasons())
                .containsExactly("its time is more than five minutes ahead of the program's");
    }

    @Test
    void clocksMayGoFiveMinutesApart() {
        sendAt("A02", "20260302123500", pid("70001", "Sample^Ann", ""), "PV1||I|W7^4^1");

        assertThat(lines()).containsExactly("S-1 2026-03-02T12:35:00Z Moved[bed=W7 4 1]");
        assertThat(wire.reasons()).isEmpty();
    }

    @Test
    void anAdmissionThatIsPlannedWaits() {
        sendAt(
                "A01",
                "20260302100000",
                JANE,
                pv1("W7^3^2", "V-5") + "|".repeat(25) + "20260303080000");

        assertThat(lines()).isEmpty();
        assertThat(wire.reasons())
                .containsExactly("its time is more than five minutes ahead of the program's");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    19060303, 119.0,
                    19050302, 'null', 'accepted, but by the date of birth the age is above 120 years: it is not taken from it'
                    18500101, 'null', 'accepted, but by the date of birth the age is above 120 years: it is not taken from it'
                    20260302, 0.0,
                    20260303, 'null', 'accepted, but the date of birth lies ahead: the age is not taken from it'
                    19601301, 'null', 'accepted, but the date of birth cannot be read: the age is not taken from it'
                    19600231, 'null', 'accepted, but the date of birth cannot be read: the age is not taken from it'
                    00000000, 'null', 'accepted, but the date of birth cannot be read: the age is not taken from it'
                    01.01.1960, 'null', 'accepted, but the date of birth cannot be read: the age is not taken from it'
                    1961-02-03, 'null', 'accepted, but the date of birth cannot be read: the age is not taken from it'
                    1960, 65.0,
                    196001, 66.0,
                    196013, 'null', 'accepted, but the date of birth cannot be read: the age is not taken from it'
                    """)
    void anAgeThatCannotBeIsUnknownAndSaidSo(String born, String age, String remark) {
        sendAt("A01", "20260302100000", pid("5", "Doe^Jane", born), pv1("W7^3^2", "V-5"));

        assertThat(lines()).hasSize(1);
        assertThat(lines().getFirst()).contains("recordNumber=5, ageYears=" + age + ",");
        assertThat(wire.reasons()).isEqualTo(remark == null ? List.of() : List.of(remark));
    }

    private static final String OTHERS =
            "its patient and its visit number are of different patients";

    @ParameterizedTest
    @CsvSource({"A02", "A03", "A08", "A11", "A12", "A13"})
    void anEventOfAnUnknownPatientIsNotThatOfTheVisitItNames(String type) {
        send("A01", pid("5", "Doe^Jane", ""), pv1("W7^3^2", "V-5"));

        send(type, pid("6", "Roe^Ann", ""), pv1("W7^4^1", "V-5"));

        assertThat(wire.told).hasSize(1);
        assertThat(wire.reasons()).containsExactly(OTHERS);
    }

    @Test
    void valuesOfAnUnknownPatientAreNotThoseOfTheVisitTheyName() {
        send("A01", pid("5", "Doe^Jane", ""), pv1("W7^3^2", "V-5"));

        wire.send(
                header("ORU^R01", "r1"),
                pid("6", "Roe^Ann", ""),
                pv1("W7^3^2", "V-5"),
                "OBR|1|||vitals|||20260302100500",
                "OBX|1|NM|8867-4^Heart rate^LN||88|/min|||||F");
        assertThat(wire.told).hasSize(1);
        assertThat(wire.reasons()).containsExactly(OTHERS);

        // A visit alone still names the patient.
        wire.send(
                header("ORU^R01", "r2"),
                pv1("W7^3^2", "V-5"),
                "OBR|1|||vitals|||20260302100500",
                "OBX|1|NM|8867-4^Heart rate^LN||88|/min|||||F");
        assertThat(wire.told).hasSize(2);
    }

    @Test
    void anAmendmentThatNamesTheFormerNumberTooMayChangeIt() {
        send("A01", pid("5", "Doe^Jane", ""), pv1("W7^3^2", "V-5"));

        send("A08", "PID|||6^^^HOSP^MR~5^^^HOSP^MR||Doe^Jane", pv1("W7^3^2", "V-5"));

        assertThat(wire.told.getLast().event())
                .isEqualTo(
                        new Entry.PatientIdentified(
                                new Patient("Doe, Jane", "6", null, null, Patient.Baseline.NONE)));
    }

    @Test
    void anAmendmentToABirthThatCannotBeKeepsTheAge() {
        sendAt("A08", "20260302100000", pid("70001", "Roe^Ann", "18500101"));

        assertThat(lines().getLast()).contains("name=Roe, Ann, recordNumber=70001, ageYears=50.0");
        assertThat(wire.reasons()).hasSize(1);
    }
}
