package org.cytovigil.ui.bedside;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.cytovigil.ui.keys.Command;
import org.cytovigil.ui.panel.Coverable;
import org.cytovigil.ui.theme.Fonts;
import org.cytovigil.ui.trend.Pulses;
import org.cytovigil.ui.trend.TrendChart;

/**
 * The bedside screen of one patient: header, chart and the grade in words. The frame around it
 * (alarm strip, footer) is the shell's. FX thread.
 *
 * <p>It listens to its model weakly: a view that is dropped can be collected though the model
 * lives.
 */
// [impl->req~ui.bedside~1]
public final class BedsideView extends Region implements Coverable {
    private static final double FULL_WIDTH = 1920;
    private static final double FULL_HEIGHT = 1000;
    private static final double SMALLEST_UNIT = 0.7;
    private static final double BODY = 17;
    private static final double HEADER = 78;
    private static final double LEAST_HEADER = 64;
    private static final double PANEL = 410;

    /** Units in which the lanes that grades need have room one above the other. */
    private static final double LEAST_CHART = 660;

    private static final double MARGIN = 16;

    private final BedsideViewModel model;
    private final HeaderBar header;
    private final AlarmBanner alarms;
    private final TrendChart chart;
    private final GradePanel panel;
    private final ChartKeys keys;
    private double covered;
    private double larger = 1;
    private final InvalidationListener restyle = observable -> restyle();

    /** A view of the model; other views of the same model may exist beside it. */
    public BedsideView(BedsideViewModel model) {
        this(model, Pulses.ofToolkit());
    }

    /**
     * A view whose moving parts count time by given frames.
     *
     * @param pulses frames of the screen, or of a test
     */
    BedsideView(BedsideViewModel model, Pulses pulses) {
        this.model = model;
        Fonts.install();
        header = new HeaderBar(model);
        alarms = new AlarmBanner(model);
        chart = new TrendChart(model.trend(), pulses);
        panel = new GradePanel(model);
        keys = new ChartKeys(model.trend(), chart, panel::scrollBy);
        getStyleClass().add("bedside");
        getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        BedsideView.class.getResource("/assets/style/bedside.css"))
                                .toExternalForm());
        getChildren().addAll(header, alarms, chart, panel);
        setFocusTraversable(true);
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        told(
                                                BedsideWords.values(
                                                        model.trend().readoutsProperty().get())),
                                model.trend().readoutsProperty(),
                                model.trend().crosshair().toldProperty(),
                                model.trend().measure().toldProperty()));
        accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        told(
                                                BedsideWords.of(
                                                        model.headerProperty().get(),
                                                        model.gradeProperty().get(),
                                                        model.trend().readoutsProperty().get())),
                                model.headerProperty(),
                                model.gradeProperty(),
                                model.trend().readoutsProperty(),
                                model.trend().crosshair().toldProperty(),
                                model.trend().measure().toldProperty()));
        setOnKeyPressed(
                event -> {
                    if (handleKey(event)) {
                        event.consume();
                    }
                });
        // Before the scroll pane takes the arrows for itself.
        panel.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (handleKey(event)) {
                        event.consume();
                    }
                });
        addEventFilter(KeyEvent.KEY_RELEASED, event -> keys.released());
        setOnMousePressed(event -> requestFocus());
        model.themeProperty().addListener(new WeakInvalidationListener(restyle));
        widthProperty().addListener(restyle);
        heightProperty().addListener(restyle);
        restyle();
    }

    /**
     * Acts on a key: 1 to 4 choose presets, Home goes back to now, plus and minus zoom, arrows pan
     * and scroll the panel or move the crosshair. The shell may pass on keys that reach it first.
     *
     * @return whether the key meant something here
     */
    public boolean handleKey(KeyEvent event) {
        return keys.handle(event);
    }

    /** What keys do here. */
    public List<Command> keys() {
        return keys.commands();
    }

    /**
     * Somebody wants to leave: what is open in the chart ends first.
     *
     * @return whether there was such
     */
    public boolean escape() {
        return model.trend().measure().end() || model.trend().crosshair().end();
    }

    /** What the crosshair says where it has stopped; without one the usual words. */
    private String told(String usual) {
        String measured = model.trend().measure().toldProperty().get();
        String told =
                measured.isEmpty() ? model.trend().crosshair().toldProperty().get() : measured;
        return told.isEmpty() ? usual : told;
    }

    /** Makes text larger: 1 for the usual size, at most 1.5. */
    public void setText(double factor) {
        if (factor != larger) {
            larger = factor;
            restyle();
        }
    }

    @Override
    public void setCovered(double width) {
        covered = width;
        // Behind another panel nothing must have the keyboard.
        panel.setVisible(width == 0);
        requestLayout();
    }

    /** The panel; for tests. */
    GradePanel panel() {
        return panel;
    }

    /** The chart; for tests. */
    TrendChart chart() {
        return chart;
    }

    /** Pixels in a unit: 1 on a full-HD screen less the shell's frame. */
    private double unit() {
        return Math.max(
                SMALLEST_UNIT, Math.min(getWidth() / FULL_WIDTH, getHeight() / FULL_HEIGHT));
    }

    private void restyle() {
        double unit = unit();
        setStyle(
                model.themeProperty().get().css()
                        + String.format(
                                Locale.ROOT, "-fx-font-size: %.2fpx;", BODY * unit * larger));
        panel.setUnit(unit * larger);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double unit = unit();
        double margin = Math.round(MARGIN * unit);
        double width = getWidth();
        double least = Math.max(LEAST_HEADER, HEADER * unit);
        double seen = width - covered;
        header.fit(seen);
        double head = Math.round(Math.max(least, header.prefHeight(seen)));
        double side = Math.round(PANEL * unit * larger);
        double height = getHeight();
        header.resizeRelocate(0, 0, seen, head);
        // Over the chart alone: beside it, why and what next must be seen without scrolling.
        double wide = Math.max(0, Math.min(width - side - 2 * margin, seen - margin));
        double alarmed = model.alarmsProperty().get().isEmpty() ? 0 : alarms.prefHeight(wide);
        alarms.resizeRelocate(0, head, wide, Math.ceil(alarmed));
        double top = head + Math.ceil(alarmed);
        // Text grows as far as the lanes that grades need can stand open.
        double roomy = Math.min(unit * larger, (height - top) / LEAST_CHART);
        chart.setUnit(Math.max(unit, roomy));
        chart.resizeRelocate(margin, top, Math.max(0, wide - margin), height - top);
        panel.resizeRelocate(
                width - side - margin,
                head + margin,
                side,
                Math.max(0, height - head - 2 * margin));
    }
}
