package org.cytovigil.ui.sound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lets alarms be heard. Somebody calls {@link #beat} about ten times a second, always on one
 * thread; all else may be called on any.
 */
// [impl->req~ui.alarm-sound~1]
public final class Sounder implements SoundControl, AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(10);

    /** A loudspeaker that takes nothing for so long is no longer there. */
    private static final Duration STUCK = Duration.ofSeconds(3);

    private static final double TEST_VOLUME = 0.35;

    private final Supplier<List<Alarm>> alarms;
    private final InstantSource clock;
    private final Speaker.Maker maker;
    private final Findings findings;
    private final SoundChoice choice;
    private final AlarmSound sound = new AlarmSound();
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private volatile State state = State.OFF;
    private boolean on;
    private boolean testing;
    private String fault = "";

    /** Whether it was said how it is: a program before this one may have left a finding. */
    private boolean told;

    private @Nullable Speaker speaker;
    private Instant retryAt = Instant.EPOCH;
    private @Nullable Burst playing;
    private byte[] samples = {};
    private int written;
    private Instant movedAt = Instant.EPOCH;

    /**
     * @param alarms those that stand now
     * @param clock never goes back
     * @param findings told while nothing can be heard
     * @param choice whether it is on from the start
     */
    public Sounder(
            Supplier<List<Alarm>> alarms,
            InstantSource clock,
            Findings findings,
            SoundChoice choice) {
        this(alarms, clock, findings, choice, SystemSpeaker::open);
    }

    Sounder(
            Supplier<List<Alarm>> alarms,
            InstantSource clock,
            Findings findings,
            SoundChoice choice,
            Speaker.Maker maker) {
        this.alarms = alarms;
        this.clock = clock;
        this.findings = findings;
        this.choice = choice;
        wishes.add(() -> setOn(choice.on()));
        this.maker = maker;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void toggle() {
        wishes.add(
                () -> {
                    setOn(!on);
                    choice.choose(on);
                });
    }

    @Override
    public void togglePause() {
        wishes.add(this::pauseOrResume);
    }

    private void pauseOrResume() {
        Instant now = clock.instant();
        if (!on) {
            return;
        }
        if (sound.pauseLeft(now).isZero()) {
            sound.pause(now);
        } else {
            sound.resume();
        }
    }

    private void setOn(boolean wanted) {
        on = wanted;
        retryAt = Instant.EPOCH;
        sound.reset();
        if (wanted) {
            testing = true;
        } else {
            drop();
            say("");
        }
    }

    /** One turn: what somebody wished, what is to begin or to end, and the next samples. */
    public void beat() {
        try {
            for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
                wish.run();
            }
            if (on) {
                turn(clock.instant());
            }
        } catch (RuntimeException e) {
            // The thread must go on, and what is wrong must be seen where it cannot be heard.
            LoggerFactory.getLogger(Sounder.class).error("sound failed", e);
            fail(clock.instant(), e.getClass().getSimpleName());
        }
        state = new State(on, on ? sound.pauseLeft(clock.instant()) : Duration.ZERO, fault);
    }

    private void turn(Instant now) {
        Optional<AlarmSound.Play> begins = sound.decide(alarms.get(), now);
        Speaker open = speaker;
        if (open == null) {
            open(now);
            return;
        }
        if (begins.isPresent()) {
            AlarmSound.Play play = begins.get();
            testing = false;
            begin(open, play.burst(), play.volume(), now);
        } else if (testing) {
            testing = false;
            begin(open, Burst.LOW, TEST_VOLUME, now);
            // Nothing may be waiting that it would go on for.
            playing = null;
        } else if (playing != null && !sound.mayGoOn(playing)) {
            stop(open);
        }
        feed(open, now);
    }

    /** Opens the loudspeaker, if it is time to; the next turn makes use of it. */
    private void open(Instant now) {
        if (retryAt.isAfter(now)) {
            return;
        }
        try {
            speaker = maker.open();
            // What was decided while there was nothing to be heard by was not heard.
            sound.again();
            say("");
        } catch (Speaker.NoSoundException e) {
            fail(now, String.valueOf(e.getMessage()));
        }
    }

    private void begin(Speaker open, Burst burst, double volume, Instant now) {
        open.silence();
        playing = burst;
        samples = Synthesis.samples(burst, volume);
        written = 0;
        movedAt = now;
    }

    private void stop(Speaker open) {
        open.silence();
        playing = null;
        samples = new byte[0];
        written = 0;
    }

    private void feed(Speaker open, Instant now) {
        if (written >= samples.length) {
            movedAt = now;
            return;
        }
        int taken = open.write(samples, written);
        written += taken;
        if (taken > 0) {
            movedAt = now;
        } else if (Duration.between(movedAt, now).compareTo(STUCK) >= 0) {
            fail(now, Texts.of("sound.stuck"));
        }
    }

    private void fail(Instant now, String why) {
        drop();
        retryAt = now.plus(RETRY);
        say(why);
    }

    private void drop() {
        Speaker open = speaker;
        speaker = null;
        playing = null;
        samples = new byte[0];
        written = 0;
        if (open != null) {
            open.close();
        }
    }

    /** Says that nothing can be heard and why, or that all is well again. */
    private void say(String why) {
        if (told && fault.equals(why)) {
            return;
        }
        told = true;
        fault = why;
        findings.find(
                AlarmKind.NO_SOUND,
                why.isEmpty() ? 0 : 1,
                why.isEmpty() ? "" : Texts.of("sound.none", why));
    }

    /** Falls silent; called when {@link #beat} is called no more. */
    @Override
    public void close() {
        on = false;
        drop();
    }
}
