package org.cytovigil.ui.shell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.admission.Admission;
import org.cytovigil.ui.alarms.AdjustPanel;
import org.cytovigil.ui.alarms.AlarmsView;
import org.cytovigil.ui.alarms.AlarmsViewModel;
import org.cytovigil.ui.alarms.AnswerPanel;
import org.cytovigil.ui.bedside.BedsideView;
import org.cytovigil.ui.bedside.BedsideViewModel;
import org.cytovigil.ui.board.BoardScreen;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.feeds.FeedsView;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.KeySection;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.PanelHost;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.cytovigil.ui.trend.LaneChoice;
import org.jspecify.annotations.Nullable;

/** The frame of every screen. FX thread. */
public final class ShellView extends BorderPane {

    private final ShellViewModel model;
    private final BoardViewModel board;
    private final BoardScreen boardView;
    private final BedsideViewModel bedside;
    private final BedsideView bedsideView;
    private final FeedsViewModel feeds;
    private final AlarmsViewModel alarms;
    private @Nullable AlarmsView alarmsView;
    private @Nullable FeedsView feedsView;
    private final Header header;
    private final VBox top;
    private final PanelHost host;
    private final HelpView help = new HelpView(this::closeHelp);
    private final AnswerPanel answerPanel;
    private final Keymap everywhere;
    private final Keymap boardKeys;
    private @Nullable Node beforeHelp;
    private final Flash flash = new Flash();
    private final SecondScreen second;

    /** A window that knows of one screen only: for pictures. */
    public ShellView(
            ShellViewModel model, BoardViewModel board, FeedsViewModel feeds, ZoneId zone) {
        this(model, board, feeds, zone, Displays.ONE);
    }

    /**
     * @param displays the screens on which windows may stand
     */
    ShellView(
            ShellViewModel model,
            BoardViewModel board,
            FeedsViewModel feeds,
            ZoneId zone,
            Displays displays) {
        this.model = model;
        this.board = board;
        this.feeds = feeds;
        this.alarms = model.alarms();
        Looks.install(this);
        second = new SecondScreen(displays, this::window, this::secondView, board::closeBeside);
        ObservableValue<Boolean> shown =
                sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false);
        flash.runWhile(shown);
        second.followWhile(shown);
        boardView = new BoardScreen(board, flash, model::openBedside);
        bedside = new BedsideViewModel(zone);
        bedside.setProtocol(model.protocol());
        bedsideView = new BedsideView(bedside);
        header = new Header(model, board, second, this::toggleHelp);
        host =
                new PanelHost(
                        ShellActions.of(
                                model, bedside.trend(), model::openBedside, boardView::focused),
                        this::focusCentre);
        if (Admission.barred(model.workbench()).isEmpty()) {
            boardView.setOnEmpty(
                    bed ->
                            host.open(
                                    closing ->
                                            Admission.admitPanel(
                                                    model.workbench(),
                                                    bed,
                                                    model::openBedside,
                                                    closing)));
            boardView.setOnDropped(
                    (who, bed) ->
                            host.open(
                                    closing ->
                                            Admission.movePanel(
                                                    model.workbench(), who, bed, closing)));
        }
        setCenter(new StackPane(host, help));
        answerPanel = new AnswerPanel(model.answer());
        everywhere = ShellKeys.everywhere(model, this::toggleHelp, host::showMore, this::escape);
        boardKeys = ShellKeys.onBoard(model, board, second);
        top =
                new VBox(
                        new AlarmStrip(model, flash),
                        new FloodBand(model, flash, () -> {}),
                        new Drawer(answerPanel, this),
                        new Drawer(new AdjustPanel(model.answer().adjusting()), this),
                        new TroubleBand(model),
                        header);
        model.answer()
                .shownProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                focusCentre();
                            }
                        });
        model.answer()
                .adjusting()
                .shownProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                focusCentre();
                            }
                        });
        setTop(top);
        setBottom(Footer.of(model, feeds));
        model.themeProperty().addListener((property, before, now) -> restyle());
        model.textProperty().addListener((property, before, now) -> restyle());
        host.openProperty().addListener((property, before, now) -> closeHelp());
        widthProperty().addListener((property, before, now) -> restyle());
        heightProperty().addListener((property, before, now) -> restyle());
        model.unitProperty().addListener((property, before, now) -> showUnit(now));
        model.screenProperty().addListener((property, before, now) -> showScreen(now));
        // Another patient on the same screen, as by a click on the strip, is seen at once.
        model.stayProperty()
                .addListener((property, before, now) -> showBedside(model.unitProperty().get()));
        model.wallProperty().addListener((property, before, now) -> showWall(now));
        host.openProperty().addListener((property, before, now) -> model.leaveWall());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        restyle();
        showUnit(model.unitProperty().get());
        showScreen(model.screenProperty().get());
    }

    private void showUnit(UnitSnapshot unit) {
        board.show(unit);
        feeds.show(unit);
        alarms.show(unit);
        host.show(unit);
        Set<AlarmPriority> waiting = EnumSet.noneOf(AlarmPriority.class);
        for (Alarm alarm : unit.alarms()) {
            if (!alarm.answered()) {
                waiting.add(alarm.condition().priority());
            }
        }
        for (AlarmPriority priority : AlarmPriority.values()) {
            flash.setFlashing(priority, waiting.contains(priority));
        }
        showBedside(unit);
    }

    private void showBedside(UnitSnapshot unit) {
        if (model.screenProperty().get() == ShellViewModel.Screen.BEDSIDE) {
            host.setPatient(model.chosenStay().map(stay -> stay.stay().id()).orElse(null));
            model.chosenStay().ifPresentOrElse(stay -> bedside.show(stay, unit), model::openBoard);
        }
    }

    /** Goes by the lanes chosen at this workstation, and keeps there what is chosen. */
    void setLaneKeeper(LaneChoice.Keeper keeper) {
        bedside.trend().setLaneKeeper(keeper);
    }

    /**
     * Lays out and paints the first patient's bedside where nobody sees it: its classes, fonts and
     * styles are then there when somebody opens one, instead of making that one wait. The board
     * stands still for about as long, once. Nothing is done without a patient or on another screen.
     */
    // [impl->req~ui.first-bedside~1]
    public void prepareBedside() {
        UnitSnapshot unit = model.unitProperty().get();
        if (model.screenProperty().get() != ShellViewModel.Screen.BOARD || unit.stays().isEmpty()) {
            return;
        }
        Pane aside = new Pane(bedsideView);
        aside.setManaged(false);
        aside.setOpacity(0);
        getChildren().add(aside);
        bedside.show(unit.stays().getFirst(), unit);
        bedsideView.resize(getWidth(), getHeight());
        aside.applyCss();
        aside.layout();
        bedsideView.snapshot(null, null);
        aside.getChildren().clear();
        getChildren().remove(aside);
    }

    private void showScreen(ShellViewModel.Screen screen) {
        help.close();
        feeds.setOpen(screen == ShellViewModel.Screen.FEEDS);
        alarms.setOpen(screen == ShellViewModel.Screen.ALARMS);
        switch (screen) {
            case BOARD -> {
                host.setPatient(null);
                host.show(boardView, PanelAction.Place.BOARD);
                boardView.focusOn(model.chosenStay().map(stay -> stay.stay().id()).orElse(null));
                if (!top.getChildren().contains(header)) {
                    top.getChildren().add(header);
                }
            }
            case BEDSIDE -> {
                top.getChildren().remove(header);
                showBedside(model.unitProperty().get());
                model.takeMoment().ifPresent(bedside.trend()::lookAt);
                host.show(bedsideView, PanelAction.Place.BEDSIDE);
                bedsideView.requestFocus();
            }
            case FEEDS -> {
                top.getChildren().remove(header);
                FeedsView view = feedsView();
                host.show(view, null);
                view.focus();
            }
            case ALARMS -> {
                top.getChildren().remove(header);
                AlarmsView view = alarmsView();
                host.show(view, null);
                view.focus();
            }
        }
    }

    /** Made when it is first wanted: most windows never show it. */
    private FeedsView feedsView() {
        FeedsView view = feedsView;
        if (view == null) {
            view = new FeedsView(feeds);
            feedsView = view;
        }
        return view;
    }

    /** Made when it is first wanted, as the screen of feeds is. */
    private AlarmsView alarmsView() {
        AlarmsView view = alarmsView;
        if (view == null) {
            view =
                    new AlarmsView(
                            alarms,
                            model.answer()::open,
                            model.answer()::adjust,
                            model::openBedsideAt);
            alarmsView = view;
        }
        return view;
    }

    /** On a wall there is nobody to press or point. */
    private void showWall(boolean wall) {
        if (wall) {
            board.tableProperty().set(false);
        }
        header.setVisible(!wall);
        header.setManaged(!wall);
        host.setBare(wall);
        setCursor(wall ? Cursor.NONE : Cursor.DEFAULT);
        restyle();
    }

    /** The panels at the side of the screen; for pictures. */
    PanelHost panels() {
        return host;
    }

    /** What the bedside shows; for tests. */
    public BedsideViewModel bedside() {
        return bedside;
    }

    private void restyle() {
        double larger = Looks.larger(model);
        boardView.setText(larger);
        bedsideView.setText(larger);
        if (help.isVisible()) {
            help.say(looks());
        }
        Looks.apply(this, model, model.wallProperty().get());
        Theme theme = model.themeProperty().get();
        boardView.setTheme(theme);
        bedside.setTheme(theme);
    }

    // [impl->req~ui.tasks~1]
    private void onKey(KeyEvent event) {
        boolean onBoard = model.screenProperty().get() == ShellViewModel.Screen.BOARD;
        if ((help.isVisible() && help.keys().handle(event))
                || everywhere.handle(event)
                || host.key(event)
                || (onBoard && !isTyped(event) && boardKeys.handle(event))) {
            event.consume();
        }
    }

    private @Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }

    /** What a second window shows. */
    SecondView secondView() {
        return new SecondView(
                model,
                board.openBeside(),
                flash,
                stay -> {
                    model.openBedside(stay);
                    second.toMain();
                },
                second::toMain,
                ShellKeys.inSecond(model, board, second));
    }

    /** The second window; for tests. */
    SecondScreen second() {
        return second;
    }

    /** Every key that does something now, by where it belongs. */
    List<KeySection> keys() {
        List<KeySection> sections = new ArrayList<>();
        if (model.answer().shownProperty().get() != null) {
            sections.add(new KeySection(Texts.of("keys.section.answer"), answerPanel.keys()));
        }
        List<Command> screen = new ArrayList<>();
        switch (model.screenProperty().get()) {
            case BOARD -> {
                screen.addAll(boardKeys.commands());
                screen.addAll(boardView.keys());
            }
            case BEDSIDE -> screen.addAll(bedsideView.keys());
            case FEEDS -> screen.addAll(feedsView().keys());
            case ALARMS -> screen.addAll(alarmsView().keys());
        }
        sections.addAll(host.keys());
        sections.add(
                new KeySection(
                        Texts.of("keys.section." + model.screenProperty().get().name()), screen));
        sections.add(new KeySection(Texts.of("keys.section.everywhere"), everywhere.commands()));
        return sections;
    }

    private String looks() {
        return Texts.of(
                "keys.looks",
                model.textProperty().get(),
                Texts.of("keys.looks." + model.themeProperty().get().name()));
    }

    /** Opens the help, or closes it. */
    void toggleHelp() {
        if (help.isVisible()) {
            closeHelp();
            return;
        }
        beforeHelp = getScene() == null ? null : getScene().getFocusOwner();
        help.open(keys(), looks());
    }

    /** Closes the help and gives the keyboard back to where it was. */
    private void closeHelp() {
        if (!help.isVisible()) {
            return;
        }
        help.close();
        Node before = beforeHelp;
        beforeHelp = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        } else {
            focusCentre();
        }
    }

    /** Letters typed into a field of an open panel are no commands. */
    private boolean isTyped(KeyEvent event) {
        return help.isVisible()
                || host.openProperty().get()
                || event.getTarget() instanceof TextInputControl;
    }

    /** Gives the keyboard back to the screen. */
    private void focusCentre() {
        switch (model.screenProperty().get()) {
            case BOARD ->
                    boardView.focusOn(
                            model.chosenStay().map(stay -> stay.stay().id()).orElse(null));
            case BEDSIDE -> bedsideView.requestFocus();
            case FEEDS -> feedsView().focus();
            case ALARMS -> alarmsView().focus();
        }
    }

    private void escape() {
        if (help.isVisible()) {
            closeHelp();
            return;
        }
        if (model.answer().shownProperty().get() != null) {
            model.answer().close();
            return;
        }
        if (model.answer().adjusting().shownProperty().get() != null) {
            model.answer().adjusting().close();
            return;
        }
        if (host.openProperty().get()) {
            host.close();
            return;
        }
        if (model.readMissed()) {
            return;
        }
        if (model.wallProperty().get()) {
            model.leaveWall();
            return;
        }
        boolean stays =
                switch (model.screenProperty().get()) {
                    case FEEDS -> feedsView().escape();
                    case ALARMS -> alarmsView().escape();
                    case BEDSIDE -> bedsideView.escape();
                    case BOARD -> false;
                };
        if (!stays) {
            model.openBoard();
        }
    }
}
