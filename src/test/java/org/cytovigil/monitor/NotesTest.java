package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Note;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

// [utest->req~ui.chart-note~1]
class NotesTest {
    private static final Instant END = Facts.hour(48);
    private static final Note NOTE = new Note("Sister rang.");

    private static List<Observation> events(StayMonitor monitor) {
        return monitor.series().data().events().stream().map(TimedFact::observation).toList();
    }

    @Test
    void noGradeGoesByANoteWhenEverItComes() {
        List<TimedFact> noted = new ArrayList<>();
        for (TimedFact fact : Watch.COURSE) {
            noted.add(fact);
            noted.add(new TimedFact(fact.at(), NOTE));
            noted.add(new TimedFact(fact.at().plus(Duration.ofSeconds(1)), NOTE));
        }

        StayMonitor with = Watch.told(noted, Facts.hour(10), END);
        StayMonitor without = Watch.told(Watch.COURSE, END);

        assertThat(Watch.outcome(with)).isEqualTo(Watch.outcome(without));
        assertThat(with.picture()).isEqualTo(without.picture());
        assertThat(with.lastFactAt()).isEqualTo(without.lastFactAt());
        // The course has facts of 17 moments.
        assertThat(events(with)).filteredOn(NOTE::equals).hasSize(34);
    }

    @Test
    void aWordOfHypotensionStaysWithItsSetWhenANoteComesAfterIt() {
        StayMonitor monitor =
                Watch.told(
                        List.of(
                                Watch.at(1, Facts.celsius(39)),
                                Watch.at(1, new Observation.HypotensionStated()),
                                Watch.at(1.5, NOTE)),
                        Facts.hour(2));

        assertThat(monitor.picture().hypotensionStated()).isTrue();
    }

    @Test
    void twoNotesOfOneMomentAndLengthAreTwo() {
        StayMonitor monitor =
                Watch.told(
                        List.of(
                                Watch.at(1, new Note("sister")),
                                Watch.at(1, new Note("mother")),
                                Watch.at(1, new Note("sister"))),
                        END);

        assertThat(events(monitor))
                .containsExactlyInAnyOrder(new Note("mother"), new Note("sister"));

        monitor.retract(Facts.hour(1), END, new Note("sister"));

        assertThat(events(monitor)).containsExactly(new Note("mother"));
    }

    @Test
    void aNoteTakenOutIsGoneAndToldAsTakenOut() {
        StayMonitor monitor = Watch.monitor();
        monitor.take(Watch.observed(1, NOTE));
        monitor.take(Watch.entry(1, new Entry.Retracted(NOTE, "other bed")));

        assertThat(events(monitor)).isEmpty();
        assertThat(monitor.amended()).singleElement().extracting(AmendedFact::was).isEqualTo(NOTE);
    }
}
