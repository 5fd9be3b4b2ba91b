package org.cytovigil.feed.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytovigil.grading.PolicyConflictException;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SettingType;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting of the policy: what is permitted is taken, what is just outside is not. */
class PermittedValuesTest {
    static Stream<Setting<?>> all() {
        return Settings.all().stream().map(setting -> setting);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theEndsAreTakenAndWhatIsJustOutsideIsRefused(Setting<?> setting) {
        switch (setting.type()) {
            case SettingType.Amount<?> amount -> {
                for (Map.Entry<String, Double> unit : amount.factors().entrySet()) {
                    takesTheEnds(setting, amount, unit.getKey(), unit.getValue());
                }
            }
            case SettingType.Flag flag -> {
                assertThat(fault(setting, "true")).isEmpty();
                assertThat(fault(setting, "false")).isEmpty();
                assertThat(fault(setting, "yes")).contains("no TOML");
            }
            case SettingType.Choice<?> choice -> {
                for (String name : choice.values().keySet()) {
                    assertThat(fault(setting, '"' + name + '"')).isEmpty();
                    assertThat(fault(setting, '"' + name + "x\"")).contains("is none of");
                }
            }
            case SettingType.Words words -> {
                String longest = "é".repeat(words.longest());
                assertThat(fault(setting, '"' + longest + '"')).isEmpty();
                assertThat(fault(setting, '"' + longest + "x\""))
                        .contains("it is not of 1 to %d characters".formatted(words.longest()));
                assertThat(fault(setting, "\"\"")).contains("it is not of");
                assertThat(fault(setting, "\"two\\nlines\"")).contains("it is not of");
                assertThat(fault(setting, "7")).contains("is no text in quotation marks");
            }
        }
    }

    private static void takesTheEnds(
            Setting<?> setting, SettingType.Amount<?> amount, String unit, double factor) {
        double step = amount.unit().isEmpty() ? 1 : 0.01;
        double lowest = amount.lowest() / factor;
        double highest = amount.highest() / factor;
        // Half an hour is no short number of days.
        if (lowest * 1e6 == Math.rint(lowest * 1e6)) {
            assertThat(fault(setting, written(amount, lowest, unit))).isEmpty();
        }
        assertThat(fault(setting, written(amount, highest, unit))).isEmpty();
        assertThat(fault(setting, written(amount, lowest - step, unit)))
                .contains("is not within " + setting.type().permitted());
        assertThat(fault(setting, written(amount, highest + step, unit)))
                .contains("is not within " + setting.type().permitted());
    }

    private static String written(SettingType.Amount<?> amount, double value, String unit) {
        BigDecimal exact = BigDecimal.valueOf(Math.rint(value * 1e6) / 1e6).stripTrailingZeros();
        return amount.quoted()
                ? '"' + exact.toPlainString() + " " + unit + '"'
                : exact.toPlainString();
    }

    /** What is said against a file with that value, leaving aside pairs that do not go together. */
    private static String fault(Setting<?> setting, String value) {
        String text = "version = \"s\"\n%s = %s\n".formatted(setting.key(), value);
        try {
            PolicyFile.read("s.toml", text.getBytes(StandardCharsets.UTF_8));
            return "";
        } catch (PolicyFileException e) {
            String message = String.valueOf(e.getMessage());
            return message.contains(" is above ") ? "" : message;
        }
    }

    @Test
    void everyDefaultIsPermittedAndReadsBackTheSame() {
        for (Setting<?> setting : Settings.all()) {
            assertThat(setting.type().read(SitePolicy.DEFAULT.text(setting)))
                    .as(setting.key())
                    .isEqualTo(setting.standard());
        }
    }

    @Test
    void everySettingHasASectionANameAndWordsOfItsOwn() {
        assertThat(Settings.all()).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(Settings.all())
                .allSatisfy(
                        setting -> {
                            assertThat(setting.key())
                                    .matches("[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*");
                            assertThat(setting.meaning()).isNotBlank();
                            assertThat(setting.source()).isNotBlank();
                        });
    }

    @Test
    void everyPairThatDoesNotGoTogetherIsNamed() {
        assertThatThrownBy(
                        () ->
                                SitePolicy.of(
                                        "s",
                                        Map.of(
                                                Settings.VITALS_EVERY, "30 min",
                                                Settings.TOCILIZUMAB_IN_ALL, "2")))
                .isInstanceOfSatisfying(
                        PolicyConflictException.class,
                        e ->
                                assertThat(e.conflicts())
                                        .extracting(PolicyConflictException.Conflict::lower)
                                        .isEqualTo(
                                                List.of(
                                                        Settings.VITALS_EVERY_GRADE_2,
                                                        Settings.TOCILIZUMAB_IN_24_H)));
    }
}
