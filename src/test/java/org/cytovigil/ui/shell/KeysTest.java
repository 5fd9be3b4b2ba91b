package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.PanelAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~ui.panels~1]
class KeysTest {
    private final ShellViewModel model = new ShellViewModel(new Ward().session(), ZoneOffset.UTC);
    private final List<PanelAction> actions = ShellActions.of(model, id -> {}, () -> null);

    @ParameterizedTest
    @EnumSource(
            value = PanelAction.Place.class,
            names = {"BOARD", "BEDSIDE"})
    void noTwoPanelsOfAScreenHaveTheSameKey(PanelAction.Place place) {
        Map<String, String> taken = new HashMap<>();
        for (PanelAction action : actions) {
            if (action.place() == place || action.place() == PanelAction.Place.BOTH) {
                assertThat(taken.put(action.keys().getName(), action.text()))
                        .as("%s of %s", action.keys().getName(), action.text())
                        .isNull();
            }
        }
        assertThat(taken).isNotEmpty();
    }

    @Test
    void noPanelTakesAKeyOfTheWindow() {
        assertThat(actions)
                .extracting(action -> action.keys().getName())
                .doesNotContain("F7", "Shift+F7", "F8", "F9", "F10", "F11", "F12", "Shift+F12");
    }
}
