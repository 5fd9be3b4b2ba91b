package org.cytovigil.ui.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.KeySection;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A screen with the row of what can be done on it, and at its right the panel in which it is done.
 * The alarm strip above stays in sight. FX thread.
 */
// [impl->req~ui.panels~1]
public final class PanelHost extends BorderPane {
    private final StackPane middle = new StackPane();
    private final ActionBar bar = new ActionBar(this::open);
    private final List<PanelAction> actions;
    private final Runnable closed;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private @Nullable Panel panel;
    private long opened;
    private @Nullable StayId stay;
    private PanelAction.@Nullable Place place;

    /**
     * @param closed run when a panel has closed, to give the keyboard back to the screen
     */
    public PanelHost(List<PanelAction> actions, Runnable closed) {
        this.actions = List.copyOf(actions);
        this.closed = closed;
        middle.setAlignment(Pos.TOP_RIGHT);
        middle.setMinHeight(0);
        setCenter(middle);
    }

    /**
     * Shows a screen with what can be done there; an open panel closes.
     *
     * @param screen what is seen
     * @param where which of the actions stand below it; {@code null} for none
     */
    public void show(Node screen, PanelAction.@Nullable Place where) {
        drop();
        place = where;
        middle.getChildren().setAll(screen);
        bar.show(actions.stream().filter(this::standsHere).toList());
        setBottom(bar.isEmpty() ? null : bar);
    }

    /**
     * The patient whom panels concern from now on. A panel of another patient closes: nothing must
     * be charted for one who is not in sight.
     *
     * @param who the patient at the bedside; {@code null} for none
     */
    public void setPatient(@Nullable StayId who) {
        if (!Objects.equals(stay, who)) {
            stay = who;
            drop();
        }
    }

    private boolean standsHere(PanelAction action) {
        return place != null && action.standsOn(place);
    }

    /**
     * Opens the panel whose button says so, as a press of it does; for pictures.
     *
     * @param text what the button says, without its key
     * @return whether there is one here
     */
    public boolean open(String text) {
        for (PanelAction action : actions) {
            if (standsHere(action) && action.text().equalsIgnoreCase(text)) {
                open(action);
                return true;
            }
        }
        return false;
    }

    /** Opens the menu of what has no button for want of room; false when there is none. */
    public boolean showMore() {
        return bar.showMore();
    }

    /** What opens the panels of this screen, and what the open panel does on keys of its own. */
    public List<KeySection> keys() {
        List<KeySection> sections = new ArrayList<>();
        if (panel != null && !panel.keys().isEmpty()) {
            sections.add(new KeySection(Texts.of("keys.section.panel"), panel.keys()));
        }
        List<Command> here = actions.stream().filter(this::standsHere).map(this::command).toList();
        if (!here.isEmpty()) {
            sections.add(new KeySection(Texts.of("keys.section.actions"), here));
        }
        return sections;
    }

    private Command command(PanelAction action) {
        return new Command(
                action.text(),
                List.of(action.keys()),
                Command.words(action.keys()),
                action.barred(),
                () -> {
                    if (action.barred().isEmpty()) {
                        open(action);
                    }
                    return true;
                });
    }

    /**
     * Opens the panel whose key it is.
     *
     * @return whether it was one
     */
    public boolean key(KeyEvent event) {
        for (PanelAction action : actions) {
            if (standsHere(action) && action.keys().match(event)) {
                return command(action).act().getAsBoolean();
            }
        }
        return false;
    }

    private void open(PanelAction action) {
        open(closing -> action.open().apply(Optional.ofNullable(stay), closing));
    }

    /**
     * Opens a panel in place of the one that is open, if that lets itself be closed.
     *
     * @param maker makes it from what closes it, and only it; empty when there is nothing to be
     *     done
     */
    public void open(Function<Runnable, Optional<Panel>> maker) {
        if (!close()) {
            return;
        }
        long mine = ++opened;
        // What a panel began may end long after it was closed, when another one is open.
        Runnable closing =
                () -> {
                    if (panel != null && mine == opened) {
                        done();
                    }
                };
        maker.apply(closing)
                .ifPresent(
                        made -> {
                            panel = made;
                            made.node().getStyleClass().add("side-panel");
                            middle.getChildren().add(made.node());
                            made.node().widthProperty().addListener(width -> makeRoom());
                            open.set(true);
                            // What a scroll pane holds can have the keyboard once it has a skin.
                            made.node().applyCss();
                            made.focus();
                        });
    }

    /** Follows the unit. */
    public void show(UnitSnapshot unit) {
        if (panel != null) {
            panel.show(unit);
        }
    }

    /**
     * Closes the panel, if one is open and lets itself be closed.
     *
     * @return whether none is open now
     */
    public boolean close() {
        if (panel != null && !panel.leave()) {
            return false;
        }
        if (panel != null) {
            done();
        }
        return true;
    }

    private void done() {
        drop();
        closed.run();
    }

    private void drop() {
        Panel was = panel;
        panel = null;
        if (was != null) {
            middle.getChildren().remove(was.node());
            makeRoom();
            was.gone();
        }
        open.set(false);
    }

    /**
     * The board lays its beds out beside the panel: none may be hidden behind it. The bedside does
     * without its own panel, and what is now stays in sight.
     */
    // [impl->req~ui.panel-beside-board~1]
    // [impl->req~ui.panel-beside-now~1]
    private void makeRoom() {
        double taken = panel == null ? 0 : panel.node().getWidth();
        Node screen = middle.getChildren().getFirst();
        if (screen instanceof Coverable coverable) {
            coverable.setCovered(taken);
        } else {
            StackPane.setMargin(screen, new Insets(0, taken, 0, 0));
        }
    }

    /** Shows or hides the row of what can be done; its keys go on to work. */
    public void setBare(boolean bare) {
        bar.setVisible(!bare);
        bar.setManaged(!bare);
    }

    /** Whether a panel is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
