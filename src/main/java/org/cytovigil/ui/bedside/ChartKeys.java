package org.cytovigil.ui.bedside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.CrosshairModel;
import org.cytovigil.ui.trend.TimeWindow;
import org.cytovigil.ui.trend.TrendChart;
import org.cytovigil.ui.trend.TrendViewModel;
import org.cytovigil.ui.trend.VisibleTime;

/**
 * The keys of the bedside. Arrows turn the chart and the panel while there is no crosshair, and
 * move the crosshair while there is one. FX thread.
 */
final class ChartKeys {
    private static final double KEY_ZOOM = 1.5;

    /** Columns that a larger step of the crosshair goes. */
    private static final int STRIDE = 20;

    /** Steps of the panel that a page key moves by; less than all that is seen. */
    private static final int PAGE = 3;

    private final TrendViewModel trend;
    private final CrosshairModel crosshair;
    private final TrendChart chart;
    private final Keymap always;
    private final Keymap turning;
    private final Keymap reading;

    /**
     * @param scroll moves the panel down by steps
     */
    ChartKeys(TrendViewModel trend, TrendChart chart, IntConsumer scroll) {
        this.trend = trend;
        this.crosshair = trend.crosshair();
        this.chart = chart;
        always = new Keymap();
        presets();
        zoom();
        crosshair();
        measure();
        turning = turning(scroll);
        reading = reading();
    }

    /** Acts on a key; whether it meant something. */
    boolean handle(KeyEvent event) {
        return (crosshair.isOn() ? reading : turning).handle(event) || always.handle(event);
    }

    /** A key was let go: what the crosshair stands on is told. */
    void released() {
        crosshair.stopped();
        trend.measure().stopped();
    }

    /** Those that do something now. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>((crosshair.isOn() ? reading : turning).commands());
        commands.addAll(always.commands());
        return commands;
    }

    private void presets() {
        always.on(
                        Texts.of("keys.bedside.six"),
                        () -> trend.setTimeWindow(TimeWindow.SIX_HOURS),
                        Keymap.sign(KeyCode.DIGIT1),
                        Keymap.sign(KeyCode.NUMPAD1))
                .on(
                        Texts.of("keys.bedside.day"),
                        () -> trend.setTimeWindow(TimeWindow.DAY),
                        Keymap.sign(KeyCode.DIGIT2),
                        Keymap.sign(KeyCode.NUMPAD2))
                .on(
                        Texts.of("keys.bedside.days"),
                        () -> trend.setTimeWindow(TimeWindow.DAY_2_TO_7),
                        Keymap.sign(KeyCode.DIGIT3),
                        Keymap.sign(KeyCode.NUMPAD3))
                .on(
                        Texts.of("keys.bedside.all"),
                        () -> trend.setTimeWindow(TimeWindow.ALL),
                        Keymap.sign(KeyCode.DIGIT4),
                        Keymap.sign(KeyCode.NUMPAD4));
    }

    private void zoom() {
        always.on(
                        Texts.of("keys.bedside.in"),
                        () -> trend.zoom(1 / KEY_ZOOM, middle()),
                        Keymap.sign(KeyCode.PLUS),
                        Keymap.sign(KeyCode.ADD),
                        Keymap.sign(KeyCode.EQUALS))
                .on(
                        Texts.of("keys.bedside.out"),
                        () -> trend.zoom(KEY_ZOOM, middle()),
                        Keymap.sign(KeyCode.MINUS),
                        Keymap.sign(KeyCode.SUBTRACT))
                .on(
                        Texts.of("keys.bedside.now"),
                        () -> trend.backToNow(),
                        Keymap.sign(KeyCode.HOME));
    }

    private void crosshair() {
        always.on(Texts.of("keys.trend.crosshair"), crosshair::toggle, Keymap.key(KeyCode.X))
                .on(
                        Texts.of("keys.trend.event-later"),
                        () -> crosshair.event(true),
                        Keymap.key(KeyCode.E))
                .on(
                        Texts.of("keys.trend.event-earlier"),
                        () -> crosshair.event(false),
                        Keymap.shift(KeyCode.E));
    }

    private void measure() {
        always.on(
                Texts.of("keys.trend.measure"),
                () -> trend.measure().mark(),
                Keymap.key(KeyCode.M));
    }

    /** What arrows do while there is no crosshair. */
    private Keymap turning(IntConsumer scroll) {
        return new Keymap()
                .on(
                        Texts.of("keys.bedside.earlier"),
                        () -> trend.pan(quarter().negated()),
                        Keymap.sign(KeyCode.LEFT))
                .on(
                        Texts.of("keys.bedside.later"),
                        () -> trend.pan(quarter()),
                        Keymap.sign(KeyCode.RIGHT))
                .on(Texts.of("keys.bedside.up"), () -> scroll.accept(-1), Keymap.sign(KeyCode.UP))
                .on(
                        Texts.of("keys.bedside.down"),
                        () -> scroll.accept(1),
                        Keymap.sign(KeyCode.DOWN))
                .on(
                        Texts.of("keys.bedside.page-up"),
                        () -> scroll.accept(-PAGE),
                        Keymap.sign(KeyCode.PAGE_UP))
                .on(
                        Texts.of("keys.bedside.page-down"),
                        () -> scroll.accept(PAGE),
                        Keymap.sign(KeyCode.PAGE_DOWN));
    }

    /** What arrows do while there is a crosshair. */
    private Keymap reading() {
        return new Keymap()
                .on(
                        Texts.of("keys.trend.column-earlier"),
                        () -> crosshair.move(chart.column().negated()),
                        Keymap.key(KeyCode.LEFT))
                .on(
                        Texts.of("keys.trend.column-later"),
                        () -> crosshair.move(chart.column()),
                        Keymap.key(KeyCode.RIGHT))
                .on(
                        Texts.of("keys.trend.value-earlier"),
                        () -> crosshair.step(false),
                        Keymap.shift(KeyCode.LEFT))
                .on(
                        Texts.of("keys.trend.value-later"),
                        () -> crosshair.step(true),
                        Keymap.shift(KeyCode.RIGHT))
                .on(
                        Texts.of("keys.trend.stride-earlier"),
                        () -> crosshair.move(chart.column().multipliedBy(-STRIDE)),
                        Keymap.key(KeyCode.PAGE_UP))
                .on(
                        Texts.of("keys.trend.stride-later"),
                        () -> crosshair.move(chart.column().multipliedBy(STRIDE)),
                        Keymap.key(KeyCode.PAGE_DOWN))
                .on(
                        Texts.of("keys.trend.lane-up"),
                        () -> crosshair.chooseLane(-1),
                        Keymap.key(KeyCode.UP))
                .on(
                        Texts.of("keys.trend.lane-down"),
                        () -> crosshair.chooseLane(1),
                        Keymap.key(KeyCode.DOWN));
    }

    private Duration quarter() {
        return trend.visibleTimeProperty().get().span().dividedBy(4);
    }

    /** What keeps its place while keys zoom: the crosshair, or the middle of the picture. */
    private Instant middle() {
        VisibleTime visible = trend.visibleTimeProperty().get();
        Instant moment = crosshair.momentProperty().get();
        return moment != null && visible.contains(moment)
                ? moment
                : visible.from().plus(visible.span().dividedBy(2));
    }
}
