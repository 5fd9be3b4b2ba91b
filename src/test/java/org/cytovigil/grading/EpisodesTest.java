package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.ScaleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clinical basis section 5: an episode opens with fever or a clinician's word and closes after 24
 * h.
 */
// [utest->req~episode.open-close~1]
class EpisodesTest {
    private static final Observation[] CLEAR = {
        Facts.NO_FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96)
    };

    private static Charted febrileAtOne() {
        return Charted.adult().at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
    }

    private static EpisodeState episode(Charted course) {
        return course.picture(1_000).episode();
    }

    @ParameterizedTest
    @CsvSource({"37.9, false", "38.0, true"})
    void opensAtTheFirstFever(double degrees, boolean open) {
        EpisodeState state = episode(Charted.adult().at(1, Facts.celsius(degrees)));
        assertThat(state.open()).isEqualTo(open);
        assertThat(state.number()).isEqualTo(open ? 1 : 0);
    }

    @Test
    void doesNotOpenWithHypotensionOrHypoxiaAlone() {
        assertThat(
                        episode(
                                        Charted.adult()
                                                .at(
                                                        1,
                                                        Facts.NO_FEVER,
                                                        Facts.norepinephrine(5),
                                                        Facts.cannula(4)))
                                .open())
                .isFalse();
    }

    @Test
    void opensAtTheCliniciansWord() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.NO_FEVER, Facts.ROOM_AIR, Facts.pressure(80, 50))
                        .at(1, new Observation.EpisodeOpened());
        assertThat(episode(course).open()).isTrue();
        assertThat(course.grade(ScaleId.ASTCT_2019, 1)).isEqualTo("2");
    }

    @Test
    void closesAtExactly24HoursAndNotAMinuteEarlier() {
        Charted course = febrileAtOne().at(13, CLEAR).at(Facts.minute(37 * 60 - 1), CLEAR);
        assertThat(episode(course).open()).isTrue();
        assertThat(episode(course.at(37, CLEAR))).isEqualTo(new EpisodeState(1, null, null));
    }

    @Test
    void timeAloneDoesNotClose() {
        assertThat(episode(febrileAtOne().at(13, CLEAR)).open()).isTrue();
    }

    @Test
    void aFeverOrSupportInBetweenStartsTheCountAnew() {
        for (Observation broken :
                new Observation[] {
                    Facts.FEVER,
                    Facts.cannula(1),
                    Facts.pressure(85, 60),
                    Facts.norepinephrine(1),
                    Facts.spo2(89),
                    Facts.bolus()
                }) {
            Charted course = febrileAtOne().at(13, CLEAR).at(20, broken);
            course.at(27, CLEAR).at(27, Facts.list());
            assertThat(episode(course.at(40, CLEAR)).open()).as("%s", broken).isTrue();
            assertThat(episode(course.at(51, CLEAR)).open()).as("%s", broken).isFalse();
        }
    }

    @Test
    void aSetThatDoesNotTellEverythingNeitherStartsNorBreaksTheCount() {
        // The temperature of hour 1 is stale at hour 10: nobody knows whether that set is clear.
        Charted course = febrileAtOne().at(10, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR).at(34, CLEAR);
        assertThat(episode(course).open()).isTrue();
        assertThat(episode(course).clearSince()).isEqualTo(Facts.hour(34));

        // At hour 50 every value of hour 34 is stale, the heart rate tells nothing: the count
        // stands.
        course.at(50, new Observation.HeartRate(80));
        assertThat(episode(course).clearSince()).isEqualTo(Facts.hour(34));
        assertThat(episode(course.at(58, CLEAR)).open()).isFalse();
    }

    @Test
    void aLaterFeverOpensASecondEpisode() {
        Charted course = febrileAtOne().at(13, CLEAR).at(37, CLEAR).at(60, Facts.FEVER);
        assertThat(episode(course)).isEqualTo(new EpisodeState(2, Facts.hour(60), null));
    }

    @Test
    void whileOpenFeverIsNotAskedForAgain() {
        Charted course = febrileAtOne().at(5, Facts.NO_FEVER, Facts.norepinephrine(5));
        assertThat(course.grade(ScaleId.ASTCT_2019, 5)).isEqualTo("3");
        course.at(6, CLEAR).at(6, Facts.list());
        assertThat(course.grade(ScaleId.ASTCT_2019, 6)).isEqualTo("0");
        assertThat(course.assess(ScaleId.ASTCT_2019, 6).notes()).contains(Note.EPISODE_OPEN);
    }

    @Test
    void anAttributedFeverOpensNoneUntilTheAttributionIsWithdrawn() {
        Charted course =
                Charted.adult()
                        .at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR)
                        .at(1, Facts.attributed(AttributionScope.WHOLE, false));
        assertThat(episode(course).open()).isFalse();
        assertThat(course.grade(ScaleId.ASTCT_2019, 1)).isEqualTo("0");
        assertThat(course.assess(ScaleId.ASTCT_2019, 1).wouldBe()).isEqualTo(GradeRange.of(1));

        course.at(2, Facts.attributed(AttributionScope.WHOLE, true));
        assertThat(episode(course).openSince()).isEqualTo(Facts.hour(2));
    }

    @Test
    void attributedSupportKeepsItOpen() {
        Charted course =
                febrileAtOne()
                        .at(2, Facts.norepinephrine(5), Facts.device("ventilator", null, 0.3))
                        .at(2, Facts.attributed(AttributionScope.PRESSURE, false))
                        .at(2, Facts.attributed(AttributionScope.OXYGEN, false))
                        .at(13, Facts.NO_FEVER, Facts.device("ventilator", null, 0.3))
                        .at(37, Facts.NO_FEVER, Facts.device("ventilator", null, 0.3));
        assertThat(episode(course).open()).isTrue();
    }
}
