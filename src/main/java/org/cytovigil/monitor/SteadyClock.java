package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.cytovigil.grading.Wording;

/**
 * The time of the program: that of the computer's clock when the program began, and from then on
 * the time that has really passed. It never goes back and never stands still, whatever is done to
 * the computer's clock, so that every span between two of its readings is as long as it was.
 *
 * <table>
 * <caption>What happens to the computer's clock, and what this one does</caption>
 * <tr><th>computer's clock</th><th>this clock</th></tr>
 * <tr><td>runs a little fast or slow, or is set by up to 30 s</td><td>follows, never faster or
 * slower than by a tenth</td></tr>
 * <tr><td>is set back or forward by more</td><td>goes on, and says so until the two agree
 * again</td></tr>
 * <tr><td>goes forward because the computer slept</td><td>goes forward with it</td></tr>
 * <tr><td>goes forward where it cannot be told whether the computer slept</td><td>goes forward with
 * it: data that look too old are safer than old data that look live</td></tr>
 * </table>
 */
// [impl->req~monitor.steady-clock~1]
public final class SteadyClock implements TellingClock {
    /** Half of what a device's clock may be off by before that alarms. */
    private static final Duration STEP = Duration.ofSeconds(30);

    /** It runs faster or slower by at most one part in so many. */
    private static final long SLEW = 10;

    private final InstantSource computer;
    private final LongSupplier running;
    private final Supplier<OptionalLong> sinceBoot;
    private long read;
    private long slept;
    private Instant time;

    /** What is added to the computer's clock because it was set. */
    private Duration correction = Duration.ZERO;

    /**
     * Begins at the computer's time.
     *
     * @param computer the computer's clock, which anybody can set
     * @param running nanoseconds that the computer has been running, from any beginning; nobody can
     *     set them, and they may stand still while it sleeps
     * @param sinceBoot the same with the time that it slept; empty where that cannot be told
     */
    public SteadyClock(
            InstantSource computer, LongSupplier running, Supplier<OptionalLong> sinceBoot) {
        this.computer = computer;
        this.running = running;
        this.sinceBoot = sinceBoot;
        this.read = running.getAsLong();
        this.slept = sinceBoot.get().orElse(read) - read;
        this.time = computer.instant();
    }

    /** Now, in the ledger's milliseconds. */
    @Override
    public synchronized Instant instant() {
        long now = running.getAsLong();
        long passed = Math.max(0, now - read);
        read = Math.max(read, now);
        time = time.plusNanos(passed);
        Duration apart = apart();
        if (apart.abs().compareTo(STEP) > 0) {
            wake();
            apart = apart();
        }
        if (apart.abs().compareTo(STEP) > 0) {
            correction = correction.minus(apart);
        } else {
            long most = passed / SLEW;
            time = time.plusNanos(Math.clamp(apart.toNanos(), -most, most));
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far the computer's clock, as corrected, is ahead. */
    private Duration apart() {
        return Duration.between(time, computer.instant().plus(correction));
    }

    /** Goes forward with the computer's clock by as much as the computer slept. */
    private void wake() {
        long ahead = Math.max(0, apart().toNanos());
        OptionalLong boot = sinceBoot.get();
        if (boot.isEmpty()) {
            // A clock that shows this time again was set right, and the computer did not sleep.
            boolean right = Duration.between(time, computer.instant()).abs().compareTo(STEP) <= 0;
            time = time.plusNanos(right ? 0 : ahead);
            return;
        }
        long total = boot.getAsLong() - read;
        time = time.plusNanos(Math.clamp(total - slept, 0, ahead));
        slept = Math.max(slept, total);
    }

    @Override
    public synchronized void notBefore(Instant moment) {
        Duration behind = Duration.between(instant(), moment);
        if (behind.isPositive()) {
            time = time.plus(behind);
            correction = correction.plus(behind);
        }
    }

    @Override
    public synchronized String notice() {
        if (correction.abs().compareTo(STEP) <= 0) {
            return "";
        }
        return "The computer's clock is %s %s the time that has passed since the program began. If the clock is right now, start the program again; else set it right. Until then the program goes on by its own time."
                .formatted(
                        correction.abs().toMinutes() == 0
                                ? correction.abs().toSeconds() + " s"
                                : Wording.duration(correction.abs()),
                        correction.isPositive() ? "behind" : "ahead of");
    }
}
