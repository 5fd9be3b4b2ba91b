package org.cytovigil.feed.simulator.unit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cytovigil.feed.simulator.unit.Coding.Code;
import org.cytovigil.feed.simulator.unit.Coding.Result;
import org.cytovigil.feed.simulator.unit.Report.Pump;
import org.cytovigil.feed.simulator.unit.Report.Results;
import org.cytovigil.feed.simulator.unit.Report.Source;
import org.cytovigil.feed.simulator.unit.UnitPlan.Dialect;
import org.jspecify.annotations.Nullable;

/** Writes reports as messages of HL7 version 2, in UTF-8, with times in UTC. */
public final class MessageWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSxx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final String PCD_01 = "IHE_PCD_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.1.1^ISO";

    private final Dialect dialect;
    private final String processing;

    /** Writes for a unit. */
    public MessageWriter(UnitPlan plan) {
        this.dialect = plan.dialect();
        this.processing = plan.processing();
    }

    /**
     * A message.
     *
     * @param controlId MSH-10
     * @param sent MSH-7
     * @return segments that end with a carriage return each
     */
    public String write(Report report, String controlId, Instant sent) {
        List<String> segments = new ArrayList<>();
        switch (report) {
            case Report.Admitted admitted -> event(segments, report, "A01", controlId, sent);
            case Report.Moved moved -> event(segments, report, "A02", controlId, sent);
            case Report.Discharged discharged -> event(segments, report, "A03", controlId, sent);
            case Report.Infused infused -> {
                segments.add(header("CHART", "ORU^R01^ORU_R01", "2.5.1", "", controlId, sent));
                segments.add(patient(report.guest()));
                segments.add(visit(report));
                segments.add(order("CART^CAR-T cell infusion^99CYTOVIGIL", report.at()));
                results(
                        segments,
                        Coding.infusion(report.guest().profile().product().label()),
                        report.at(),
                        Report.Status.FINAL,
                        "");
            }
            case Results results -> results(segments, results, controlId, sent);
        }
        return String.join("\r", segments) + "\r";
    }

    private void event(
            List<String> segments, Report report, String event, String controlId, Instant sent) {
        String structure =
                event.equals("A01") ? "ADT_A01" : event.equals("A02") ? "ADT_A02" : "ADT_A03";
        segments.add(header("ADT", "ADT^" + event + "^" + structure, "2.5.1", "", controlId, sent));
        segments.add(joined("EVN", event, time(sent), "", "", "", time(report.at())));
        segments.add(patient(report.guest()));
        segments.add(visit(report));
    }

    private void results(List<String> segments, Results results, String controlId, Instant sent) {
        Source source = results.source();
        boolean devices =
                source == Source.PUMP || (source == Source.MONITOR && dialect == Dialect.PCD);
        segments.add(
                header(
                        source == Source.LABORATORY ? "LAB" : source.name(),
                        "ORU^R01^ORU_R01",
                        devices ? "2.6" : "2.5.1",
                        devices ? PCD_01 : "",
                        controlId,
                        sent));
        segments.add(patient(results.guest()));
        segments.add(visit(results));
        segments.add(order(service(source), results.at()));
        Pump pump = results.pump();
        List<Result> coded =
                pump != null
                        ? Coding.pump(results.facts(), pump)
                        : source == Source.MONITOR
                                ? Coding.monitor(results.facts(), dialect)
                                : Coding.charted(results.facts());
        results(segments, coded, results.at(), results.status(), device(results, pump));
    }

    private static String service(Source source) {
        return switch (source) {
            case CHART -> "VITALS^Flowsheet^L";
            case LABORATORY -> "LAB^Blood results^L";
            case MONITOR -> "182777000^monitoring of patient^SCT";
            case PUMP -> "182777000^monitoring of patient^SCT";
        };
    }

    private static String device(Results results, @Nullable Pump pump) {
        String bed = String.format(Locale.ROOT, "%02d", results.guest().bed());
        if (pump != null) {
            return "PUMP-" + bed + "-" + pump.number();
        }
        return results.source() == Source.MONITOR ? "MON-" + bed : "";
    }

    private String header(
            String application,
            String type,
            String version,
            String profile,
            String controlId,
            Instant sent) {
        return "MSH|^~\\&|"
                + String.join(
                        "|",
                        "SIM_" + application,
                        "SIMULATOR",
                        "",
                        "",
                        time(sent),
                        "",
                        type,
                        escaped(controlId),
                        processing,
                        version,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "UNICODE UTF-8")
                + (profile.isEmpty() ? "" : "|||" + profile);
    }

    private static String patient(Guest guest) {
        return joined(
                "PID",
                "1",
                "",
                escaped(guest.recordNumber()) + "^^^SIMULATOR^MR",
                "",
                escaped(guest.family()) + "^" + escaped(guest.given()),
                "",
                DAY.format(guest.birth()),
                guest.female() ? "F" : "M");
    }

    private static String visit(Report report) {
        String[] fields = new String[46];
        Arrays.fill(fields, "");
        fields[0] = "PV1";
        fields[1] = "1";
        fields[2] = "I";
        fields[3] = escaped(report.place().ward()) + "^^" + escaped(report.place().bed());
        fields[19] = escaped(report.guest().visit());
        fields[44] = time(report.guest().admitted());
        if (report instanceof Report.Discharged) {
            fields[45] = time(report.at());
        }
        return joined(fields);
    }

    private static String order(String service, Instant at) {
        return joined("OBR", "1", "", "", service, "", "", time(at));
    }

    private static void results(
            List<String> segments,
            List<Result> results,
            Instant at,
            Report.Status status,
            String device) {
        int number = 1;
        for (Result result : results) {
            String[] fields = new String[device.isEmpty() ? 15 : 19];
            Arrays.fill(fields, "");
            fields[0] = "OBX";
            fields[1] = String.valueOf(number++);
            fields[2] = result.numeric() ? "NM" : "ST";
            fields[3] = coded(result.code());
            fields[4] = result.place();
            fields[5] = escaped(result.value());
            Code unit = result.unit();
            fields[6] = unit == null ? "" : coded(unit);
            fields[11] = status.code();
            fields[14] = time(at);
            if (!device.isEmpty()) {
                fields[18] = escaped(device);
            }
            segments.add(joined(fields));
        }
    }

    private static String coded(Code code) {
        return escaped(code.code()) + "^" + escaped(code.name()) + "^" + code.system();
    }

    private static String joined(String... fields) {
        return String.join("|", fields);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    /** Text that a reader cannot take for separators (HL7 2.5.1 section 2.7). */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            escaped.append(
                    switch (one) {
                        case '|' -> "\\F\\";
                        case '^' -> "\\S\\";
                        case '~' -> "\\R\\";
                        case '&' -> "\\T\\";
                        case '\\' -> "\\E\\";
                        default -> Character.isISOControl(one) ? " " : String.valueOf(one);
                    });
        }
        return escaped.toString();
    }
}
