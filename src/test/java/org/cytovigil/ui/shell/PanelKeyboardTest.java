package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Where the keyboard is while a panel is open. */
// [utest->req~ui.panels~1]
@ExtendWith(ApplicationExtension.class)
class PanelKeyboardTest {
    @Test
    void everyPanelHasTheKeyboardAsSoonAsItIsOpen() throws Exception {
        List<String> without = new ArrayList<>();
        List<String> with = new ArrayList<>();
        EveryScreen.onFx(
                () -> {
                    EveryScreen window = new EveryScreen(Theme.NIGHT, 1600, 900, 100);
                    Stage stage = new Stage();
                    stage.setScene(window.scene);
                    stage.show();
                    window.walk(
                            (place, seen) -> {
                                Node panel = seen.view.lookup(".side-panel");
                                if (panel != null) {
                                    Node owner = seen.scene.getFocusOwner();
                                    (isIn(owner, panel) ? with : without).add(place);
                                }
                            });
                    stage.close();
                    return null;
                });

        assertThat(without).isEmpty();
        assertThat(with).hasSizeGreaterThan(15);
    }

    private static boolean isIn(@Nullable Node owner, Node panel) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(panel)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void nothingBehindAPanelAtTheBedsideCanHaveTheKeyboard() throws Exception {
        EveryScreen.onFx(
                () -> {
                    EveryScreen window = new EveryScreen(Theme.NIGHT, 1600, 900, 100);
                    window.model.openBedside(window.stay());
                    window.layout();
                    Node behind = window.view.lookup(".bedside-panel");
                    assertThat(behind.isVisible()).isTrue();

                    window.view.panels().open("Put a check off");
                    window.layout();
                    assertThat(behind.isVisible()).isFalse();

                    window.view.panels().close();
                    assertThat(behind.isVisible()).isTrue();
                    return null;
                });
    }
}
