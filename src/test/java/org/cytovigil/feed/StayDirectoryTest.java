package org.cytovigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose data it is. */
// [utest->req~feed.identity~1]
class StayDirectoryTest {
    private final MemoryLedger ledger = new MemoryLedger();
    private StayDirectory directory = new StayDirectory(ledger);

    @BeforeEach
    void twoStays() {
        admit("S-1", "100", "A", 0, Stay.Origin.LIVE);
        admit("S-2", "200", "B", 0, Stay.Origin.LIVE);
    }

    private void admit(String id, String number, String bed, long minute, Stay.Origin origin) {
        Patient patient = new Patient("Doe", number, null, null, Patient.Baseline.NONE);
        Stay stay =
                new Stay(new StayId(id), patient, null, Facts.minute(minute), null, bed, origin);
        tell(id, minute, new Entry.Admitted(stay));
    }

    private void tell(String id, long minute, Entry.Event event) {
        ledger.append(
                List.of(
                        new Entry(
                                new StayId(id),
                                Facts.minute(minute),
                                Facts.minute(minute),
                                new Author(Author.Kind.PERSON, "nurse"),
                                event)));
    }

    private String find(List<String> patient, String visit, String bed, Instant at) {
        return switch (directory.find(patient, visit, bed, at)) {
            case StayDirectory.Found.Of(StayId stay) -> stay.value();
            case StayDirectory.Found.Nobody(String reason) -> reason;
        };
    }

    private String find(String patient, long minute) {
        return find(List.of(patient), "", "", Facts.minute(minute));
    }

    @Test
    void byPatientOrVisitAndOtherSystemsNumbersSayNothing() {
        assertThat(find("100", 10)).isEqualTo("S-1");
        assertThat(find(List.of("NHS-9", "200"), "", "", Facts.minute(10))).isEqualTo("S-2");
        assertThat(find(List.of(), "S-2", "", Facts.minute(10))).isEqualTo("S-2");
        assertThat(find(List.of("NHS-9", "200"), "S-2", "", Facts.minute(10))).isEqualTo("S-2");
    }

    @Test
    void nobodyIsGuessed() {
        assertThat(find("300", 10)).isEqualTo("unknown patient");
        assertThat(find(List.of(), "", "", Facts.minute(10))).isEqualTo("it names no patient");
        assertThat(find(List.of("100", "200"), "", "", Facts.minute(10)))
                .isEqualTo("its identifiers are those of different patients");
        assertThat(find(List.of("100"), "S-2", "", Facts.minute(10)))
                .isEqualTo("its patient and its visit number are of different patients");
        // Nor does a visit outweigh it.
        assertThat(find(List.of("300"), "S-2", "", Facts.minute(10)))
                .isEqualTo("its patient and its visit number are of different patients");
        // A bed never outweighs an unknown patient.
        assertThat(find(List.of("300"), "", "A", Facts.minute(10))).isEqualTo("unknown patient");
    }

    @Test
    void aBedIsThatOfTheStayPutThereLast() {
        tell("S-1", 20, new Entry.Moved("B"));

        assertThat(find(List.of(), "", "A", Facts.minute(10))).isEqualTo("S-1");
        assertThat(find(List.of(), "", "A", Facts.minute(21))).isEqualTo("nobody was in that bed");
        assertThat(find(List.of(), "", "B", Facts.minute(21))).isEqualTo("S-1");
    }

    @Test
    void ofSeveralStaysItIsThatOfTheTime() {
        tell("S-1", 60, new Entry.Discharged());
        admit("S-3", "100", "C", 120, Stay.Origin.LIVE);

        assertThat(find("100", 60)).isEqualTo("S-1");
        assertThat(find("100", 90)).isEqualTo("S-3");
        assertThat(find("100", 130)).isEqualTo("S-3");
        assertThat(find("100", -60)).isEqualTo("S-1");
        assertThat(find("100", -23 * 60)).isEqualTo("S-1");
        assertThat(find("100", -25 * 60)).isEqualTo("the patient was not here at that time");
    }

    @Test
    void noDataAfterTheDischargeOrOfAnAdmissionByMistake() {
        tell("S-1", 60, new Entry.Discharged());
        tell("S-2", 60, new Entry.AdmissionCancelled("wrong patient"));

        assertThat(find("100", 61)).isEqualTo("the patient was not here at that time");
        assertThat(find("200", 10)).isEqualTo("the patient was not here at that time");

        tell("S-1", 70, new Entry.DischargeCancelled());
        assertThat(find("100", 61)).isEqualTo("S-1");
    }

    @Test
    void aMergedRecordNumberIsStillKnownUntilItIsAnothers() {
        tell(
                "S-1",
                10,
                new Entry.PatientIdentified(
                        new Patient("Doe", "101", null, null, Patient.Baseline.NONE)));

        assertThat(find("101", 20)).isEqualTo("S-1");
        assertThat(find("100", 20)).isEqualTo("S-1");
        assertThat(find(List.of("100"), "S-1", "", Facts.minute(20))).isEqualTo("S-1");

        admit("S-3", "100", "C", 15, Stay.Origin.LIVE);
        assertThat(find("100", 20)).isEqualTo("S-3");
    }

    @Test
    void pastCoursesGetNoLiveData() {
        admit("S-3", "300", "C", 0, Stay.Origin.IMPORTED);

        assertThat(find("300", 10)).isEqualTo("unknown patient");
    }

    @Test
    void whatWasThereBeforeIsKnownToo() {
        directory.close();
        directory = new StayDirectory(ledger);

        assertThat(find("200", 10)).isEqualTo("S-2");
    }

    private static final String AMBIGUOUS =
            "ambiguous: the patient has two open stays at that time";

    @Test
    void dataOfAPatientWithTwoOpenStaysIsNeithersUnlessItNamesTheVisit() {
        admit("S-3", "100", "C", 60, Stay.Origin.LIVE);

        assertThat(find("100", 59)).isEqualTo("S-1");
        assertThat(find("100", 60)).isEqualTo(AMBIGUOUS);
        assertThat(find(List.of("100"), "S-1", "", Facts.minute(90))).isEqualTo("S-1");
        assertThat(find(List.of("100"), "S-3", "", Facts.minute(90))).isEqualTo("S-3");
    }

    @Test
    void onceOneOfTwoStaysHasEndedOnlyWhatIsLaterBelongsToTheOther() {
        admit("S-3", "100", "C", 60, Stay.Origin.LIVE);
        tell("S-3", 120, new Entry.Discharged());

        assertThat(find("100", 119)).isEqualTo(AMBIGUOUS);
        assertThat(find("100", 120)).isEqualTo("S-1");
        assertThat(find("100", 500)).isEqualTo("S-1");
    }

    @Test
    void aStayThatWasAMistakeIsNoSecondOne() {
        admit("S-3", "100", "C", 60, Stay.Origin.LIVE);
        tell("S-3", 70, new Entry.AdmissionCancelled("mistake"));

        assertThat(find("100", 90)).isEqualTo("S-1");
    }

    @Test
    void bloodTakenBeforeTwoStaysThatGoOnBesideEachOtherIsNeithers() {
        admit("S-3", "300", "C", 60, Stay.Origin.LIVE);
        admit("S-4", "300", "D", 90, Stay.Origin.LIVE);

        assertThat(find("300", 30)).isEqualTo(AMBIGUOUS);

        tell("S-3", 80, new Entry.Discharged());
        assertThat(find("300", 30)).isEqualTo("S-3");
    }

    private void admittedByASender(String id, String number, long minute) {
        Patient patient = new Patient("Doe", number, null, null, Patient.Baseline.NONE);
        Instant at = Facts.minute(minute);
        Stay stay = new Stay(new StayId(id), patient, null, at, null, "E", Stay.Origin.LIVE);
        ledger.append(
                List.of(
                        new Entry(
                                stay.id(),
                                at,
                                at,
                                new Author(Author.Kind.DEVICE, "ADT"),
                                new Entry.Admitted(stay))));
    }

    @Test
    void anotherVisitsDataIsNotThatOfAStayWithAVisitNumberOfItsOwn() {
        admittedByASender("V-5", "500", 0);
        admittedByASender(StayDirectory.withoutVisit("600", Facts.minute(0)).value(), "600", 0);

        assertThat(find(List.of("500"), "V-9", "", Facts.minute(10)))
                .isEqualTo("its visit number is none of this patient's stays");
        assertThat(find(List.of("500"), "V-5", "", Facts.minute(10))).isEqualTo("V-5");
        assertThat(find("500", 10)).isEqualTo("V-5");
        assertThat(find(List.of("600"), "V-9", "", Facts.minute(10))).startsWith("600-");
        // Admitted by hand: the id of the stay is no visit number.
        assertThat(find(List.of("100"), "V-9", "", Facts.minute(10))).isEqualTo("S-1");
    }

    @Test
    void anotherVisitsDataIsNotThatOfTheNumberedStayBesideAnEndedOneWithoutNumber() {
        admittedByASender(StayDirectory.withoutVisit("500", Facts.minute(0)).value(), "500", 0);
        tell(
                StayDirectory.withoutVisit("500", Facts.minute(0)).value(),
                60,
                new Entry.Discharged());
        admittedByASender("V-5", "500", 120);

        assertThat(find(List.of("500"), "V-9", "", Facts.minute(30))).startsWith("500-");
        assertThat(find(List.of("500"), "V-9", "", Facts.minute(130)))
                .isEqualTo("the patient was not here at that time");
    }

    private String event(long minute) {
        return switch (directory.eventOf(List.of("100"), "", Facts.minute(minute))) {
            case StayDirectory.Found.Of(StayId stay) -> stay.value();
            case StayDirectory.Found.Nobody(String reason) -> reason;
        };
    }

    @Test
    void anEventIsOfTheStayOpenThenElseOfTheLatest() {
        tell("S-1", 60, new Entry.Discharged());
        admit("S-3", "100", "C", 120, Stay.Origin.LIVE);

        assertThat(event(30)).isEqualTo("S-1");
        assertThat(event(90)).isEqualTo("S-3");
        assertThat(event(130)).isEqualTo("S-3");

        admit("S-4", "100", "D", 180, Stay.Origin.LIVE);
        assertThat(event(130)).isEqualTo("S-3");
        assertThat(event(200)).isEqualTo(AMBIGUOUS);
        assertThat(directory.latest(List.of("100"), ""))
                .isEqualTo(new StayDirectory.Found.Nobody(AMBIGUOUS));

        tell("S-3", 170, new Entry.Discharged());
        assertThat(directory.latest(List.of("100"), ""))
                .isEqualTo(new StayDirectory.Found.Of(new StayId("S-4")));
    }
}
