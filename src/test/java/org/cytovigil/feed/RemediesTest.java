package org.cytovigil.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.ledger.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                    ambiguous: the patient has two open stays at that time | CHECK_IDENTITY
                    its visit number is none of this patient's stays | CHECK_IDENTITY
                    the stay case-1 is in the store already | CHECK_IDENTITY
                    its time is more than an hour ahead of the program's | CHECK_DEVICE
                    its time is more than five minutes ahead of the program's | CHECK_DEVICE
                    its dose is for a weight that cannot be: weight 820 kg is outside 0.3 to 400 | CHECK_DEVICE
                    the code does not fit where it stands | MEND_TABLE
                    the discharge is before the admission | ASK_SENDER
                    unresolved reference: Patient/1 is not in this import | ASK_SENDER
                    it deletes one of several results, and does not tell which | ASK_SENDER
                    'budesonide inhal' is inhaled, and no infusion | NOTHING
                    accepted, but the date of birth lies ahead: the age is not taken from it | CHECK_CHART
                    accepted, but by the date of birth the age is above 120 years: it is not taken from it | CHECK_CHART
                    the birth date is not exact to the day: the age counts as unknown | CHECK_CHART
                    what its earlier version was charted as may still stand | CHECK_CHART
                    accepted, but the file was written to after it was taken, and was taken again as a whole | CHECK_CHART
                    an infusion of cells entered in error: correct it at the bedside | CHECK_CHART
                    it is part of an encounter that is not known | ADMIT
                    a part of it: no value: unknown | NOTHING
                    HR [bpm]: 8388607 stands for no value | NOTHING
                    HR [bpm]: 'x' is no number | ASK_SENDER
                    the whole file: vitals.csv:1: there is no column of the patient | ASK_SENDER
                    the whole file: vitals.csv:1: the header cannot be taken apart | ASK_SENDER
                    temperature [Cel]: '38,125' may be a decimal number or thousands: write 38,1250 | ASK_SENDER
                    the moon is in the wrong house | LOOK
                    """)
    void everyKindOfReasonHasItsRemedy(String reason, Remedy remedy) {
        assertThat(Remedies.of(reason)).isEqualTo(remedy);
    }

    /** Faults of the program: nobody at the bedside can do anything about one. */
    private static final Pattern OF_THE_PROGRAM =
            Pattern.compile("reading it failed|internal error|unforeseen fault");

    /** Only what the running program puts in. */
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}]*");

    /** As the golden files have it. */
    private static final Pattern QUARANTINED =
            Pattern.compile("(?:in quarantine: |^  ! )(?:\\d+: )?(.*?)(?:; \\d+ ignored)?$");

    private static List<String> withoutRemedy(Collection<String> reasons) {
        return reasons.stream()
                .filter(reason -> !OF_THE_PROGRAM.matcher(reason).find())
                .filter(reason -> !NO_WORDS.matcher(reason).matches())
                .filter(reason -> Remedies.of(reason) == Remedy.LOOK)
                .toList();
    }

    @Test
    void everyReasonThatStandsInTheSourcesHasARemedy() throws Exception {
        SortedSet<String> reasons =
                Reasons.inSources(".", "hl7", "fhir", "csv", "folder", "mapping");

        assertThat(reasons).contains("unknown patient", "the status '1' is not accepted");
        assertThat(withoutRemedy(reasons)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hl7/golden-bulk.txt",
                "hl7/golden-own.txt",
                "hl7/golden-published.txt",
                "hl7/golden-sim.txt",
                "fhir/golden.txt"
            })
    void everyReasonOfTheCollectedMessagesHasARemedy(String golden) throws Exception {
        List<String> reasons =
                Files.readAllLines(Path.of("src/test/resources", golden)).stream()
                        .map(QUARANTINED::matcher)
                        .filter(Matcher::find)
                        .map(line -> line.group(1))
                        .distinct()
                        .toList();

        assertThat(reasons).isNotEmpty();
        assertThat(withoutRemedy(reasons)).isEmpty();
    }
}
