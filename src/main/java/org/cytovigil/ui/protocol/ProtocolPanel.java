package org.cytovigil.ui.protocol;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Panel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.theme.Texts;

/** The whole protocol, to be read. It concerns no patient. FX thread. */
public final class ProtocolPanel implements Panel {
    private final VBox root = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    ProtocolPanel(Protocol protocol) {
        root.getStyleClass().add("protocol-panel");
        VBox text = new VBox();
        text.getStyleClass().add("protocol-text");
        for (int grade : Protocol.GRADES) {
            text.getChildren()
                    .add(
                            label(
                                    Texts.of("protocol.heading", protocol.scale().title(), grade),
                                    "protocol-grade"));
            for (String item : protocol.of(grade)) {
                text.getChildren().add(label("– " + item, "protocol-item"));
            }
        }
        scroll.setContent(text);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(Texts.of("protocol.accessible"));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().add(label(protocol.title(), "protocol-title"));
        root.getChildren().add(label(Texts.of("protocol.supports"), "protocol-title"));
        if (!protocol.fault().isEmpty()) {
            root.getChildren()
                    .add(label(Texts.of("protocol.refused", protocol.fault()), "protocol-title"));
        }
        root.getChildren()
                .add(label(Texts.of("protocol.source", protocol.source()), "protocol-source"));
        root.getChildren().add(scroll);
    }

    /** What opens it: {@code Ctrl+P} at the bedside. */
    public static PanelAction action(Supplier<Protocol> protocol) {
        return new PanelAction(
                Texts.of("protocol.open"),
                new KeyCodeCombination(KeyCode.G, KeyCombination.CONTROL_DOWN),
                PanelAction.Place.BEDSIDE,
                "",
                (stay, close) -> Optional.of(new ProtocolPanel(protocol.get())));
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void focus() {
        scroll.requestFocus();
    }

    @Override
    public void show(UnitSnapshot unit) {
        // It says the same of every patient.
    }

    @Override
    public boolean leave() {
        return true;
    }
}
