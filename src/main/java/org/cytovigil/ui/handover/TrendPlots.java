package org.cytovigil.ui.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenRung;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.ChartData;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.report.pdf.Plot;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.EventWords;
import org.jspecify.annotations.Nullable;

/** How a stay went, for paper: grades, vital signs, support and what was given. */
final class TrendPlots {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Duration JOINED = Duration.ofHours(8);
    private static final int MARK = 26;
    private static final int MOST_TICKS = 16;

    private final StaySnapshot stay;
    private final Printing printing;
    private final Instant now;
    private final long from;
    private final long to;

    private TrendPlots(
            StaySnapshot stay, Printing printing, Instant now, Instant from, Instant to) {
        this.stay = stay;
        this.printing = printing;
        this.now = now;
        this.from = from.toEpochMilli();
        this.to = Math.max(to.toEpochMilli(), this.from + 60_000);
    }

    /**
     * The picture of a span of time; nothing after {@code now} is drawn.
     *
     * @param now the present of the snapshot
     */
    static Plot of(StaySnapshot stay, Printing printing, Instant now, Instant from, Instant to) {
        return new TrendPlots(stay, printing, now, from, to).plot();
    }

    private Plot plot() {
        List<Plot.Lane> lanes = new ArrayList<>();
        lanes.add(grades(stay.scale()));
        lanes.add(grades(stay.secondScale()));
        double fever = stay.policy().get(Settings.FEVER_FROM).celsius();
        lanes.add(
                new Plot.Curves(
                        Texts.of("paper.lane.temperature"),
                        44,
                        35,
                        41,
                        List.of(curve(Parameter.TEMPERATURE, true)),
                        List.of(new Plot.Limit(fever, Wording.tenths(fever)))));
        lanes.add(
                new Plot.Curves(
                        Texts.of("paper.lane.pressure"),
                        52,
                        30,
                        190,
                        List.of(curve(Parameter.SYSTOLIC, true), curve(Parameter.DIASTOLIC, false)),
                        List.of()));
        lanes.add(
                new Plot.Curves(
                        Texts.of("paper.lane.saturation"),
                        28,
                        80,
                        100,
                        List.of(curve(Parameter.SATURATION, true)),
                        List.of()));
        lanes.add(new Plot.Ribbon(Texts.of("paper.lane.oxygen"), 12, oxygen()));
        for (Map.Entry<Vasopressor, List<ChartData.DoseStep>> drug :
                stay.chart().vasopressors().entrySet()) {
            List<Plot.Span> spans = doses(drug.getValue());
            if (!spans.isEmpty()) {
                lanes.add(new Plot.Ribbon(title(drug.getKey(), drug.getValue()), 17, spans));
            }
        }
        lanes.add(new Plot.Marks(Texts.of("paper.lane.given"), 30, given()));
        return new Plot(from, to, ticks(), lanes);
    }

    private Plot.Curve curve(Parameter parameter, boolean thick) {
        Series series = stay.chart().of(parameter);
        List<Plot.Point> points = new ArrayList<>();
        int last = series.lastAt(Math.min(to, now.toEpochMilli()));
        for (int i = Math.max(0, series.lastAt(from)); i <= last; i++) {
            if (series.time(i) >= from) {
                points.add(new Plot.Point(series.time(i), series.value(i)));
            }
        }
        return new Plot.Curve(points, false, JOINED.toMillis(), thick);
    }

    // --- spans ---

    private Plot.Ribbon grades(ScaleId scale) {
        List<Plot.Span> spans = new ArrayList<>();
        GradeRange before = null;
        long since = 0;
        for (Assessment change : stay.history(scale)) {
            if (change.at().isAfter(now)) {
                break;
            }
            GradeRange range = change.standing();
            if (!range.equals(before)) {
                grade(spans, before, since, change.at().toEpochMilli());
                before = range;
                since = change.at().toEpochMilli();
            }
        }
        grade(spans, before, since, now.toEpochMilli());
        return new Plot.Ribbon(scale.title(), 12, spans);
    }

    private void grade(List<Plot.Span> spans, @Nullable GradeRange range, long since, long until) {
        if (range != null) {
            add(spans, since, until, range.lowest() * 0.17, !range.determined(), shortRange(range));
        }
    }

    /** "3", or "2–4". */
    static String shortRange(GradeRange range) {
        return range.determined()
                ? Integer.toString(range.lowest())
                : range.lowest() + "–" + range.highest();
    }

    private void add(
            List<Plot.Span> spans,
            long since,
            long until,
            double shade,
            boolean hatched,
            String label) {
        if (until > from && since < to && until > since) {
            spans.add(
                    new Plot.Span(
                            Math.max(from, since), Math.min(to, until), shade, hatched, label));
        }
    }

    private List<Plot.Span> oxygen() {
        List<Plot.Span> spans = new ArrayList<>();
        List<ChartData.OxygenStep> steps = stay.chart().oxygen();
        for (int i = 0; i < steps.size(); i++) {
            ChartData.OxygenStep step = steps.get(i);
            int next = i + 1;
            // A device that is charted again and again is one span.
            while (next < steps.size() && steps.get(next).support().equals(step.support())) {
                next++;
            }
            OxygenRung rung = OxygenRung.of(step.support());
            add(
                    spans,
                    step.at().toEpochMilli(),
                    end(next < steps.size() ? steps.get(next).at() : now),
                    rung == null ? 0 : rung.height() * 0.12,
                    rung == null,
                    Wording.shortOxygen(step.support()));
            i = next - 1;
        }
        return spans;
    }

    private List<Plot.Span> doses(List<ChartData.DoseStep> steps) {
        double most = 0;
        for (ChartData.DoseStep step : steps) {
            most = Math.max(most, amount(step));
        }
        List<Plot.Span> spans = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ChartData.DoseStep step = steps.get(i);
            int next = i + 1;
            while (next < steps.size() && steps.get(next).infusion().equals(step.infusion())) {
                next++;
            }
            if (step.infusion().running()) {
                add(
                        spans,
                        step.at().toEpochMilli(),
                        end(next < steps.size() ? steps.get(next).at() : now),
                        0.15 + (most > 0 ? 0.5 * amount(step) / most : 0),
                        false,
                        dose(step));
            }
            i = next - 1;
        }
        return spans;
    }

    /** The drug with its highest dose; of doses in several units none is said to be the highest. */
    private String title(Vasopressor drug, List<ChartData.DoseStep> steps) {
        DoseRate most = null;
        for (ChartData.DoseStep step : steps) {
            DoseRate rate = step.infusion().rate();
            boolean seen = !step.at().isAfter(now) && step.at().toEpochMilli() <= to;
            if (rate != null && rate.amount() > 0 && seen) {
                if (most != null && most.unit() != rate.unit()) {
                    return drug.id();
                }
                most = most == null || rate.amount() > most.amount() ? rate : most;
            }
        }
        return most == null
                ? drug.id()
                : Texts.of("paper.lane.drug", drug.id(), Wording.dose(most));
    }

    private static double amount(ChartData.DoseStep step) {
        DoseRate rate = step.infusion().rate();
        return rate == null ? 0 : rate.amount();
    }

    private static String dose(ChartData.DoseStep step) {
        DoseRate rate = step.infusion().rate();
        return rate == null ? "?" : Wording.dose(rate);
    }

    private long end(Instant at) {
        return Math.min(at.toEpochMilli(), now.toEpochMilli());
    }

    // --- moments ---

    private List<Plot.Tick> given() {
        return stay.chart().events().stream()
                .filter(event -> !event.at().isAfter(now))
                .sorted(Comparator.comparingInt(TrendPlots::weight))
                .map(
                        event ->
                                new Plot.Tick(
                                        event.at().toEpochMilli(),
                                        cut(EventWords.whole(event.observation()))))
                .toList();
    }

    /** Where words would lie over each other, what counts for CRS is read first. */
    private static int weight(TimedFact event) {
        return switch (event.observation()) {
            case Observation.TreatmentGiven(Treatment given) ->
                    switch (given.effect()) {
                        case ANTICYTOKINE -> 0;
                        case STEROID -> 1;
                        case ANTIPYRETIC, OTHER -> 4;
                    };
            case Observation.FluidBolus bolus -> 3;
            default -> 2;
        };
    }

    private static String cut(String words) {
        String line = words.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= MARK
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MARK - 1)) + "…";
    }

    /** Clock times within a day or so, days of the stay beyond. */
    private List<Plot.Tick> ticks() {
        long hours = (to - from) / 3_600_000;
        return hours <= 30 ? clock(hours <= 8 ? 1 : 4) : days(hours);
    }

    private List<Plot.Tick> clock(int every) {
        List<Plot.Tick> ticks = new ArrayList<>();
        ZonedDateTime at =
                Instant.ofEpochMilli(from).atZone(printing.zone()).truncatedTo(ChronoUnit.HOURS);
        for (; at.toInstant().toEpochMilli() <= to; at = at.plusHours(1)) {
            if (at.getHour() % every == 0 && at.toInstant().toEpochMilli() >= from) {
                ticks.add(new Plot.Tick(at.toInstant().toEpochMilli(), CLOCK.format(at)));
            }
        }
        return ticks;
    }

    private List<Plot.Tick> days(long hours) {
        StayTime time = StayTime.of(stay.stay());
        long zero = time.zero().toEpochMilli();
        long day = 86_400_000L;
        long step = Math.max(1, Math.ceilDiv(hours / 24 + 1, MOST_TICKS));
        List<Plot.Tick> ticks = new ArrayList<>();
        for (long n = Math.ceilDiv(from - zero, day); zero + n * day <= to; n++) {
            if (Math.floorMod(n, step) == 0) {
                String key = time.infused() ? "paper.day" : "paper.day-admitted";
                ticks.add(new Plot.Tick(zero + n * day, Texts.of(key, Long.toString(n))));
            }
        }
        return ticks;
    }
}
