package org.cytovigil.ui.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.sound.SoundViewModel;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.TwoEnds;
import org.jspecify.annotations.Nullable;

/**
 * The strip on top of every screen: the most urgent alarm, how many more, the answer, the clock. FX
 * thread.
 */
final class AlarmStrip extends StackPane {
    private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
    private static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final PseudoClass UNLIT = PseudoClass.getPseudoClass("unlit");

    /** The least part of the width for the words of the alarm. */
    private static final double LEFT = 0.38;

    private final ShellViewModel model;
    private final Flash flash;
    private final Runnable toMain;
    private final Subscription strips;
    private final Label message = new Label();
    private final Label others = new Label();
    private final Button acknowledge = new Button(Texts.of("shell.acknowledge"));
    private final Button more = new Button();
    private final ChangeListener<Boolean> onFlash =
            (property, before, lit) -> message.pseudoClassStateChanged(UNLIT, !lit);
    private @Nullable AlarmPriority flashing;

    AlarmStrip(ShellViewModel model, Flash flash) {
        this(model, flash, true, () -> {});
    }

    /**
     * The strip of the second window, which shows nothing but the board.
     *
     * @param toMain gives the keyboard to the main window, where patients and answers are shown
     */
    static AlarmStrip ofSecond(ShellViewModel model, Flash flash, Runnable toMain) {
        return new AlarmStrip(model, flash, false, toMain);
    }

    private AlarmStrip(ShellViewModel model, Flash flash, boolean main, Runnable toMain) {
        this.model = model;
        this.flash = flash;
        this.toMain = toMain;
        getStyleClass().add("alarm-strip");
        message.getStyleClass().add("alarm-message");
        message.setMaxWidth(Double.MAX_VALUE);
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        // There is no role of an alert; a change of its words is told to a reader that is on it.
        message.setAccessibleRole(AccessibleRole.BUTTON);
        message.setOnMouseClicked(event -> openAlarmed());
        HBox.setHgrow(message, Priority.ALWAYS);
        others.getStyleClass().add("strip-note");
        others.setMinWidth(USE_PREF_SIZE);
        acknowledge.setOnAction(event -> model.acknowledgeTop());
        acknowledge.setFocusTraversable(false);
        acknowledge.setMinWidth(USE_PREF_SIZE);
        acknowledge.setTooltip(new Tooltip(Texts.of("shell.acknowledge.tooltip")));
        Region arrow = new Region();
        arrow.getStyleClass().add("arrow");
        more.setGraphic(arrow);
        more.getStyleClass().add("answer-more");
        more.setAccessibleText(Texts.of("shell.answer.tooltip"));
        more.setTooltip(new Tooltip(Texts.of("shell.answer.tooltip")));
        more.setFocusTraversable(false);
        more.setOnAction(
                event -> {
                    model.toggleAnswer();
                    toMain.run();
                });
        HBox answer = new HBox(acknowledge, more);
        answer.setAlignment(Pos.CENTER_LEFT);
        more.setMaxHeight(Double.MAX_VALUE);
        answer.setMinWidth(USE_PREF_SIZE);
        answer.setMaxHeight(USE_PREF_SIZE);
        Label clock = new Label();
        clock.getStyleClass().add("clock");
        clock.setMinWidth(USE_PREF_SIZE);
        clock.textProperty().bind(model.clockProperty());
        HBox left = new HBox(message);
        HBox right = new HBox(others, answer, sound(), time(clock));
        if (main) {
            right.getChildren().add(2, back());
        }
        for (HBox end : List.of(left, right)) {
            end.getStyleClass().add("strip-part");
            end.setAlignment(Pos.CENTER_LEFT);
        }
        getChildren().add(new TwoEnds(left, right, LEFT, 8));
        if (model.mode() != UnitSource.Mode.LIVE) {
            Label mark = new Label(Texts.of("shell.mark." + model.mode().name()));
            mark.getStyleClass().add("mode-mark");
            mark.setMinWidth(USE_PREF_SIZE);
            mark.setTooltip(new Tooltip(Texts.of("shell.mark.tooltip")));
            left.getChildren().addFirst(mark);
            HBox.setMargin(mark, new Insets(0, 0, 0, 8));
        }
        strips = model.stripProperty().subscribe(this::show);
    }

    /** Lets go of the alarms and of the shared beat; it is not used afterwards. */
    // [impl->req~ui.no-leaks~1]
    void dispose() {
        strips.unsubscribe();
        watchFlash(null);
    }

    private Button back() {
        Button back = new Button(Texts.of("shell.back"));
        back.setOnAction(event -> model.openBoard());
        back.setFocusTraversable(false);
        back.setMinWidth(USE_PREF_SIZE);
        back.visibleProperty()
                .bind(model.screenProperty().isNotEqualTo(ShellViewModel.Screen.BOARD));
        back.managedProperty().bind(back.visibleProperty());
        return back;
    }

    /** Sound on or off, and its pause. */
    private HBox sound() {
        SoundViewModel sound = model.sound();
        Button toggle = new Button();
        toggle.textProperty().bind(sound.wordsProperty());
        toggle.setOnAction(event -> sound.toggle());
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        sound.faultProperty().get().isEmpty()
                                                ? Texts.of("sound.tooltip")
                                                : Texts.of(
                                                        "sound.tooltip.fault",
                                                        sound.faultProperty().get()),
                                sound.faultProperty()));
        toggle.setTooltip(tooltip);
        toggle.getStyleClass().add("sound");
        Button pause = new Button();
        pause.textProperty().bind(sound.pauseWordsProperty());
        pause.setOnAction(event -> sound.togglePause());
        pause.setTooltip(new Tooltip(Texts.of("sound.pause.tooltip")));
        pause.getStyleClass().add("sound-pause");
        pause.visibleProperty().bind(sound.onProperty());
        pause.managedProperty().bind(sound.onProperty());
        for (Button button : new Button[] {toggle, pause}) {
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox both = new HBox(pause, toggle);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    /** The clock, and under it when data last came from a device. */
    private VBox time(Label clock) {
        Label connection = new Label();
        connection.getStyleClass().add("connection");
        connection.setMinWidth(USE_PREF_SIZE);
        connection.textProperty().bind(model.connectionProperty());
        connection.visibleProperty().bind(model.connectionProperty().isNotEmpty());
        connection.managedProperty().bind(connection.visibleProperty());
        VBox time = new VBox(clock, connection);
        time.setAlignment(Pos.CENTER_RIGHT);
        time.setMinWidth(USE_PREF_SIZE);
        return time;
    }

    private void show(ShellViewModel.Strip strip) {
        AlarmPriority waiting = strip.waiting();
        message.setText(strip.alarm() == null ? Texts.of("shell.quiet") : strip.text());
        message.setAccessibleText(spoken(strip));
        message.pseudoClassStateChanged(HIGH, waiting == AlarmPriority.HIGH);
        message.pseudoClassStateChanged(MEDIUM, waiting == AlarmPriority.MEDIUM);
        message.pseudoClassStateChanged(LOW, waiting == AlarmPriority.LOW);
        acknowledge.setDisable(waiting == null);
        more.setDisable(strip.alarm() == null);
        others.setText(strip.others());
        watchFlash(waiting);
    }

    /** Words in place of marks and colour. */
    // [impl->req~ui.screen-reader~1]
    private static String spoken(ShellViewModel.Strip strip) {
        Alarm alarm = strip.alarm();
        if (alarm == null) {
            return Texts.of("shell.quiet");
        }
        return strip.waiting() == null
                ? strip.text()
                : Texts.of(
                        "shell.accessible." + alarm.condition().priority().name(),
                        strip.text().replaceFirst("^!+ ", ""));
    }

    private void watchFlash(@Nullable AlarmPriority priority) {
        if (flashing == priority) {
            return;
        }
        if (flashing != null) {
            flash.lit(flashing).removeListener(onFlash);
        }
        flashing = priority;
        message.pseudoClassStateChanged(UNLIT, false);
        if (priority != null) {
            flash.lit(priority).addListener(onFlash);
        }
    }

    private void openAlarmed() {
        ShellViewModel.Strip strip = model.stripProperty().get();
        if (strip.alarm() != null) {
            model.open(strip.alarm());
            toMain.run();
        }
    }
}
