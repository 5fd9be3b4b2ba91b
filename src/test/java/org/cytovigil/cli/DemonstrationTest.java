package org.cytovigil.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.junit.jupiter.api.Test;

// [utest->req~demonstration.unit~1]
class DemonstrationTest {
    private final List<Entry> entries = Demonstration.entries();
    private Instant now = Demonstration.START;
    private final UnitSession session =
            OpenUnit.again(
                    entries,
                    SitePolicy.DEFAULT,
                    () -> now,
                    ZoneOffset.UTC,
                    UnitSource.Mode.DEMONSTRATION);

    @Test
    void eightBedsHoldFourRealAndFourSyntheticStays() {
        session.beat();

        UnitSnapshot unit = session.latest();

        assertThat(unit.stays()).hasSize(8);
        assertThat(unit.stays())
                .extracting(StaySnapshot::bed)
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(unit.stays())
                .filteredOn(stay -> stay.stay().origin() == Stay.Origin.REAL_CASE)
                .extracting(stay -> stay.stay().id().value())
                .containsExactlyInAnyOrder("29276678", "22205327", "28662225", "24181354");
        assertThat(unit.stays())
                .filteredOn(stay -> stay.stay().origin() == Stay.Origin.SYNTHETIC_CASE)
                .extracting(stay -> requireNonNull(stay.stay().infusion()).product())
                .containsExactlyInAnyOrder("axi-cel", "tisa-cel", "cilta-cel", "ide-cel");
    }

    @Test
    void syntheticCoursesReachTheirPeakOnThisProgramsOwnScale() {
        now = Demonstration.START.plus(Duration.ofDays(20));
        session.beat();

        Map<String, Integer> peaks = new TreeMap<>();
        for (StaySnapshot stay : session.latest().stays()) {
            if (stay.stay().origin() == Stay.Origin.SYNTHETIC_CASE) {
                int peak = 0;
                for (Assessment change : stay.history(ScaleId.ASTCT_2019)) {
                    peak = Math.max(peak, change.range().lowest());
                }
                peaks.put(requireNonNull(stay.stay().infusion()).product(), peak);
            }
        }

        assertThat(peaks)
                .isEqualTo(Map.of("axi-cel", 3, "tisa-cel", 4, "cilta-cel", 2, "ide-cel", 1));
    }

    @Test
    void theFirstScreenShowsAnUnansweredAlarmAndSeveralGrades() {
        OpenUnit.answerOldAlarms(session);

        UnitSnapshot unit = session.latest();

        assertThat(unit.alarms()).anyMatch(alarm -> !alarm.answered());
        assertThat(unit.stays())
                .extracting(
                        stay -> {
                            Assessment assessment = stay.assessment(ScaleId.ASTCT_2019);
                            return assessment == null ? -1 : assessment.range().lowest();
                        })
                .contains(0, 1, 2, 3);
    }

    @Test
    void theSameStepsInOneJumpOrSecondBySecondGiveTheSameAlarms() {
        session.beat();
        Instant end = Demonstration.START.plus(Duration.ofHours(2));
        Instant[] clock = {Demonstration.START};
        UnitSession stepped =
                OpenUnit.again(
                        entries,
                        SitePolicy.DEFAULT,
                        () -> clock[0],
                        ZoneOffset.UTC,
                        UnitSource.Mode.DEMONSTRATION);
        while (clock[0].isBefore(end)) {
            clock[0] = clock[0].plusSeconds(1);
            stepped.beat();
        }
        now = end;
        session.beat();

        assertThat(stepped.latest().alarms()).isEqualTo(session.latest().alarms());
    }
}
