package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.HL7Exception;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.cytovigil.feed.hl7.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private static final long SEED = 20_261_123;
    private static final Separators USUAL = Separators.of("MSH|^~\\&|").orElseThrow();

    private final Hl7Parser parser = new Hl7Parser();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    3; 0; 1; 8480-6
                    3; 0; 2; Systolic
                    3; 0; 3; LN
                    3; 0; 4; ''
                    5; 0; 1; 120
                    8; 0; 1; H
                    8; 1; 1; DEMO
                    8; 2; 1; ''
                    18; 0; 1; Device
                    19; 0; 1; ''
                    """)
    void findsThePartsOfAField(int field, int repetition, int component, String expected) {
        Fields fields =
                new Fields.Plain(
                        "OBX|1|NM|8480-6^Systolic^LN||120|||H~DEMO|||F|||||||Device&EUI-64^X",
                        USUAL);

        assertThat(fields.get(field, repetition, component)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    OBX|, 0
                    OBX|a, 1
                    OBX|a~b, 2
                    OBX|a~, 1
                    OBX|a~~b, 3
                    OBX|~b, 2
                    OBX|~, 1
                    OBX, 0
                    """)
    void aSeparatorAtTheEndBeginsNoRepetition(String segment, int repetitions) {
        assertThat(new Fields.Plain(segment, USUAL).repetitions(1)).isEqualTo(repetitions);
    }

    @Test
    void readsTheSamplesAsHapiDoes() throws HL7Exception {
        int compared = 0;
        for (String folder : List.of("own", "sim", "bulk")) {
            for (Sample sample : Samples.of(Samples.FOLDER.resolve(folder))) {
                String text = Hl7Text.of(sample.bytes()).text();
                Header header = Header.of(Hl7Parser.firstLine(text)).orElse(null);
                if (header == null) {
                    continue;
                }
                for (String raw : Hl7Parser.lines(text)) {
                    if (raw.length() > 3
                            && raw.charAt(3) == header.separators().field()
                            && !raw.startsWith("MSH")
                            && Fields.Plain.canRead(raw, header.separators())) {
                        assertSame(raw, header.separators());
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    @Test
    void readsAnyHeapOfSeparatorsAsHapiDoes() throws HL7Exception {
        Random random = new Random(SEED);
        String letters = "||||^^~~&&ab \"\t";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder raw = new StringBuilder("OBX|");
            for (int length = random.nextInt(24); length > 0; length--) {
                raw.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertSame(raw.toString(), USUAL);
        }
    }

    @Test
    void anEscapeSequenceIsLeftToHapi() {
        assertThat(Fields.Plain.canRead("OBX|1|ST|a\\T\\b", USUAL)).isFalse();
        assertThat(Fields.Plain.canRead("OBX|1|ST|a/T/b", USUAL)).isTrue();
    }

    @Test
    void endsLinesWhereThePatternOfLineEndsDoes() {
        Pattern ends = Pattern.compile("\r\n|\r|\n(?=[A-Z][A-Z0-9]{2}[^A-Za-z0-9\\s]|\\s*$)");
        Random random = new Random(SEED);
        List<String> pieces = List.of("\r", "\n", "\r\n", "OBX|", "PID", " ", "a", "1", "\u2028");
        for (int i = 0; i < 20_000; i++) {
            List<String> chosen = new ArrayList<>();
            for (int length = random.nextInt(12); length > 0; length--) {
                chosen.add(pieces.get(random.nextInt(pieces.size())));
            }
            String text = String.join("", chosen);

            List<String> lines = Arrays.asList(ends.split(text, -1));
            assertThat(Hl7Parser.lines(text)).containsExactlyElementsOf(lines);
            assertThat(Hl7Parser.firstLine(text)).isEqualTo(lines.getFirst());
        }
    }

    private void assertSame(String raw, Separators separators) throws HL7Exception {
        Fields plain = new Fields.Plain(raw, separators);
        // One for counting: HAPI adds what it is asked for.
        Fields counted = parser.parsed(raw.substring(0, 3), raw, separators);
        Fields parsed = parser.parsed(raw.substring(0, 3), raw, separators);
        for (int field = 1; field <= 30; field++) {
            int repetitions = counted.repetitions(field);
            assertThat(plain.repetitions(field)).as(raw).isEqualTo(repetitions);
            for (int repetition = 0; repetition < Math.max(1, repetitions); repetition++) {
                for (int component = 1; component <= 8; component++) {
                    assertThat(plain.get(field, repetition, component))
                            .as("%s: %d, %d, %d", raw, field, repetition, component)
                            .isEqualTo(parsed.get(field, repetition, component));
                }
            }
        }
    }
}
