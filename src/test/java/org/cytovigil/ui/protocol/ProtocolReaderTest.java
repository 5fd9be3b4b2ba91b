package org.cytovigil.ui.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.cytovigil.clinical.ScaleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.protocol~1]
class ProtocolReaderTest {
    private static final String GOOD =
            """
            # Ward 7
            Scale: lee2014
            Source: committee, 2 March

            ## Grade 1
            - rest
            ## Grade 2
            - fluids
            - oxygen
            ## Grade 4
            - ventilation
            ## Grade 3
            - intensive care
            """;

    private static Protocol read(String text) throws ProtocolException {
        return ProtocolReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTextIsReadByGrade() throws ProtocolException {
        Protocol protocol = read(GOOD.replace("\n", "\r\n"));

        assertThat(protocol.title()).isEqualTo("Ward 7");
        assertThat(protocol.scale()).isEqualTo(ScaleId.LEE_2014);
        assertThat(protocol.source()).isEqualTo("committee, 2 March");
        assertThat(protocol.of(2)).containsExactly("fluids", "oxygen");
        assertThat(protocol.of(3)).containsExactly("intensive care");
        assertThat(protocol.of(0)).isEmpty();
        assertThat(protocol.fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # Ward 7         | Ward 7          | line 1: neither "# title", "Scale: ...", "Source: ...", "## Grade n" nor "- ..."
                    ## Grade 4       | ## Grade 2      | line 10: grade 2 stands there twice
                    ## Grade 4       | ## Grade 5      | line 10: grades are 1 to 4
                    ## Grade 4       | ## Grade 44     | line 10: grades are 1 to 4
                    ## Grade 4       | ## grade 4      | line 10: neither "# title", "Scale: ...", "Source: ...", "## Grade n" nor "- ..."
                    ## Grade 4       | - more          | line 14: nothing is said for grade 4
                    - ventilation    | ## Grade 9      | line 11: grades are 1 to 4
                    ## Grade 1       | - early         | line 5: it stands before the first "## Grade n"
                    Scale: lee2014   | Scale: icans    | line 2: no scale is called "icans"
                    Scale: lee2014   | Scale: best     | line 2: no scale is called "best"
                    Scale: lee2014   | - x             | line 2: it stands before the first "## Grade n"
                    - rest           | Scale: penn     | line 6: "Scale:" stands there twice
                    - rest           | # again         | line 6: the title stands there twice
                    - rest           | give {drug}     | line 6: neither "# title", "Scale: ...", "Source: ...", "## Grade n" nor "- ..."
                    - oxygen         | Source:         | line 9: neither "# title", "Scale: ...", "Source: ...", "## Grade n" nor "- ..."
                    """)
    void whatCouldBeMisreadIsRefusedWithItsLine(String was, String is, String reason) {
        assertThatThrownBy(() -> read(GOOD.replaceFirst(java.util.regex.Pattern.quote(was), is)))
                .isInstanceOf(ProtocolException.class)
                .hasMessage(reason);
    }

    @Test
    void whatIsMissingTooLongOrUnseenIsRefused() {
        assertThatThrownBy(() -> read("")).hasMessage("line 1: the title is missing: \"# ...\"");
        assertThatThrownBy(() -> read(GOOD.replace("Scale: lee2014\n", "")))
                .hasMessage("line 13: \"Scale:\" is missing");
        assertThatThrownBy(() -> read(GOOD.replace("- rest", "- " + "a".repeat(239))))
                .hasMessage("line 6: longer than 240 characters");
        assertThatThrownBy(() -> read(GOOD + "- more\n".repeat(8)))
                .hasMessage("line 21: more than 8 lines for grade 3");
        assertThatThrownBy(() -> read("\n".repeat(16_385)))
                .hasMessage("line 1: the text is longer than 16384 bytes");
        assertThatThrownBy(() -> read(GOOD.replace("rest", "re\u202Est")))
                .hasMessage("line 6: it holds a character that cannot be seen");
        assertThatThrownBy(() -> ProtocolReader.read(new byte[] {'#', ' ', (byte) 0xC3}))
                .hasMessage("line 1: the text is not UTF-8");
    }

    @Test
    void theProgramsOwnTextNamesScaleAndSourceAndSpeaksOfEveryGrade() {
        Protocol own = Protocol.builtIn();

        assertThat(own.scale()).isEqualTo(ScaleId.ASTCT_2019);
        assertThat(own.source()).contains("ASCO 2021");
        assertThat(Protocol.GRADES).allSatisfy(grade -> assertThat(own.of(grade)).isNotEmpty());
        assertThat(own.of(2)).anyMatch(item -> item.contains("8 mg/kg") && item.contains("800 mg"));
    }
}
