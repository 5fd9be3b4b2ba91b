package org.cytovigil.ui.shell;

import java.net.URL;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.cytovigil.clinical.StayId;
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
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardScreen;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.charting.ChartingActions;
import org.cytovigil.ui.feeds.FeedsView;
import org.cytovigil.ui.feeds.FeedsViewModel;
import org.cytovigil.ui.handover.CasePanel;
import org.cytovigil.ui.handover.HandOverPanel;
import org.cytovigil.ui.handover.UnitPanel;
import org.cytovigil.ui.nurses.NursesPanel;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.panel.PanelHost;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.protocol.ProtocolPanel;
import org.cytovigil.ui.schedule.PutOffCheckPanel;
import org.cytovigil.ui.theme.Flash;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/** The frame of every screen. FX thread. */
public final class ShellView extends BorderPane {
    /** The size for which the style sheet's measures are written. */
    private static final double WIDTH = 1600;

    private static final double HEIGHT = 900;
    private static final double FONT = 15;

    /** A wall is read from farther away than a desk. */
    private static final double ON_A_WALL = 1.3;

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
    private final Flash flash = new Flash();

    public ShellView(
            ShellViewModel model, BoardViewModel board, FeedsViewModel feeds, ZoneId zone) {
        this.model = model;
        this.board = board;
        this.feeds = feeds;
        this.alarms = model.alarms();
        Fonts.install();
        URL sheet = ShellView.class.getResource("/assets/css/cytovigil.css");
        getStylesheets()
                .add(
                        Objects.requireNonNull(sheet, "the style sheet is missing from the program")
                                .toString());
        getStyleClass().add("shell");
        flash.runWhile(
                sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false));
        boardView = new BoardScreen(board, flash, model::openBedside);
        bedside = new BedsideViewModel(zone);
        bedside.setProtocol(model.protocol());
        bedsideView = new BedsideView(bedside);
        header = new Header(model, board);
        host =
                new PanelHost(
                        actions(model, model::openBedside, boardView::focused), this::focusCentre);
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
        setCenter(host);
        top =
                new VBox(
                        new AlarmStrip(model, flash),
                        new FloodBand(model, flash),
                        new AnswerPanel(model.answer()),
                        new AdjustPanel(model.answer().adjusting()),
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
        setBottom(footer());
        model.themeProperty().addListener((property, before, now) -> restyle());
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

    /** What can be done on the board and at the bedside, in the order of the buttons. */
    static List<PanelAction> actions(
            ShellViewModel model, Consumer<StayId> opened, Supplier<@Nullable StayId> focused) {
        Workbench bench = model.workbench();
        List<PanelAction> actions = new ArrayList<>();
        actions.add(Admission.admit(bench, opened));
        actions.add(Admission.move(bench, focused));
        actions.add(Admission.left(bench));
        actions.add(NursesPanel.action(bench));
        actions.addAll(ChartingActions.of(bench, model.drafts()));
        actions.add(Admission.patient(bench));
        actions.add(PutOffCheckPanel.action(bench));
        actions.add(ProtocolPanel.action(model::protocol));
        actions.add(HandOverPanel.action(bench));
        actions.add(UnitPanel.action(bench));
        actions.add(CasePanel.action(bench));
        return List.copyOf(actions);
    }

    private HBox footer() {
        Label promise = new Label(Texts.of("shell.promise"));
        promise.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label status = new Label();
        status.textProperty().bind(model.statusProperty());
        Label waiting = new Label();
        waiting.getStyleClass().add("quarantine-note");
        waiting.setMinWidth(USE_PREF_SIZE);
        waiting.textProperty()
                .bind(
                        Bindings.when(feeds.waitingProperty().isEqualTo(0))
                                .then("")
                                .otherwise(
                                        Bindings.createStringBinding(
                                                () ->
                                                        Texts.of(
                                                                "shell.quarantine",
                                                                feeds.waitingProperty().get()),
                                                feeds.waitingProperty())));
        HBox footer = new HBox(promise, space, waiting, status);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("footer");
        return footer;
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

    private void showScreen(ShellViewModel.Screen screen) {
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
                model.takeMoment().ifPresent(bedside::lookAt);
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
        Theme theme = model.themeProperty().get();
        double factor = Math.max(0.75, Math.min(getWidth() / WIDTH, getHeight() / HEIGHT));
        if (model.wallProperty().get()) {
            factor *= ON_A_WALL;
        }
        setStyle(theme.css() + "-fx-font-size: " + Math.rint(FONT * factor * 2) / 2 + "px;");
        boardView.setTheme(theme);
        bedside.setTheme(theme);
    }

    // [impl->req~ui.tasks~1]
    private void onKey(KeyEvent event) {
        boolean onBoard = model.screenProperty().get() == ShellViewModel.Screen.BOARD;
        boolean used = true;
        switch (event.getCode()) {
            case F12 -> answer(event.isShiftDown());
            case F7 -> {
                if (event.isShiftDown()) {
                    model.adjust();
                } else {
                    model.openAlarms();
                }
            }
            case F10 -> model.sound().togglePause();
            case F11 -> model.sound().toggle();
            case F9 -> model.nextTheme();
            case F8 -> model.openFeeds();
            case ESCAPE -> escape();
            default -> used = host.key(event) || (onBoard && !isTyped(event) && boardKey(event));
        }
        if (used) {
            event.consume();
        }
    }

    /** Letters typed into a field of an open panel are no commands. */
    private boolean isTyped(KeyEvent event) {
        return host.openProperty().get() || event.getTarget() instanceof TextInputControl;
    }

    private void answer(boolean withWhatWasDone) {
        if (withWhatWasDone) {
            model.toggleAnswer();
        } else {
            model.acknowledgeTop();
        }
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
                    case BOARD, BEDSIDE -> false;
                };
        if (!stays) {
            model.openBoard();
        }
    }

    private boolean boardKey(KeyEvent event) {
        switch (event.getCode()) {
            case B -> board.orderProperty().set(BoardOrder.BY_BED);
            case W -> board.orderProperty().set(BoardOrder.WORST_FIRST);
            case F -> {
                if (event.isShiftDown()) {
                    board.nextNurse();
                } else {
                    board.nextFilter();
                }
            }
            case V -> model.toggleWall();
            case T -> board.tableProperty().set(!board.tableProperty().get());
            case PAGE_DOWN -> board.nextPage();
            default -> {
                return false;
            }
        }
        return true;
    }
}
