package org.cytovigil.feed.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.feed.policy.PolicyFileException.Mistake;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~policy.file~1]
class PolicyFileTest {
    @TempDir private Path folder;

    private static SitePolicy read(String text) throws PolicyFileException {
        return PolicyFile.read("site.toml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static PolicyFileException refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PolicyFileException refused(byte[] content) {
        return Objects.requireNonNull(
                catchThrowableOfType(
                        PolicyFileException.class, () -> PolicyFile.read("site.toml", content)));
    }

    private static Stream<String> lines(PolicyFileException refused) {
        return String.valueOf(refused.getMessage()).lines();
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        SitePolicy policy =
                read(
                        """
                        version = "site-2"
                        [temperature]
                        fever = "38.3 Cel"
                        fresh = "90 min"
                        [vasopressor]
                        high-norepinephrine = "15 ug/min"
                        inotropes-count = true
                        [penn]
                        boluses = 3
                        """);

        assertThat(policy.version()).isEqualTo("site-2");
        assertThat(policy.get(Settings.FEVER_FROM)).isEqualTo(Temperature.ofCelsius(38.3));
        assertThat(policy.get(Settings.TEMPERATURE_FRESH)).isEqualTo(Duration.ofMinutes(90));
        assertThat(policy.get(Settings.HIGH_NOREPINEPHRINE))
                .isEqualTo(new DoseRate(15, DoseUnit.UG_PER_MIN));
        assertThat(policy.changed())
                .containsExactly(
                        Settings.FEVER_FROM,
                        Settings.TEMPERATURE_FRESH,
                        Settings.INOTROPES_COUNT,
                        Settings.HIGH_NOREPINEPHRINE,
                        Settings.PENN_BOLUSES);
    }

    @Test
    void aVersionAloneIsThePolicyOfTheDefaults() throws Exception {
        assertThat(read("version = \"site-1\"").changed()).isEmpty();
        assertThat(read("version = \"default-1\"")).isEqualTo(SitePolicy.DEFAULT);
    }

    @Test
    void theShippedFileIsTheDefaultPolicyInFull() throws Exception {
        try (InputStream shipped =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/assets/policy/default.toml"))) {
            byte[] content = shipped.readAllBytes();

            assertThat(new String(content, StandardCharsets.UTF_8))
                    .isEqualTo(PolicyFile.write(SitePolicy.DEFAULT));
            assertThat(PolicyFile.read("default.toml", content)).isEqualTo(SitePolicy.DEFAULT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 min", "7 min", "0.1234567 h", "2.5 h", "1 min"})
    void whatIsWrittenReadsBackTheSame(String span) throws Exception {
        SitePolicy policy =
                SitePolicy.of(
                        "Haus \"A\" \\ Ä",
                        Map.of(
                                Settings.HIGH_DOSE_AFTER, span,
                                Settings.HIGH_EPINEPHRINE, "7.12345678 ug/min",
                                Settings.HIGH_FRACTION, "33.3 %",
                                Settings.NOREPINEPHRINE_MASS, "tartrate",
                                Settings.FEVER_FROM, "38.1 Cel"));

        assertThat(read(PolicyFile.write(policy))).isEqualTo(policy);
    }

    @Test
    void everySettingIsWrittenWithItsMeaningDefaultRangeAndSource() {
        assertThat(PolicyFile.write(SitePolicy.of("s", Map.of(Settings.FEVER_FROM, "38.5 Cel"))))
                .contains(
                        """

                        [temperature]

                        # from here on a temperature is fever
                        # default: 38 Cel; permitted: 37.5 to 39 Cel
                        # source: ASTCT 2019; NCCN prints both > and >= 38 °C
                        fever = "38.5 Cel"
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [temperature];  fevr = "38.3 Cel"             | 3:3: temperature.fevr: there is no such key; did you mean temperature.fever?
                    [temperature];albumin = "3 g"                 | 3:1: temperature.albumin: there is no such key
                    [pressure];fever = "38.3 Cel"                 | 3:1: pressure.fever: there is no such key; did you mean temperature.fever?
                    [temprature];fever = "38.3 Cel"               | 2:1: temprature: there is no such section; did you mean temperature?
                    [lungs]                                       | 2:1: lungs: there is no such section
                    verson = "x"                                  | 2:1: verson: there is no such key
                    temperature = 38                              | 2:1: temperature: is a section; write [temperature] and its keys below it
                    [[temperature]];fever = "38.3 Cel"            | 2:1: temperature: is a section; write [temperature] and its keys below it
                    "temperature.fever" = "38.3 Cel"              | 2:1: "temperature.fever": there is no such key; did you mean temperature.fever?
                    [temperature.fever];x = 1                     | 2:1: temperature.fever: a table is no amount; write for instance "38 Cel"
                    temperature.fever = "39.1 Cel"                | 2:1: temperature.fever: 39.1 Cel is not within 37.5 to 39 Cel
                    [temperature];fever = "101 [degF]"            | 3:1: temperature.fever: "[degF]" is not its unit; write for instance "37.5 Cel"
                    [temperature];fever = "38.3"                  | 3:1: temperature.fever: "38.3" has no unit; write for instance "37.5 Cel"
                    [temperature];fever = 38.3                    | 3:1: temperature.fever: 38.3 has no unit; write for instance "38 Cel"
                    [temperature];fever = "high"                  | 3:1: temperature.fever: "high" is no amount such as "37.5 Cel"
                    [temperature];fever = true                    | 3:1: temperature.fever: true is no amount; write for instance "38 Cel"
                    [temperature];fever = ["38 Cel"]              | 3:1: temperature.fever: an array is no amount; write for instance "38 Cel"
                    [temperature];fresh = "-1 h"                  | 3:1: temperature.fresh: -1 h is not within 0.5 to 24 h
                    [temperature];fahrenheit-from = "45"          | 3:1: temperature.fahrenheit-from: "45" is no number; write for instance 45, without quotation marks
                    [temperature];fahrenheit-from = nan           | 3:1: temperature.fahrenheit-from: NaN is no number; write for instance 45, without quotation marks
                    [penn];boluses = 2.5                          | 3:1: penn.boluses: 2.5 is no whole number
                    [penn];boluses = 6                            | 3:1: penn.boluses: 6 is not within 2 to 5
                    [vasopressor];inotropes-count = "true"        | 3:1: vasopressor.inotropes-count: "true" is neither true nor false without quotation marks
                    [vasopressor];inotropes-count = 1             | 3:1: vasopressor.inotropes-count: 1 is neither true nor false without quotation marks
                    [vasopressor];norepinephrine-mass = "salt"    | 3:1: vasopressor.norepinephrine-mass: "salt" is none of base, tartrate
                    [vasopressor];norepinephrine-mass = 3         | 3:1: vasopressor.norepinephrine-mass: 3 is no text in quotation marks; write one of base, tartrate
                    [unit];scale = "icans"                        | 3:1: unit.scale: "icans" is none of astct2019, cartox, ctcae5, lee2014, penn, review
                    [schedule];vitals = "1 h"                     | 3:1: schedule.vitals-from-grade-2: 2 h is above 1 h of schedule.vitals
                    [oxygen];simple-mask-at-6 = "34 %"            | 3:1: oxygen.simple-mask-at-5: 35 % is above 34 % of oxygen.simple-mask-at-6
                    [alarm-oxygen-step];dealy = "3 min"           | 3:1: alarm-oxygen-step.dealy: there is no such key; did you mean alarm-oxygen-step.delay?
                    [alarm-oxygen-step];delay = "61 min"          | 3:1: alarm-oxygen-step.delay: 61 min is not within 0 to 60 min
                    [alarm-monitor-off];delay = "1 min"           | 3:1: alarm-monitor-off.delay: 1 min is not within 0 to 0 min
                    [temperature];fever = 38,3                    | 3:11: is no TOML: Unexpected ',', expected a newline or end-of-input
                    [temperature];fever = "38 Cel                 | 3:16: is no TOML: Unexpected end of input, expected " or a character
                    [temperature];fever "38 Cel"                  | 3:7: is no TOML: Unexpected ", expected =
                    [temperature;fever = "38 Cel"                 | 2:13: is no TOML: Unexpected end of line, expected ]
                    version = "again"                             | 2:1: version is given twice, first at line 1, column 1
                    [penn];boluses = 2;boluses = 3                | 4:1: boluses is given twice, first at line 3, column 1
                    [penn];boluses = 2;[penn]                     | 4:1: penn is given twice, first at line 2, column 1
                    """)
    void aMistakeIsToldWithItsPlaceKeyAndReason(String lines, String message) {
        assertThat(refused("version = \"site-2\"\n" + lines.replace(';', '\n')))
                .hasMessage("site.toml:" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # nothing                              | 1:1: version: is missing; name this set of decisions, for instance version = "site-1"
                    [temperature];version = "2"            | 1:1: version: is missing; name this set of decisions, for instance version = "site-1"
                    ;version = ""                          | 2:1: version: is blank; name this set of decisions
                    version = "  "                         | 1:1: version: is blank; name this set of decisions
                    version = 2                            | 1:1: version: 2 is no name; write it in quotation marks
                    version = " 2"                         | 1:1: version: must be one line of at most 80 characters without blanks at its ends
                    version = "2\\n3"                      | 1:1: version: must be one line of at most 80 characters without blanks at its ends
                    version = "default-1";penn.boluses = 3 | 1:1: version: "default-1" names the built-in policy, and this one differs in penn.boluses; give it a name of its own
                    """)
    void aPolicyNeedsANameOfItsOwn(String lines, String message) {
        assertThat(lines(refused(lines.replace(';', '\n')))).contains("site.toml:" + message);
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
        PolicyFileException refused =
                refused(
                        """
                        version = "site-2"
                        [temperature]
                        fever = "41 Cel"
                        fresh = 8
                        [presure]
                        [penn]
                        boluses = = 2
                        bolus = 2
                        [schedule]
                        vitals = "1 h"
                        """);

        assertThat(lines(refused))
                .containsExactly(
                        "site.toml:3:1: temperature.fever: 41 Cel is not within 37.5 to 39 Cel",
                        "site.toml:4:1: temperature.fresh: 8 has no unit; write for instance \"8 h\"",
                        "site.toml:5:1: presure: there is no such section; did you mean pressure?",
                        refused.mistakes().get(3).in("site.toml"),
                        "site.toml:8:1: penn.bolus: there is no such key; did you mean penn.boluses?",
                        "site.toml:10:1: schedule.vitals-from-grade-2: 2 h is above 1 h of schedule.vitals");
        assertThat(refused.mistakes().get(3).line()).isEqualTo(7);
        assertThat(refused.mistakes().get(3).reason()).startsWith("is no TOML");
    }

    @Test
    void aMistakenSettingIsNotBlamedASecondTimeForAPair() {
        assertThat(
                        refused(
                                "version = \"s\"\n[schedule]\nvitals = \"13 h\"\nvitals-from-grade-2 = \"5 h\"\n"))
                .hasMessage("site.toml:3:1: schedule.vitals: 13 h is not within 0.25 to 12 h");
    }

    @Test
    void textThatIsNoUtf8IsRefusedAtItsPlace() {
        byte[] content = "version = \"a\"\n# 38 °C".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(content).mistakes())
                .containsExactly(new Mistake(2, 6, "", "is no UTF-8; save the file as UTF-8"));
        assertThat(refused("version = \"a\"".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("site.toml:1:1: is no UTF-8");
    }

    @Test
    void aByteOrderMarkDoesNoHarm() throws Exception {
        assertThat(read("\uFEFFversion = \"a\"").version()).isEqualTo("a");
    }

    @Test
    void aFileIsReadUpToOneMebibyte() throws Exception {
        byte[] largest = new byte[PolicyFile.LARGEST];
        Arrays.fill(largest, (byte) '#');
        byte[] version = "version = \"a\"\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(version, 0, largest, 0, version.length);
        Path file = folder.resolve("site.toml");

        Files.write(file, largest);
        assertThat(PolicyFile.read(file).version()).isEqualTo("a");
        Files.write(file, Arrays.copyOf(largest, largest.length + 1));
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(PolicyFileException.class)
                .hasMessage("site.toml: is larger than 1 MiB");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(refused("version = " + "[".repeat(500_000)))
                .hasMessage("site.toml: is nested too deeply to be a policy file");
    }

    @Test
    void aFileOfAnotherKindIsToldOffBriefly() {
        PolicyFileException refused = refused("Bring milk, and bread.\n".repeat(500));

        assertThat(refused.mistakes()).hasSize(500);
        assertThat(lines(refused)).hasSize(101);
        assertThat(refused).hasMessageEndingWith("site.toml: and 400 more mistakes");
    }

    @Test
    void whatComesFromTheFileIsMadeFitForATerminal() {
        assertThat(refused("version = \"a\"\n[temperature]\nfever = \"\\u001b[31m 38 Cel\"\n"))
                .hasMessageContaining("\"?[31m 38 Cel\"");
        assertThat(refused("version = \"a\"\n[temperature]\nfever = \"" + "8".repeat(9_000) + "\""))
                .hasMessage("site.toml:3:1: temperature.fever: the value is too long");
        assertThat(refused("version = \"a\"\n" + "k".repeat(9_000) + " = 1").toString())
                .hasSizeLessThan(500);
    }

    @Test
    void aFileThatIsNotThereOrAFolderIsNamed() {
        assertThatThrownBy(() -> PolicyFile.read(folder.resolve("none.toml")))
                .hasMessage("none.toml: no such file");
        assertThatThrownBy(() -> PolicyFile.read(folder))
                .hasMessage(folder.getFileName() + ": is a folder, not a policy file");
    }
}
