package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.junit.jupiter.api.Test;

/** A stay whose policy changes at hour 5: each moment goes by the policy that held then. */
// [utest->req~policy.settings~1]
class PolicyTurnTest {
    private static final SitePolicy NEXT =
            SitePolicy.of(
                    "next",
                    Map.of(
                            Settings.FEVER_FROM,
                            "38.5 Cel",
                            Settings.TEMPERATURE_FRESH,
                            "2 h",
                            Settings.TEMPERATURE_TO,
                            "46 Cel",
                            Settings.HIGH_NOREPINEPHRINE,
                            "15 ug/min"));

    private final GradeFold fold =
            new GradeFold(
                    Facts.adult(),
                    PolicyTimeline.always(SitePolicy.DEFAULT).then(Facts.hour(5), NEXT),
                    GradingScales.ALL);

    private PolicyTurnTest at(double hours, Observation fact) {
        fold.add(Facts.hour(hours), fact);
        return this;
    }

    @Test
    void aPictureGoesByThePolicyOfItsMoment() {
        at(1, Facts.FEVER);
        assertThat(fold.picture(Facts.hour(4.9)).temperature())
                .isInstanceOf(Reading.Measured.class);
        assertThat(fold.picture(Facts.hour(5)).temperature()).isInstanceOf(Reading.Stale.class);
    }

    @Test
    void aFactIsPlausibleByThePolicyOfItsMoment() {
        at(4.9, Facts.celsius(46));
        assertThat(fold.picture(Facts.hour(4.9)).temperature())
                .isInstanceOf(Reading.Implausible.class);
        at(5, Facts.celsius(46));
        assertThat(fold.picture(Facts.hour(5)).temperature()).isInstanceOf(Reading.Measured.class);
    }

    @Test
    void anEpisodeOpenedByTheFeverOfThenStaysOpen() {
        at(1, Facts.celsius(38.2));
        assertThat(fold.picture(Facts.hour(6)).episode().openSince()).isEqualTo(Facts.hour(1));
    }

    @Test
    void aDoseThatWasHighAndFellIsHighAgainFromTheChangeOn() {
        at(1, Facts.norepinephrine(20)).at(2, Facts.norepinephrine(16));
        fold.assess(Facts.hour(5));
        assertThat(fold.picture(Facts.hour(6)).vasopressors().highDoseSince())
                .isEqualTo(Facts.hour(5));
    }
}
