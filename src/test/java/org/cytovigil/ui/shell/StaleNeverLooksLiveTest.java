package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * A value past its age limit is stale in the same beat: in the picture of the patient, in the grade
 * that it leaves open, in a technical alarm, and in what is painted; also across the hour that a
 * clock change skips or repeats.
 */
// [utest->req~ui.stale-looks-stale~1]
@ExtendWith(ApplicationExtension.class)
class StaleNeverLooksLiveTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** What is charted again and again, and how long it stands; with fever, an episode is open. */
    @SuppressWarnings("ImmutableEnumChecker") // settings, observations and functions never change
    enum Parameter {
        TEMPERATURE(
                Settings.TEMPERATURE_FRESH,
                Duration.ofHours(8),
                ClinicalPicture::temperature,
                new Observation.BodyTemperature(
                        Temperature.ofCelsius(38.4), Observation.TemperatureSite.ORAL, false),
                true),
        PRESSURE(
                Settings.PRESSURE_FRESH,
                Duration.ofHours(6),
                ClinicalPicture::pressure,
                new Observation.BloodPressure(
                        new Pressure(118), new Pressure(70), null, Observation.PressureSource.CUFF),
                true),
        OXYGEN(
                Settings.OXYGEN_FRESH,
                Duration.ofHours(12),
                ClinicalPicture::oxygen,
                new Observation.OxygenDevice(new OxygenSupport.RoomAir()),
                true),
        /** No grade rests on a saturation that is not low. */
        SATURATION(
                Settings.SATURATION_FRESH,
                Duration.ofHours(6),
                ClinicalPicture::saturation,
                new Observation.OxygenSaturation(97),
                false);

        private final Setting<Duration> fresh;
        private final Duration limit;
        private final Function<ClinicalPicture, Reading<?>> reading;
        private final Observation value;
        private final boolean graded;

        Parameter(
                Setting<Duration> fresh,
                Duration limit,
                Function<ClinicalPicture, Reading<?>> reading,
                Observation value,
                boolean graded) {
            this.fresh = fresh;
            this.limit = limit;
            this.reading = reading;
            this.value = value;
            this.graded = graded;
        }
    }

    /** Four parameters, six ages, both days of clock change. */
    static Stream<Arguments> cases() {
        List<Duration> beyond =
                List.of(
                        Duration.ofMinutes(-1),
                        Duration.ofSeconds(-1),
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(5));
        // Charted at 23:30 the evening before, so that the changed hour lies within every limit.
        List<Instant> evenings =
                List.of(
                        Instant.parse("2026-03-28T22:30:00Z"),
                        Instant.parse("2026-10-24T21:30:00Z"));
        return Stream.of(Parameter.values())
                .flatMap(
                        parameter ->
                                beyond.stream()
                                        .flatMap(
                                                age ->
                                                        evenings.stream()
                                                                .map(
                                                                        evening ->
                                                                                Arguments.of(
                                                                                        parameter,
                                                                                        age,
                                                                                        evening))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aValuePastItsLimitIsStaleInTheSameBeat(
            Parameter parameter, Duration beyond, Instant evening) throws Exception {
        Ward ward = new Ward(evening, BERLIN);
        StayId stay = ward.admit("4", "DEMO Alpha");
        chart(ward, stay, null);
        // The others are charted again, so that nothing else grows stale meanwhile.
        for (Duration left = parameter.limit; left.toMinutes() > 60; left = left.minusHours(1)) {
            ward.pass(Duration.ofHours(1));
            chart(ward, stay, parameter);
        }
        ward.pass(Duration.ofMinutes(59));
        chart(ward, stay, parameter);
        for (Duration later = Duration.ofHours(1);
                later.compareTo(beyond) <= 0;
                later = later.plusHours(1)) {
            ward.pass(Duration.ofHours(1));
            chart(ward, stay, parameter);
        }
        Duration left = Duration.between(ward.now(), evening.plus(parameter.limit).plus(beyond));
        if (!left.isZero()) {
            ward.pass(left);
        }

        StaySnapshot now = ward.session().latest().stay(stay).orElseThrow();
        boolean stale = beyond.isPositive();
        assertThat(parameter.reading.apply(now.picture()))
                .isInstanceOf(stale ? Reading.Stale.class : Reading.Measured.class);
        GradeRange grade = Objects.requireNonNull(now.assessment(now.scale()), "graded").range();
        assertThat(grade.determined()).isEqualTo(!(stale && parameter.graded));
        assertThat(
                        now.alarms().stream()
                                .anyMatch(alarm -> alarm.key().kind() == AlarmKind.STALE_DATA))
                .as("a technical alarm")
                .isEqualTo(stale && parameter.graded);
    }

    static Stream<Parameter> parameters() {
        return Stream.of(Parameter.values());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aStaleValueIsPaintedOtherwiseThanTheSameValueWhileItStands(Parameter parameter)
            throws Exception {
        Map<String, Integer> stale = painted(parameter, parameter.limit);
        Map<String, Integer> again = painted(parameter, parameter.limit);
        Map<String, Integer> fresh = painted(parameter, parameter.limit.plusHours(1));

        assertThat(again).as("the same twice").isEqualTo(stale);
        if (parameter != Parameter.SATURATION) {
            // Which no tile shows.
            assertThat(fresh.get("tile")).isNotEqualTo(stale.get("tile"));
        }
        assertThat(fresh.get("readouts")).isNotEqualTo(stale.get("readouts"));
    }

    /**
     * The pixels of the board's tile and of the bedside's readouts one second after the usual limit
     * of a parameter.
     *
     * @param stands how long the unit lets values of the parameter stand
     */
    private static Map<String, Integer> painted(Parameter parameter, Duration stands)
            throws Exception {
        Ward ward =
                new Ward(SitePolicy.of("longer", Map.of(parameter.fresh, stands.toHours() + " h")));
        StayId stay = ward.admit("4", "DEMO Alpha");
        chart(ward, stay, null);
        ward.pass(parameter.limit.minusMinutes(1));
        chart(ward, stay, parameter);
        ward.pass(Duration.ofSeconds(61));
        return onFx(
                () -> {
                    ShellViewModel model = new ShellViewModel(ward.session(), BERLIN);
                    ShellView view =
                            new ShellView(
                                    model,
                                    new BoardViewModel(() -> Ward.START),
                                    new FeedsViewModel(
                                            FeedDesk.NONE,
                                            Runnable::run,
                                            Runnable::run,
                                            () -> Ward.START,
                                            BERLIN),
                                    BERLIN);
                    Scene scene = new Scene(view, WIDTH, HEIGHT);
                    model.show();
                    int tile = pixels(scene, view, ".bed-tile");
                    model.openBedside(stay);
                    return Map.of("tile", tile, "readouts", pixels(scene, view, "Canvas"));
                });
    }

    private static int pixels(Scene scene, ShellView view, String selector) {
        for (int pass = 0; pass < 2; pass++) {
            view.applyCss();
            view.layout();
        }
        WritableImage picture = scene.snapshot(null);
        Node node = view.lookup(selector);
        Bounds area = node.localToScene(node.getLayoutBounds());
        // Left of the plot stand the readouts; the line of the present moves by itself.
        int width = (int) (selector.equals("Canvas") ? 190 : area.getWidth());
        int height = (int) area.getHeight();
        int[] pixels = new int[width * height];
        PixelReader reader = picture.getPixelReader();
        reader.getPixels(
                (int) area.getMinX(),
                (int) area.getMinY(),
                width,
                height,
                PixelFormat.getIntArgbInstance(),
                pixels,
                0,
                width);
        return Arrays.hashCode(pixels);
    }

    private static void chart(Ward ward, StayId stay, @Nullable Parameter but) {
        for (Parameter parameter : Parameter.values()) {
            if (parameter != but) {
                ward.chart(stay, parameter.value);
            }
        }
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.call());
                    } catch (Exception e) {
                        done.completeExceptionally(e);
                    }
                });
        return done.get();
    }
}
