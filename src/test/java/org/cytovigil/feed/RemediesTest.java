package org.cytovigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.ledger.Remedy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.quarantine~1]
class RemediesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    not of interest: XYZ other (99V) is not in the table | MEND_TABLE
                    code and name disagree: 8867-4 is Heart rate, and came as 'Pulse' | MEND_TABLE
                    wrong unit 'F'; accepted: Cel | MEND_TABLE
                    the drug 'NE 16/250' is not in the table | MEND_TABLE
                    the status 'Z' is not accepted | MEND_TABLE
                    unknown patient | ADMIT
                    nobody was in that bed | ADMIT
                    the patient was not here at that time | ADMIT
                    its identifiers are those of different patients | CHECK_IDENTITY
                    its patient and its visit number are of different patients | CHECK_IDENTITY
                    it names no patient | CHECK_IDENTITY
                    -999 stands for no value | NOTHING
                    no value | NOTHING
                    marked DEMO: demonstration data | NOTHING
                    marked CALIB: calibration is going on | NOTHING
                    no result (status X) | NOTHING
                    processing id 'T' (MSH-11): no data of a patient | NOTHING
                    marked QUES: the device calls it questionable | CHECK_DEVICE
                    temperature 61 °C is outside 25 to 45 °C | CHECK_DEVICE
                    systolic pressure 60 is not above diastolic 90 mmHg | CHECK_DEVICE
                    the time 2031-01-01T00:00:00Z lies after 2026-01-01T00:00:00Z, when it was charted | CHECK_DEVICE
                    no HL7 message: it has no MSH segment | ASK_SENDER
                    unknown character set 'KLINGON' (MSH-18) | ASK_SENDER
                    version '2.9' is not read | ASK_SENDER
                    longer than 1048576 bytes; only its start is here | ASK_SENDER
                    'abc' is no time to the minute | ASK_SENDER
                    5 fields where the header has 7 | ASK_SENDER
                    accepted, but it corrects a result that was never received | CHECK_CHART
                    no unit: the drug is charted as running at an unknown dose | CHECK_CHART
                    the moon is in the wrong house | LOOK
                    """)
    void everyKindOfReasonHasItsRemedy(String reason, Remedy remedy) {
        assertThat(Remedies.of(reason)).isEqualTo(remedy);
    }
}
