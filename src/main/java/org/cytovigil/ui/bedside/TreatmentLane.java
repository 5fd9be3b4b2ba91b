package org.cytovigil.ui.bedside;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.TextAlignment;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.ui.theme.Ink;
import org.cytovigil.ui.theme.Texts;

/** Boluses, drugs given and clinicians' decisions as labelled marks, in two rows. */
final class TreatmentLane implements Lane {
    private static final int ROWS = 2;
    private static final int LONGEST_LABEL = 30;

    @Override
    public void draw(Brush brush, ChartArea area, ChartScene scene, TimeAxis axis) {
        brush.fill(Ink.TEXT, 1);
        brush.text(
                Texts.of("bedside.lane.treatments"),
                area.gutter(),
                area.top() + brush.px(14),
                Brush.BODY,
                true,
                TextAlignment.LEFT);
        List<TimedFact> events = scene.data().events();
        int first = Math.max(0, Steps.lastAt(events, TimedFact::at, axis.from()));
        int last = Steps.lastAt(events, TimedFact::at, Math.min(axis.to(), scene.nowMillis()));
        double[] free = new double[ROWS];
        java.util.Arrays.fill(free, Double.NEGATIVE_INFINITY);
        brush.clip(area.left(), area.top(), area.width(), area.height());
        for (int i = first; i <= last; i++) {
            mark(brush, area, axis, events.get(i), free);
        }
        brush.unclip();
    }

    private static void mark(
            Brush brush, ChartArea area, TimeAxis axis, TimedFact event, double[] free) {
        String label = label(event.observation());
        double x = axis.x(event.at().toEpochMilli());
        double r = Math.max(4, brush.px(6));
        double room = r + brush.px(5) + brush.width(label, Brush.SMALL, false);
        boolean leftward = x + room > area.right();
        double start = leftward ? x - room : x - r;
        double end = leftward ? x + r : x + room;
        int row = 0;
        while (row < ROWS && start < free[row]) {
            row++;
        }
        boolean fits = row < ROWS;
        // Without room the mark alone remains; the crosshair names it.
        int place = fits ? row : 0;
        double y = area.top() + area.height() * (place + 0.5) / ROWS;
        brush.fill(Ink.TEXT, 1);
        brush.canvas()
                .fillPolygon(
                        new double[] {x - r, x + r, x},
                        new double[] {y - r * 0.8, y - r * 0.8, y + r * 0.8},
                        3);
        if (fits) {
            brush.text(
                    label,
                    leftward ? x - r - brush.px(5) : x + r + brush.px(5),
                    y,
                    Brush.SMALL,
                    false,
                    leftward ? TextAlignment.RIGHT : TextAlignment.LEFT);
            free[row] = end + brush.px(12);
        } else {
            free[0] = Math.max(free[0], x + r + brush.px(2));
        }
    }

    /** What was given, in as few words as it takes. */
    static String label(Observation event) {
        return switch (event) {
            case Observation.FluidBolus bolus ->
                    Texts.of("bedside.event.bolus", Wording.number(bolus.millilitres()));
            case Observation.TreatmentGiven given -> treatment(given.treatment());
            case Observation.Attributed attributed ->
                    Texts.of(
                            attributed.withdrawn()
                                    ? "bedside.event.withdrawn"
                                    : "bedside.event.attributed",
                            attributed.cause());
            case Observation.DeathDueToCrs death -> Texts.of("bedside.event.death");
            default -> event.getClass().getSimpleName();
        };
    }

    private static String treatment(Treatment treatment) {
        String drug = treatment.drug().strip();
        String text = treatment.text().strip();
        String all =
                text.toLowerCase(Locale.ROOT).contains(drug.toLowerCase(Locale.ROOT))
                        ? text
                        : (drug + " " + text).strip();
        String shown =
                all.length() > LONGEST_LABEL
                        ? all.substring(0, LONGEST_LABEL - 1).stripTrailing() + "…"
                        : all;
        return shown.isEmpty()
                ? shown
                : shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
    }
}
