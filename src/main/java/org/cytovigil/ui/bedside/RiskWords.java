package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.RiskFactors.Known;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;

/** Risk factors and height in words, each with its unit. */
public final class RiskWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private RiskWords() {}

    /** "cell dose 2 x10^6 cells/kg". */
    public static String of(RiskFactor risk) {
        return switch (risk) {
            case RiskFactor.CellDose(double millions, RiskFactor.Per per) ->
                    Texts.of("risk.dose", Wording.number(millions), per(per));
            case RiskFactor.DiseaseBurden(String measure, RiskFactor.Judged judged) ->
                    Texts.of("risk.burden", said(measure, "burden", judged));
            case RiskFactor.Lymphodepletion(String regimen, RiskFactor.Judged judged) ->
                    Texts.of("risk.depletion", said(regimen, "depletion", judged));
            case RiskFactor.Baseline baseline -> Texts.of("risk.baseline", value(baseline));
        };
    }

    /** What is known, with its time and how it is known. */
    public static String of(Known known, ZoneId zone) {
        String time = TIME.format(known.at().atZone(zone));
        return switch (known.basis()) {
            case STATED -> Texts.of("risk.stated", of(known.risk()), time);
            case BEFORE_INFUSION -> Texts.of("risk.before-infusion", bare(known.risk()), time);
            case SO_FAR -> Texts.of("risk.so-far", bare(known.risk()), time);
        };
    }

    private static String bare(RiskFactor risk) {
        return risk instanceof RiskFactor.Baseline baseline ? value(baseline) : of(risk);
    }

    /** "platelets 42 x10^9/L". */
    private static String value(RiskFactor.Baseline baseline) {
        return Texts.of(
                "risk.value",
                baseline.analyte().label(),
                Wording.number(baseline.value()),
                unit(baseline.analyte()));
    }

    /** The unit in which a baseline is typed and shown. */
    public static String unit(Analyte analyte) {
        return analyte == Analyte.PLATELETS ? Texts.of("risk.unit.platelets") : analyte.ucum();
    }

    /** The unit of a dose of cells. */
    public static String per(RiskFactor.Per per) {
        return Texts.of("risk.per." + per.name());
    }

    /** What a clinician judges of the burden or the lymphodepletion. */
    public static String judged(String of, RiskFactor.Judged judged) {
        return Texts.of("risk." + of + "." + judged.name());
    }

    private static String said(String words, String of, RiskFactor.Judged judged) {
        return String.join(
                ", ",
                Stream.of(words, judged == RiskFactor.Judged.UNSTATED ? "" : judged(of, judged))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** The published cut-offs of a baseline with their source, or that the review names none. */
    public static String threshold(RiskFactor risk) {
        return Texts.of(
                risk instanceof RiskFactor.Baseline baseline
                        ? "risk.threshold." + baseline.analyte().name()
                        : "risk.threshold.none");
    }

    /** The latest height up to a moment; empty when none is charted. */
    static String height(StaySnapshot stay, Instant now) {
        Series charted = stay.chart().of(Parameter.HEIGHT);
        String latest = "";
        for (int i = 0; i < charted.size() && charted.time(i) <= now.toEpochMilli(); i++) {
            latest = Texts.of("risk.height.latest", Wording.number(charted.value(i)));
        }
        return latest;
    }

    /** Each height up to a moment with its time, the latest first; empty when none is charted. */
    public static List<String> heights(StaySnapshot stay, Instant now, ZoneId zone) {
        Series charted = stay.chart().of(Parameter.HEIGHT);
        return IntStream.range(0, charted.size())
                .filter(i -> charted.time(i) <= now.toEpochMilli())
                .mapToObj(
                        i ->
                                Texts.of(
                                        "risk.height",
                                        Wording.number(charted.value(i)),
                                        TIME.format(
                                                Instant.ofEpochMilli(charted.time(i))
                                                        .atZone(zone))))
                .toList()
                .reversed();
    }
}
