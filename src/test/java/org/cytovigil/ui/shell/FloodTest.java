package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;

/** Many alarms at once: what is folded into a count, and what never is. */
// [utest->req~ui.alarm-strip~1]
class FloodTest {
    private final Ward ward = new Ward();
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final List<StayId> stays = new ArrayList<>();

    /** Beds with fever alone (low), the last of which get hypotension too (medium), or a drug. */
    private void unit(int low, int medium, int high) {
        for (int i = 0; i < low + medium + high; i++) {
            StayId stay = ward.admit(Integer.toString(i + 1), "DEMO " + i);
            stays.add(stay);
            int systolic = i < low ? 118 : 86;
            ward.chart(stay, 38.6, systolic, 50, i < low + medium ? 0 : 6);
        }
        ward.pass(Duration.ofSeconds(1));
        model.show();
    }

    private long waiting() {
        return ward.session().latest().alarms().stream().filter(alarm -> !alarm.answered()).count();
    }

    @Test
    void eightAreCountedAsMore() {
        unit(8, 0, 0);
        assertThat(waiting()).isEqualTo(8);

        assertThat(model.stripProperty().get().others()).isEqualTo("+7 more");
        assertThat(model.stripProperty().get().urgent()).isEmpty();
    }

    @Test
    void aFloodSaysHowManyOfEachPriorityAndNamesEveryHighOne() {
        unit(5, 3, 3);

        ShellViewModel.Strip strip = model.stripProperty().get();
        assertThat(strip.others()).isEqualTo("3 !!! · 3 !! · 5 !");
        assertThat(strip.text()).startsWith("!!! Bed ");
        assertThat(strip.urgent()).hasSize(2);
        List<String> named = new ArrayList<>();
        strip.urgent().forEach(alarm -> named.add(alarm.text()));
        named.add(strip.text().substring(0, "!!! Bed 11".length()).strip());
        for (String bed : List.of("9", "10", "11")) {
            assertThat(named).anySatisfy(text -> assertThat(text).startsWith("!!! Bed " + bed));
        }
    }

    @Test
    void theAnsweredDoNotCountAsFlood() {
        unit(9, 0, 0);
        Alarm any = ward.session().latest().alarms().getFirst();
        ward.session().acknowledge(any);
        ward.pass(Duration.ofSeconds(1));
        model.show();

        assertThat(waiting()).isEqualTo(8);
        assertThat(model.stripProperty().get().others()).isEqualTo("+8 more");
    }
}
