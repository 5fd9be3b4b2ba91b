package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

// [utest->req~policy.adoption~1]
class PolicyNoticeTest {
    private static final SitePolicy NEXT =
            SitePolicy.of("site-2", Map.of(Settings.FEVER_FROM, "38.5 Cel"));

    private PolicyTimeline.@Nullable Held held;
    private final ShellViewModel model = new ShellViewModel(new Unit(), ZoneOffset.ofHours(1));

    /** A unit at 08:00 UTC. */
    private final class Unit implements UnitSource {
        private final UnitSnapshot snapshot =
                UnitSnapshot.empty(Instant.parse("2026-03-01T08:00:00Z"));

        @Override
        public UnitSnapshot latest() {
            return snapshot;
        }

        @Override
        public void tell(org.cytovigil.ledger.Entry.OnAlarm act) {
            throw new IllegalStateException("there is no alarm");
        }

        @Override
        public void chart(
                StayId stay, Instant at, List<? extends org.cytovigil.ledger.Entry.Event> events) {
            throw new IllegalStateException("nobody charts here");
        }

        @Override
        public Mode mode() {
            return Mode.LIVE;
        }

        @Override
        public String fault() {
            return "";
        }

        @Override
        public PolicyTimeline.@Nullable Held announced() {
            return held;
        }
    }

    @Test
    void theFooterSaysFromWhenAPolicyHolds() {
        model.refresh();
        assertThat(model.statusProperty().get()).isEqualTo("live · store ok");

        held = new PolicyTimeline.Held(Instant.parse("2026-03-01T08:31:00Z"), NEXT);
        model.refresh();
        assertThat(model.statusProperty().get())
                .isEqualTo("live · store ok · policy site-2 holds from 09:31");

        held = new PolicyTimeline.Held(Instant.parse("2026-03-02T08:31:00Z"), NEXT);
        model.refresh();
        assertThat(model.statusProperty().get())
                .isEqualTo("live · store ok · policy site-2 holds from 2026-03-02 09:31");
    }
}
