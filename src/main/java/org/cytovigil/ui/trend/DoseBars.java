package org.cytovigil.ui.trend;

import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData.DoseStep;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.Steps.Held;

/** One thin bar a drug: that it runs, and at what dose in the unit charted. */
final class DoseBars {
    private static final double HEIGHT = 24;

    private final Brush brush;
    private final ChartArea area;
    private final TimeAxis axis;

    DoseBars(Brush brush, ChartArea area, TimeAxis axis) {
        this.brush = brush;
        this.area = area;
        this.axis = axis;
    }

    /** The height of one bar with the room around it, in pixels. */
    static double height(Brush brush) {
        return brush.px(HEIGHT);
    }

    void draw(Map<Vasopressor, List<Held<DoseStep>>> bars) {
        double top = area.top();
        for (List<Held<DoseStep>> steps : bars.values()) {
            row(steps, top + brush.px(2), height(brush) - brush.px(4));
            top += height(brush);
        }
    }

    private void row(List<Held<DoseStep>> steps, double y, double height) {
        String before = "";
        for (int i = 0; i < steps.size(); i++) {
            Held<DoseStep> step = steps.get(i);
            VasopressorInfusion infusion = step.value().infusion();
            if (!infusion.running()) {
                before = "";
                continue;
            }
            String text = text(infusion);
            double from = Math.max(axis.x(step.from()), area.left() - 2);
            double sure = Math.max(from, axis.x(step.confirmedUntil()));
            double to = Math.max(from + 1, Math.min(axis.x(step.to()), area.right() + 2));
            DoseRate rate = infusion.rate();
            if (rate != null) {
                brush.fill(Ink.VASOPRESSOR, 0.3);
                brush.canvas().fillRect(from, y, sure - from, height);
            }
            brush.hatch(
                    rate == null ? from : sure,
                    y,
                    rate == null ? to - from : to - sure,
                    height,
                    Ink.VASOPRESSOR,
                    0.6);
            brush.line(Ink.VASOPRESSOR, 0.8, 1.2);
            brush.canvas().strokeLine(from, y, to, y);
            brush.canvas().strokeLine(from, y + height, to, y + height);
            if (!text.equals(before)) {
                brush.canvas().strokeLine(from, y, from, y + height);
                label(steps, i, text, from, y + height / 2);
            }
            before = text;
        }
    }

    private void label(List<Held<DoseStep>> steps, int i, String text, double from, double y) {
        VasopressorInfusion infusion = steps.get(i).value().infusion();
        double to = axis.x(steps.get(i).to());
        for (int j = i + 1;
                j < steps.size() && text(steps.get(j).value().infusion()).equals(text);
                j++) {
            to = axis.x(steps.get(j).to());
        }
        for (String candidate : List.of(text, Wording.shortInfusion(infusion))) {
            if (brush.width(candidate, Brush.SMALL - 1, false) + brush.px(10) < to - from) {
                brush.fill(Ink.TEXT, 1);
                brush.text(candidate, from + brush.px(6), y, Brush.SMALL - 1);
                return;
            }
        }
        boolean starts = i == 0 || !steps.get(i - 1).value().infusion().running();
        String brief = Wording.shortInfusion(infusion);
        double room = brush.width(brief, Brush.SMALL - 1, false) + brush.px(12);
        if (starts && from - room > area.left()) {
            brush.fill(Ink.TEXT, 1);
            brush.text(brief, from - room + brush.px(6), y, Brush.SMALL - 1);
        }
    }

    private static String text(VasopressorInfusion infusion) {
        return infusion.rate() == null
                ? Texts.of("bedside.chart.dose-unknown", infusion.drug().id())
                : infusion.running() ? Wording.infusion(infusion) : "";
    }
}
