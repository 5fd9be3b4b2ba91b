package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

/** What is told inside the alarm of the grade is told there, and nowhere when that is hidden. */
// [utest->req~alarm.grade-rise~1]
class ToldInsideTest {
    private static final AlarmKey GRADE = new AlarmKey(Watch.STAY, AlarmKind.GRADE_RISE);
    private static final AlarmKey HYPOTENSION =
            new AlarmKey(Watch.STAY, AlarmKind.REFRACTORY_HYPOTENSION);

    private final UnitMonitor unit =
            new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, Facts.ZERO);
    private final List<Entry> entries = new ArrayList<>();

    private void at(int minute, Entry.Event... events) {
        Instant now = Facts.minute(minute);
        unit.tick(now);
        for (Entry.Event event : events) {
            Entry entry =
                    new Entry(Watch.STAY, now, now, new Author(Author.Kind.PERSON, "N2"), event);
            entries.add(entry);
            unit.accept(entry);
        }
        unit.tick(now);
    }

    private static Entry.Event is(Observation fact) {
        return new Entry.Observed(fact);
    }

    private void admitted() {
        at(
                0,
                new Entry.Admitted(Facts.stay("7", Facts.adult())),
                is(Facts.NORMAL_PRESSURE),
                is(Facts.ROOM_AIR));
    }

    private List<AlarmKey> standing() {
        return unit.snapshot().alarms().stream().map(Alarm::key).toList();
    }

    private Alarm alarm(AlarmKey key) {
        return unit.snapshot().alarms().stream()
                .filter(found -> found.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Nobody would be told of it at all. */
    @Test
    void whatComesWithAGradeThatIsOutOfServiceStandsByItself() {
        admitted();
        at(5, new Entry.AlarmTakenOut(GRADE, "graded by hand"));
        at(60, is(Facts.FEVER), is(Facts.bolus()));
        at(63, is(Facts.pressure(80, 50)));

        assertThat(standing()).contains(HYPOTENSION).doesNotContain(GRADE);
    }

    @Test
    void soItDoesWithAGradeThatIsPutOff() {
        admitted();
        Instant end = Facts.ZERO.plus(Duration.ofHours(4));
        at(5, new Entry.AlarmShelved(GRADE, 2, "known", end));
        at(60, is(Facts.FEVER), is(Facts.bolus()));
        at(63, is(Facts.pressure(80, 50)));

        assertThat(standing()).contains(HYPOTENSION).doesNotContain(GRADE);
    }

    /** Three minutes after the grade, and answered before. */
    @Test
    void whatComesAfterTheGradeIsTakenIntoItsWords() {
        admitted();
        at(60, is(Facts.FEVER), is(Facts.bolus()));
        at(61, new Entry.Acknowledged(GRADE, 2, "seen"));
        at(63, is(Facts.pressure(80, 50)));

        assertThat(standing()).contains(GRADE).doesNotContain(HYPOTENSION);
        assertThat(alarm(GRADE).state()).isInstanceOf(AlarmState.Acknowledged.class);
        assertThat(alarm(GRADE).condition().also())
                .containsOnlyOnce("80/50 mmHg after a fluid bolus")
                .containsOnlyOnce("fever: 39.0 °C");

        UnitMonitor again = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, Facts.ZERO);
        again.now(Facts.minute(63));
        entries.forEach(again::accept);
        again.tick(Facts.minute(63));
        assertThat(again.snapshot().alarms()).isEqualTo(unit.snapshot().alarms());
    }
}
