package org.cytovigil.ui.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.grading.AlarmPriority;

/**
 * A burst of pulses that tells a priority by its rhythm, after IEC 60601-1-8 (tables of pulse and
 * burst characteristics): high 3-2 and again 3-2 pulses, medium 3, low 2.
 *
 * <table>
 * <caption>Allowed, and chosen here, in milliseconds</caption>
 * <tr><th></th><th>allowed</th><th>high</th><th>medium</th><th>low</th></tr>
 * <tr><td>pulse, high</td><td>75-200</td><td>150</td><td></td><td></td></tr>
 * <tr><td>pulse, medium and low</td><td>125-250</td><td></td><td>200</td><td>200</td></tr>
 * <tr><td>pause x between pulses, high</td><td>50-125</td><td>100</td><td></td><td></td></tr>
 * <tr><td>pause y, medium and low</td><td>125-250</td><td></td><td>200</td><td>200</td></tr>
 * <tr><td>pause before pulses 4 and 9</td><td>2x + pulse</td><td>350</td><td></td><td></td></tr>
 * <tr><td>pause before pulse 6</td><td>350-1300</td><td>700</td><td></td><td></td></tr>
 * <tr><td>from burst to burst</td><td>2,500-15,000; 2,500-30,000; above 15,000</td><td>8,000</td>
 * <td>20,000</td><td>40,000</td></tr>
 * </table>
 */
// [impl->req~ui.alarm-sound~1]
enum Burst {
    HIGH(AlarmPriority.HIGH, 150, 8, 100, 100, 350, 100, 700, 100, 100, 350, 100),
    MEDIUM(AlarmPriority.MEDIUM, 200, 20, 200, 200),
    LOW(AlarmPriority.LOW, 200, 40, 200);

    private final AlarmPriority priority;
    private final Duration pulse;
    private final Duration every;

    @SuppressWarnings("ImmutableEnumChecker") // made once of immutable parts and never changed
    private final List<Duration> starts;

    Burst(AlarmPriority priority, int pulseMillis, int everySeconds, int... pauses) {
        this.priority = priority;
        this.pulse = Duration.ofMillis(pulseMillis);
        this.every = Duration.ofSeconds(everySeconds);
        List<Duration> begins = new ArrayList<>(List.of(Duration.ZERO));
        for (int pause : pauses) {
            begins.add(begins.getLast().plus(pulse).plusMillis(pause));
        }
        this.starts = List.copyOf(begins);
    }

    /** The burst that tells a priority. */
    static Burst of(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> HIGH;
            case MEDIUM -> MEDIUM;
            case LOW -> LOW;
        };
    }

    AlarmPriority priority() {
        return priority;
    }

    /** How long each pulse sounds. */
    Duration pulse() {
        return pulse;
    }

    /** When each pulse begins, counted from the first. */
    List<Duration> starts() {
        return starts;
    }

    /** From the beginning of the first pulse to the end of the last. */
    Duration length() {
        return starts.getLast().plus(pulse);
    }

    /** From the beginning of one burst to that of the next. */
    Duration every() {
        return every;
    }
}
