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
        assertThat(find(List.of("NHS-9"), "S-2", "", Facts.minute(10))).isEqualTo("S-2");
    }

    @Test
    void nobodyIsGuessed() {
        assertThat(find("300", 10)).isEqualTo("unknown patient");
        assertThat(find(List.of(), "", "", Facts.minute(10))).isEqualTo("it names no patient");
        assertThat(find(List.of("100", "200"), "", "", Facts.minute(10)))
                .isEqualTo("its identifiers are those of different patients");
        assertThat(find(List.of("100"), "S-2", "", Facts.minute(10)))
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
}
