package org.cytovigil.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cytovigil.monitor.Alarm;
import org.junit.jupiter.api.Test;

/** Sound from the switch to the samples, with a loudspeaker and a clock of the test. */
// [utest->req~ui.alarm-sound~1]
class SounderTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final String HEARD = "NO_SOUND 0 ";
    private static final Duration BEAT = Duration.ofMillis(100);

    private Instant now = START;
    private List<Alarm> alarms = List.of();
    private final List<String> findings = new ArrayList<>();
    private final List<Ear> opened = new ArrayList<>();
    private boolean noDevice;
    private boolean stuck;
    private boolean broken;
    private int tried;
    private final Sounder sounder =
            new Sounder(
                    this::standing,
                    () -> now,
                    (kind, level, cause) -> findings.add(kind + " " + level + " " + cause),
                    SoundChoice.NONE,
                    this::open);

    /** Hears what is played: a buffer of half a second that empties as time goes on. */
    private final class Ear implements Speaker {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private int silenced;
        private boolean closed;

        @Override
        public int write(byte[] samples, int from) {
            if (stuck) {
                return 0;
            }
            int taken = Math.min(samples.length - from, 44_100);
            heard.write(samples, from, taken);
            return taken;
        }

        @Override
        public void silence() {
            silenced++;
            heard.reset();
        }

        @Override
        public void close() {
            closed = true;
        }

        /** Whether all samples of a burst have arrived, and nothing else. */
        boolean heard(Burst burst, double volume) {
            return Arrays.equals(heard.toByteArray(), Synthesis.samples(burst, volume));
        }
    }

    private List<Alarm> standing() {
        if (broken) {
            throw new IllegalStateException("no snapshot");
        }
        return alarms;
    }

    private Speaker open() throws Speaker.NoSoundException {
        tried++;
        if (noDevice) {
            throw new Speaker.NoSoundException(
                    "the computer has no loudspeaker", new IllegalArgumentException());
        }
        Ear ear = new Ear();
        opened.add(ear);
        return ear;
    }

    private void pass(Duration time) {
        for (Instant until = now.plus(time); now.isBefore(until); now = now.plus(BEAT)) {
            sounder.beat();
        }
    }

    private void switchOn() {
        sounder.toggle();
        pass(Duration.ofSeconds(2));
    }

    private Ear ear() {
        return opened.getLast();
    }

    @Test
    void offByDefaultNoDeviceIsTouched() {
        alarms = Waiting.alarms("A/3/HIGH");

        pass(Duration.ofSeconds(10));

        assertThat(tried).isZero();
        assertThat(sounder.state()).isEqualTo(SoundControl.State.OFF);
    }

    // [utest->req~ui.sound-kept~1]
    @Test
    void whatWasChosenHoldsFromTheStartAndEverySwitchIsKept() {
        List<Boolean> kept = new ArrayList<>();
        SoundChoice choice =
                new SoundChoice() {
                    @Override
                    public boolean on() {
                        return true;
                    }

                    @Override
                    public void choose(boolean on) {
                        kept.add(on);
                    }
                };
        Sounder again =
                new Sounder(
                        this::standing, () -> now, (kind, level, cause) -> {}, choice, this::open);
        again.beat();
        assertThat(again.state().on()).isTrue();
        assertThat(kept).as("nobody chose").isEmpty();

        again.toggle();
        again.beat();
        assertThat(again.state().on()).isFalse();
        again.toggle();
        again.beat();
        assertThat(kept).containsExactly(false, true);
    }

    @Test
    void switchingOnPlaysATestBurst() {
        switchOn();

        assertThat(ear().heard(Burst.LOW, 0.35)).isTrue();
        assertThat(sounder.state().on()).isTrue();
        assertThat(findings).containsExactly(HEARD);
    }

    /** A program that was killed may have left the alarm, which nothing else would end. */
    // [utest->req~alarm.own-findings~1]
    @Test
    void howItIsAtTheStartIsSaidOnceWhetherSoundIsOnOrOff() {
        pass(Duration.ofSeconds(2));
        assertThat(findings).as("off").containsExactly(HEARD);

        findings.clear();
        Sounder again =
                new Sounder(
                        this::standing,
                        () -> now,
                        (kind, level, cause) -> findings.add(kind + " " + level + " " + cause),
                        new SoundChoice() {
                            @Override
                            public boolean on() {
                                return true;
                            }

                            @Override
                            public void choose(boolean on) {}
                        },
                        this::open);
        again.beat();
        again.beat();
        assertThat(findings).as("on").containsExactly(HEARD);
    }

    @Test
    void aRiseInAPauseIsHeardWithinASecond() {
        alarms = Waiting.alarms("A/2/MEDIUM");
        switchOn();
        sounder.togglePause();
        pass(Duration.ofSeconds(5));
        int before = ear().silenced;
        assertThat(ear().heard.size()).as("paused").isZero();

        alarms = Waiting.alarms("A/3/HIGH");
        pass(Duration.ofMillis(200));

        assertThat(ear().silenced).isGreaterThan(before);
        assertThat(ear().heard.size()).isPositive();
        pass(Duration.ofSeconds(4));
        assertThat(ear().heard(Burst.HIGH, 0.35)).isTrue();
    }

    @Test
    void aPauseCountsDownAndEndsByItself() {
        alarms = Waiting.alarms("A/3/HIGH");
        switchOn();
        sounder.togglePause();
        pass(Duration.ofSeconds(60));
        assertThat(sounder.state().pauseLeft())
                .isBetween(Duration.ofSeconds(60), Duration.ofMillis(60_200));
        assertThat(ear().heard.size()).isZero();

        pass(Duration.ofSeconds(65));
        assertThat(sounder.state().pauseLeft()).isZero();
        assertThat(ear().heard.size()).isPositive();
    }

    @Test
    void anAnswerCutsTheBurst() {
        switchOn();
        alarms = Waiting.alarms("A/3/HIGH");
        pass(Duration.ofMillis(300));
        assertThat(ear().heard.size()).isPositive();

        alarms = Waiting.alarms("A/3/HIGH*");
        pass(Duration.ofMillis(200));

        assertThat(ear().heard.size()).isZero();
    }

    @Test
    void aMoreUrgentAlarmTakesOverInTheMiddleOfABurst() {
        switchOn();
        alarms = Waiting.alarms("A/2/MEDIUM");
        pass(Duration.ofMillis(200));

        alarms = Waiting.alarms("A/2/MEDIUM B/3/HIGH");
        pass(Duration.ofSeconds(4));

        assertThat(ear().heard(Burst.HIGH, 0.35)).isTrue();
    }

    @Test
    void withoutADeviceThatIsFoundSaidAndTriedAgainEveryTenSeconds() {
        noDevice = true;
        switchOn();
        assertThat(findings)
                .containsExactly(
                        HEARD,
                        "NO_SOUND 1 alarms cannot be heard: the computer has no loudspeaker");
        assertThat(sounder.state().fault()).isEqualTo("the computer has no loudspeaker");
        assertThat(tried).isEqualTo(1);

        pass(Duration.ofSeconds(20));
        assertThat(tried).isEqualTo(3);

        noDevice = false;
        alarms = Waiting.alarms("A/3/HIGH");
        pass(Duration.ofSeconds(12));
        assertThat(findings).hasSize(3).last().isEqualTo(HEARD);
        assertThat(ear().heard.size()).as("what waits sounds once it can").isPositive();
    }

    @Test
    void aDeviceThatTakesNothingIsNoDevice() {
        switchOn();
        stuck = true;
        alarms = Waiting.alarms("A/3/HIGH");
        pass(Duration.ofSeconds(4));

        assertThat(findings)
                .containsExactly(
                        HEARD, "NO_SOUND 1 alarms cannot be heard: the loudspeaker takes no sound");
        assertThat(opened.getFirst().closed).isTrue();
    }

    @Test
    void switchedOffNothingIsMissing() {
        noDevice = true;
        switchOn();

        sounder.toggle();
        pass(Duration.ofSeconds(1));

        assertThat(findings).last().isEqualTo(HEARD);
        assertThat(sounder.state()).isEqualTo(SoundControl.State.OFF);
    }

    @Test
    void theStripSaysOnOffPausedAndUnheard() {
        SoundViewModel strip = new SoundViewModel(sounder);
        assertThat(strip.wordsProperty().get()).isEqualTo("Sound is off  F11");

        alarms = Waiting.alarms("A/3/HIGH");
        switchOn();
        strip.pulse();
        assertThat(strip.wordsProperty().get()).isEqualTo("Sound is on  F11");
        assertThat(strip.pauseWordsProperty().get()).isEqualTo("Pause 2 min  F10");

        strip.togglePause();
        sounder.beat();
        now = now.plusMillis(16_500);
        sounder.beat();
        strip.pulse();
        assertThat(strip.pauseWordsProperty().get()).isEqualTo("Paused 1:44  F10");

        strip.toggle();
        noDevice = true;
        sounder.beat();
        strip.toggle();
        pass(Duration.ofSeconds(1));
        strip.pulse();
        assertThat(strip.wordsProperty().get()).isEqualTo("NO SOUND  F11");
        assertThat(strip.faultProperty().get()).isEqualTo("the computer has no loudspeaker");
    }

    @Test
    void aFaultOfTheProgramIsSaidAndDoesNotEndTheTurns() {
        switchOn();
        broken = true;
        pass(BEAT);
        assertThat(sounder.state().fault()).isEqualTo("IllegalStateException");

        broken = false;
        pass(Duration.ofSeconds(12));
        assertThat(sounder.state().fault()).isEmpty();
    }
}
