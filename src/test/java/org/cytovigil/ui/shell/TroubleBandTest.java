package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

// [utest->req~ui.trouble~1]
class TroubleBandTest {
    private final Troubled source = new Troubled();
    private final ShellViewModel model = new ShellViewModel(source, ZoneOffset.UTC);

    private static final class Troubled implements UnitSource {
        private final UnitSnapshot unit = UnitSnapshot.empty(Instant.parse("2026-03-01T12:00:00Z"));
        private String fault = "";

        @Override
        public UnitSnapshot latest() {
            return unit;
        }

        @Override
        public void tell(org.cytovigil.ledger.Entry.OnAlarm act) {}

        @Override
        public Mode mode() {
            return Mode.LIVE;
        }

        @Override
        public void chart(
                StayId stay, Instant at, List<? extends org.cytovigil.ledger.Entry.Event> events) {
            throw new IllegalStateException("nobody charts here");
        }

        @Override
        public String fault() {
            return fault;
        }

        @Override
        public PolicyTimeline.@Nullable Held announced() {
            return null;
        }
    }

    @Test
    void troubleStandsInWordsAndTheStatusNoLongerSaysThatTheStoreIsWell() {
        model.show();
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.statusProperty().get()).isEqualTo("live · store ok");

        source.fault = "Storage is failing since 14:02: what is shown since then is not stored.";
        model.refresh();
        assertThat(model.troubleProperty().get())
                .isEqualTo(
                        "!! Storage is failing since 14:02: what is shown since then is not stored.");
        assertThat(model.statusProperty().get()).doesNotContain("store ok");

        source.fault = "";
        model.refresh();
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.statusProperty().get()).isEqualTo("live · store ok");
    }

    // [utest->req~ui.save-told~1]
    @Test
    void whatAClosedPanelCouldNotKeepStandsUntilSomebodyHasReadIt() {
        model.show();
        model.workbench().missed().accept("Vitals of DEMO Alpha: The disk is full.");
        model.refresh();

        assertThat(model.troubleProperty().get())
                .isEqualTo("!! Vitals of DEMO Alpha: The disk is full. (Esc: read)");
        assertThat(model.readMissed()).isTrue();
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(model.readMissed()).isFalse();
    }
}
