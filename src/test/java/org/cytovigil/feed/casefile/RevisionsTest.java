package org.cytovigil.feed.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~feed.case-file.revisions~1]
class RevisionsTest {
    private static CaseFile.Course course(String entries) throws CaseFileException {
        return CaseFileReaderTest.read(
                        "[{'id':'A','patient':{'weightKg':50},'entries':[%s]}]"
                                .formatted(entries)
                                .replace('\'', '"'))
                .cases()
                .getFirst();
    }

    private static List<Entry> facts(String entries) throws CaseFileException {
        return course(entries).entries().stream()
                .filter(entry -> !(entry.event() instanceof Entry.Admitted))
                .toList();
    }

    @Test
    void aCorrectionHoldsForTheTimeOfWhatItCorrectsAndIsLearnedWhenCharted()
            throws CaseFileException {
        CaseFile.Course course =
                course(
                        "{'id':'e1','hours':5,'spo2':68,'heartRate':90},"
                                + "{'hours':7,'corrects':'e1','reason':'slip of the pen','spo2':98,'heartRate':90,'respiratoryRate':18}");

        assertThat(course.entries())
                .extracting(Entry::event)
                .containsExactly(
                        new Entry.Admitted(course.stay()),
                        new Entry.Observed(Facts.spo2(68)),
                        new Entry.Observed(new Observation.HeartRate(90)),
                        new Entry.Corrected(Facts.spo2(68), Facts.spo2(98), "slip of the pen"),
                        new Entry.Observed(new Observation.RespiratoryRate(18)));
        assertThat(course.entries().subList(3, 5))
                .allSatisfy(
                        entry -> {
                            assertThat(entry.at()).isEqualTo(Facts.hour(5));
                            assertThat(entry.learned()).isEqualTo(Facts.hour(7));
                        });
        assertThat(course.lastEntryAt()).isEqualTo(Facts.hour(7));
    }

    @Test
    void aCorrectionStandsInPlaceOfTheWholeEntry() throws CaseFileException {
        assertThat(
                        facts(
                                "{'id':'e1','hours':5,'spo2':68,'heartRate':90},"
                                        + "{'hours':7,'corrects':'e1','spo2':98}"))
                .extracting(Entry::event)
                .contains(
                        new Entry.Retracted(new Observation.HeartRate(90), "not stated"),
                        new Entry.Corrected(Facts.spo2(68), Facts.spo2(98), "not stated"));
    }

    @Test
    void aRetractionTakesBackAllThatWasSaid() throws CaseFileException {
        assertThat(
                        facts(
                                "{'hours':6,'retracts':'e1','reason':'wrong patient','note':'n'},"
                                        + "{'id':'e1','hours':5,'spo2':68,'heartRate':90}"))
                .extracting(Entry::event)
                .containsExactly(
                        new Entry.Observed(Facts.spo2(68)),
                        new Entry.Observed(new Observation.HeartRate(90)),
                        new Entry.Retracted(Facts.spo2(68), "wrong patient"),
                        new Entry.Retracted(new Observation.HeartRate(90), "wrong patient"));
    }

    @Test
    void aCorrectionCanItselfBeCorrectedOrRetracted() throws CaseFileException {
        List<Entry> facts =
                facts(
                        "{'id':'e1','hours':5,'spo2':68},"
                                + "{'id':'c1','hours':6,'corrects':'e1','spo2':88},"
                                + "{'id':'c2','hours':7,'corrects':'c1','spo2':68},"
                                + "{'hours':8,'retracts':'c2'}");
        assertThat(facts)
                .extracting(Entry::event)
                .containsExactly(
                        new Entry.Observed(Facts.spo2(68)),
                        new Entry.Corrected(Facts.spo2(68), Facts.spo2(88), "not stated"),
                        new Entry.Corrected(Facts.spo2(88), Facts.spo2(68), "not stated"),
                        new Entry.Retracted(Facts.spo2(68), "not stated"));
        assertThat(facts).extracting(Entry::at).containsOnly(Facts.hour(5));
    }

    @Test
    void whatAnotherEntryOfTheSameMomentStillSaysIsNotTakenBack() throws CaseFileException {
        assertThat(
                        facts(
                                "{'id':'e1','hours':5,'spo2':68},{'hours':5,'spo2':68},"
                                        + "{'hours':6,'retracts':'e1'}"))
                .extracting(Entry::event)
                .containsOnly(new Entry.Observed(Facts.spo2(68)));
    }

    @Test
    void dosesPerKilogramGoByTheWeightThatStands() throws CaseFileException {
        assertThat(
                        facts(
                                "{'id':'w','hours':1,'weightKg':80},"
                                        + "{'hours':3,'corrects':'w','weightKg':60},"
                                        + "{'hours':2,'treatments':[{'drug':'tocilizumab','doseMgPerKg':8}]}"))
                .extracting(Entry::event)
                .contains(
                        new Entry.Corrected(
                                new Observation.BodyWeight(new Weight(80)),
                                new Observation.BodyWeight(new Weight(60)),
                                "not stated"),
                        // 8 x 60
                        new Entry.Observed(
                                new Observation.TreatmentGiven(
                                        new Treatment(
                                                "tocilizumab", new DrugAmount(480), "8 mg/kg"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'hours':1},{'hours':2,'corrects':'e9','spo2':90}                          | entries[1]: there is no entry with the id "e9" in this case
                    {'hours':1},{'hours':2,'retracts':'e9'}                                    | entries[1]: there is no entry with the id "e9"
                    {'hours':2,'id':'a','corrects':'a','spo2':90}                              | entries[0]: its "hours" are not after those of "a", at cases.json[0].entries[0]
                    {'hours':2,'id':'a'},{'hours':2,'retracts':'a'}                            | entries[1]: its "hours" are not after those of "a"
                    {'hours':1,'id':'a'},{'hours':2,'id':'a'}                                  | entries[1]: the id "a" was used before, at cases.json[0].entries[0]
                    {'hours':1,'id':' '}                                                       | entries[0]: "id" is missing
                    {'hours':1,'id':7}                                                         | entries[0].id: text is expected
                    {'hours':1,'id':'a'},{'hours':2,'corrects':'a'},{'hours':3,'corrects':'a'} | entries[2]: "a" was corrected or retracted already, at cases.json[0].entries[1]
                    {'hours':1,'id':'a'},{'hours':2,'id':'b','retracts':'a'},{'hours':3,'retracts':'b'} | entries[2]: "b", at cases.json[0].entries[1], is a retraction
                    {'hours':1,'id':'a'},{'hours':2,'corrects':'a','retracts':'a'}             | entries[1]: an entry corrects another or retracts it, not both
                    {'hours':1,'id':'a'},{'hours':2,'retracts':'a','spo2':90}                  | entries[1]: a retraction says nothing else, not "spo2"
                    {'hours':1,'reason':'why'}                                                 | entries[0]: "reason" goes with "corrects" or "retracts"
                    {'hours':1,'id':'a'},{'hours':2,'corrects':7}                              | entries[1].corrects: text is expected
                    """)
    void whatCannotBeARevisionIsNamedWithItsPlace(String entries, String complaint) {
        assertThatThrownBy(() -> course(entries))
                .isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith("cases.json[0].")
                .hasMessageContaining(complaint);
    }
}
