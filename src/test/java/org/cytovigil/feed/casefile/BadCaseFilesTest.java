package org.cytovigil.feed.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no case file may say, with the place and the reason of each complaint. */
// [utest->req~feed.case-file~1]
class BadCaseFilesTest {
    private static final String SOUND =
            "{\"format\":\"cytovigil-cases\",\"version\":1,\"cases\":[{\"id\":\"A\",\"patient\":{\"ageYears\":4},\"entries\":[{\"hours\":1,\"temperature\":{\"value\":38,\"unit\":\"Cel\"},\"vasopressors\":[{\"drug\":\"dopamine\",\"dose\":4,\"unit\":\"ug/kg/min\"}]}]}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'spo2':'95'                                    | entries[0].spo2: a number is expected, not the text "95"
                    'spo2':1e999                                   | entries[0].spo2: 1e999 is beyond any number
                    'organToxicity':[{'organ':'renal','ctcaeGrade':5e9}] | entries[0].organToxicity[0]: "ctcaeGrade" of 5e9 is no grade
                    'override':{'scale':'penn','grade':6.50,'reason':'r','by':'b'} | entries[0].override: "grade" of 6.50 is no grade
                    'neurology':{'ice':5000}                       | entries[0].neurology: "ice" of 5000 is no score
                    'neurology':{'capd':[1e999]}                   | a whole number is expected, not the number 1e999
                    'spo2':'a\u202eb'                              | not the text "a b"
                    'spo2':[95]                                    | entries[0].spo2: a number is expected, not an array
                    'hypotension':'yes'                            | entries[0].hypotension: true or false is expected
                    'oxygen':'hfnc'                                | entries[0].oxygen: an object is expected
                    'oxygen':{'device':'helmet'}                   | entries[0].oxygen: "helmet" is no oxygen device
                    'oxygen':{'flowLitresPerMinute':4}             | entries[0].oxygen: "device" is missing
                    'vasopressors':{'drug':'dopamine'}             | entries[0].vasopressors: an array is expected
                    'vasopressors':[{'drug':'aspirin'}]            | entries[0].vasopressors[0]: "aspirin" is no vasoactive drug
                    'vasopressors':[{'dose':4}]                    | entries[0].vasopressors[0]: "drug" is missing
                    'vasopressors':[{'drug':'dopamine','salt':'x'}]| entries[0].vasopressors[0]: "x" is neither base nor tartrate
                    'temperature':{'unit':'Cel'}                   | entries[0].temperature: "value" is missing
                    'temperature':{'value':310,'unit':'K'}         | entries[0].temperature: "K" is no unit of temperature
                    'temperature':{'value':38,'site':'nose'}       | entries[0].temperature: "nose" is not known
                    'labs':[{'analyte':'CRP','value':1,'unit':'nmol/L'}] | entries[0].labs[0]: wrong unit 'nmol/L' for CRP; accepted: mg/L, mg/dL, ug/mL
                    'labs':[{'analyte':'gold','value':1,'unit':'g'}]    | entries[0].labs[0]: "gold" is not known
                    'organToxicity':[{'organ':'renal','ctcaeGrade':2.5}] | entries[0].organToxicity[0]: "ctcaeGrade" of 2.5
                    'outcome':'discharged'                         | entries[0]: outcome "discharged" is not known
                    'episode':'closed'                             | entries[0]: episode "closed" is not known
                    """)
    void badEntriesAreNamedWithTheirPlace(String fields, String complaint) {
        assertThatThrownBy(() -> CaseFileReaderTest.entry(fields))
                .isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith("cases.json[0].")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []                                             | there is no case in the file
                    42                                             | a case file is an object or an array
                    'text'                                         | a case file is an object or an array
                    [42]                                           | a case is an object
                    [{'entries':[{'hours':1}]}]                    | "id" is missing
                    [{'id':' ','entries':[{'hours':1}]}]           | "id" is missing
                    [{'id':7,'entries':[{'hours':1}]}]             | text is expected, not the number 7
                    [{'id':'A'}]                                   | "entries" is missing or empty
                    [{'id':'A','entries':[]}]                      | "entries" is missing or empty
                    [{'id':'A','entries':[{}]}]                    | "hours" is missing
                    [{'id':'A','entries':[3]}]                     | an entry is an object
                    [{'id':'A','entries':[{'hours':'3'}]}]         | a number is expected, not the text "3"
                    [{'id':'A','entries':[{'hours':1e9}]}]         | is no time after an infusion
                    [{'id':'A','entries':[{'hours':1}]},{'id':'A','entries':[{'hours':1}]}] | was used before, at cases.json[0]
                    [{'id':'A','patient':{'ageYears':-1},'entries':[{'hours':1}]}]  | "ageYears" of -1 is no age
                    [{'id':'A','patient':{'weightKg':0},'entries':[{'hours':1}]}]   | "weightKg" of 0 is no weight
                    [{'id':'A','patient':{'baseline':{'systolic':1200}},'entries':[{'hours':1}]}] | "systolic" of 1200 is no blood pressure
                    [{'id':'A','infusion':{'at':'yesterday'},'entries':[{'hours':1}]}] | "at" is no time
                    {'cases':[{'id':'A','entries':[{'hours':1}]}]} | "format" is missing
                    {'format':'other','version':1,'cases':[]}      | "format" is "other"
                    {'format':'cytovigil-cases','cases':[]}        | "version" is missing
                    {'format':'cytovigil-cases','version':2,'cases':[]} | version 2 is not known
                    {'format':'cytovigil-cases','version':1,'cases':[],'extra':1} | unknown field "extra"
                    {'format':'cytovigil-cases','version':1,'cases':[]} | there is no case in the file
                    {'format':'cytovigil-cases','version':1,'cases':{}} | an array is expected
                    [{'id':'A','id':'B','entries':[{'hours':1}]}]  | Duplicate field 'id'
                    [{'id':'A','entries':[{'hours':1}]}] []        | line 1, column
                    """)
    void badFilesAreNamedWithTheirReason(String json, String complaint) {
        assertThatThrownBy(() -> CaseFileReaderTest.read(json.replace('\'', '"')))
                .isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith("cases.json")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NaN            | line 1, column 35: NaN is no number
                    Infinity       | Infinity is no number
                    -Infinity      | -Infinity is no number
                    +1             | plus sign
                    01             | eading zeroes not allowed
                    1 /* x */      | maybe a (non-standard) comment?
                    """)
    void noJsonIsRefusedWithoutTheNamesOfTheParsersSwitches(String value, String complaint) {
        assertThatThrownBy(
                        () ->
                                CaseFileReaderTest.read(
                                        "[{\"id\":\"A\",\"entries\":[{\"hours\":" + value + "}]}]"))
                .isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith("cases.json: line 1, column ")
                .hasMessageContaining(complaint)
                .message()
                .doesNotContain("`", "enable", "Feature", "ALLOW", "Constraints");
    }

    @Test
    void whatIsTooDeepOrTooLongIsRefusedInWords() {
        assertThatThrownBy(() -> CaseFileReaderTest.read("[".repeat(100_000)))
                .isInstanceOf(CaseFileException.class)
                .hasMessageEndingWith(": nested deeper than 1000 levels");
        assertThatThrownBy(() -> CaseFileReaderTest.read("[" + "9".repeat(2_000) + "]"))
                .isInstanceOf(CaseFileException.class)
                .hasMessageEndingWith(": a number of more than 1000 digits");
        assertThatThrownBy(() -> CaseFileReaderTest.read("{\"" + "a".repeat(60_000) + "\":1}"))
                .isInstanceOf(CaseFileException.class)
                .hasMessageEndingWith(": a text or name longer than 50000 characters");
    }

    @Test
    void aLongNumberIsRepeatedInPart() {
        assertThatThrownBy(() -> CaseFileReaderTest.entry("'spo2':" + "9".repeat(900)))
                .hasMessageEndingWith(".spo2: " + "9".repeat(40) + "... is beyond any number");
    }

    @Test
    void anIdThatTurnsTheLineIsRefused() {
        assertThatThrownBy(
                        () ->
                                CaseFileReaderTest.read(
                                        "[{\"id\":\"A\u202Eb\",\"entries\":[{\"hours\":1}]}]"))
                .isInstanceOf(CaseFileException.class)
                .hasMessageContaining("control character");
    }

    @Test
    void brokenJsonIsNamedWithLineAndColumn() {
        assertThatThrownBy(
                        () ->
                                CaseFileReaderTest.read(
                                        "[\n {\"id\": \"A\",\n  \"entries\": [{\"hours\" 1}]}]"))
                .isInstanceOf(CaseFileException.class)
                .hasMessageStartingWith("cases.json: line 3, column");
    }

    @Test
    void everyTruncationOfAFileIsRefusedWithAMessageAndNothingElse() {
        for (int length = 0; length < SOUND.length(); length++) {
            String cut = SOUND.substring(0, length);
            assertThat(catchThrowable(() -> CaseFileReaderTest.read(cut)))
                    .as(cut)
                    .isExactlyInstanceOf(CaseFileException.class);
        }
    }

    @Test
    void noSingleChangedCharacterBringsAnythingButAMessage() {
        for (int i = 0; i < SOUND.length(); i++) {
            for (char put : "\"{}[],:0-eé\u0000".toCharArray()) {
                String changed = SOUND.substring(0, i) + put + SOUND.substring(i + 1);
                Throwable thrown = catchThrowable(() -> CaseFileReaderTest.read(changed));
                if (thrown != null) {
                    assertThat(thrown).as(changed).isExactlyInstanceOf(CaseFileException.class);
                }
            }
        }
    }
}
