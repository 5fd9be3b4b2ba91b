package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.PlausibleLimits;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings are typed, permitted within limits, and refused with key and reason. */
// [utest->req~policy.settings~1]
class SitePolicyTest {
    private static SitePolicy with(String key, String value) {
        return SitePolicy.of("test", Map.of(Settings.of(key).orElseThrow(), value));
    }

    @Test
    void everyKeyStandsOnceAndNamesASection() {
        Set<String> keys = new HashSet<>();
        for (Setting<?> setting : Settings.all()) {
            assertThat(keys.add(setting.key())).as(setting.key()).isTrue();
            assertThat(setting.key()).matches("[a-z]+(-[a-z]+)*\\.[a-z0-9-]+");
            assertThat(setting.meaning()).isNotBlank();
            assertThat(setting.source()).isNotBlank();
            assertThat(setting).hasToString(setting.key());
            assertThat(Settings.of(setting.key())).contains(setting);
        }
        assertThat(Settings.of("no.such-key")).isEmpty();
    }

    @Test
    void everyDefaultIsPermittedAndReadBackAsWritten() {
        for (Setting<?> setting : Settings.all()) {
            String written = SitePolicy.DEFAULT.text(setting);
            assertThat(with(setting.key(), written)).as(setting.key()).isNotNull();
            assertThat(with(setting.key(), written).get(setting))
                    .as(setting.key())
                    .isEqualTo(setting.standard());
        }
    }

    @Test
    void theDefaultsOfPlausibilityAreThoseOfThePolicyPage() {
        // Written out in the clinical package, which knows no settings: both must say the same.
        assertThat(SitePolicy.DEFAULT.plausibility().limits()).isEqualTo(PlausibleLimits.DEFAULT);
        assertThat(Plausibility.DEFAULT.limits()).isEqualTo(PlausibleLimits.DEFAULT);
    }

    @Test
    void aSiteCanWidenWhatIsPlausible() {
        assertThat(SitePolicy.DEFAULT.plausibility().fault(Facts.celsius(46))).isPresent();
        assertThat(
                        with("plausible.temperature-to", "46 Cel")
                                .plausibility()
                                .fault(Facts.celsius(46)))
                .isEmpty();
    }

    @Test
    void onlyWhatChangedIsChanged() {
        SitePolicy policy = with("temperature.fresh", "90 min");
        assertThat(policy.get(Settings.TEMPERATURE_FRESH)).isEqualTo(Duration.ofMinutes(90));
        assertThat(policy.text(Settings.TEMPERATURE_FRESH)).isEqualTo("1.5 h");
        assertThat(policy.changed()).containsExactly(Settings.TEMPERATURE_FRESH);
        assertThat(policy.differing(policy)).isEmpty();
        assertThat(policy.version()).isEqualTo("test");
        assertThat(SitePolicy.DEFAULT.changed()).isEmpty();
        assertThat(policy)
                .isNotEqualTo(SitePolicy.DEFAULT)
                .isEqualTo(with("temperature.fresh", "90 min"));
        assertThat(policy)
                .hasSameHashCodeAs(with("temperature.fresh", "1.5 h"))
                .hasToString("test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    temperature.fresh              | 0.4 h        | 0.4 h is not within 0.5 to 24 h
                    temperature.fresh              | 24.1 h       | 24.1 h is not within
                    temperature.fresh              | 8            | "8" has no unit
                    temperature.fresh              | 8 L/min      | "L/min" is not its unit
                    temperature.fresh              | soon         | "soon" is no amount
                    temperature.fresh              | NaN h        | "NaN h" is no amount
                    temperature.fever              | 100.4 [degF] | "[degF]" is not its unit
                    temperature.fever              | 37.4 Cel     | 37.4 Cel is not within 37.5 to 39 Cel
                    oxygen.positive-pressure-grade | 5            | 5 is not within 3 to 4
                    oxygen.positive-pressure-grade | 3.5          | 3.5 is no whole number
                    oxygen.positive-pressure-grade | -3           | -3 is not within
                    vasopressor.inotropes-count    | maybe        | "maybe" is neither true nor false
                    vasopressor.norepinephrine-mass | unstated    | "unstated" is none of base, tartrate
                    unit.scale                     | icans        | "icans" is none of astct2019
                    """)
    void aValueThatIsNotPermittedIsRefusedWithKeyAndReason(
            String key, String value, String reason) {
        assertThatThrownBy(() -> with(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + ": ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    pressure.newborn-systolic, 75 mm[Hg], pressure.infant-systolic
                    schedule.vitals-from-grade-3, 3 h, schedule.vitals-from-grade-2
                    oxygen.simple-mask-at-5, 45 %, oxygen.simple-mask-at-6
                    vasopressor.high-equivalent, 8 ug/min, vasopressor.high-equivalent
                    tocilizumab.doses-in-all, 2, tocilizumab.doses-in-all
                    pressure.child-systolic, 70.5 mm[Hg], ''
                    """)
    void settingsThatDoNotGoTogetherAreRefused(String key, String value, String other) {
        if (other.isEmpty()) {
            assertThat(with(key, value).get(Settings.CHILD_SYSTOLIC)).isEqualTo(new Pressure(70.5));
            return;
        }
        assertThatThrownBy(() -> with(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is above")
                .hasMessageContaining(other);
    }

    @Test
    void aPolicyNeedsAName() {
        assertThatThrownBy(() -> SitePolicy.of(" ", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("version: ");
    }

    @Test
    void theUnitsScaleIsOneThatGradesCrs() {
        assertThat(SitePolicy.DEFAULT.get(Settings.UNIT_SCALE)).isEqualTo(ScaleId.ASTCT_2019);
        assertThat(with("unit.scale", "lee2014").get(Settings.UNIT_SCALE))
                .isEqualTo(ScaleId.LEE_2014);
    }

    @Test
    void whatIsPermittedIsSaidInWords() {
        assertThat(Settings.TEMPERATURE_FRESH.type().permitted()).isEqualTo("0.5 to 24 h");
        assertThat(Settings.INOTROPES_COUNT.type().permitted()).isEqualTo("true or false");
        assertThat(Settings.NOREPINEPHRINE_MASS.type().permitted()).isEqualTo("base, tartrate");
        assertThat(Settings.PENN_BOLUSES.type().permitted()).isEqualTo("2 to 5");
        assertThat(Settings.PENN_BOLUSES.type().quoted()).isFalse();
        assertThat(Settings.FEVER_FROM.type().quoted()).isTrue();
        assertThat(Settings.INOTROPES_COUNT.type().quoted()).isFalse();
        assertThat(Settings.UNIT_SCALE.type().quoted()).isTrue();
    }
}
