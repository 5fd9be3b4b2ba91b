package org.cytovigil.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cytovigil.feed.hl7.MllpCounters;
import org.cytovigil.monitor.UnitSnapshot;

/**
 * How a gateway is doing, without anything that identifies a patient.
 *
 * @param at the present
 * @param fault what is wrong in words; empty when nothing is
 * @param beat the present of the monitor; it falls behind when the monitor stands still
 * @param stays on the unit
 * @param alarms that are not normal
 * @param unanswered those of them that nobody has answered
 * @param quarantine items that nobody has settled
 * @param feed what the listener has counted
 * @param otherLines what the other ways in say, for the line
 * @param otherNumbers what they have counted
 */
record Health(
        Instant at,
        String fault,
        Instant beat,
        int stays,
        long alarms,
        long unanswered,
        long quarantine,
        MllpCounters.Counts feed,
        String otherLines,
        Map<String, Value> otherNumbers) {

    static Health of(
            Instant at,
            String fault,
            UnitSnapshot unit,
            long quarantine,
            MllpCounters.Counts feed) {
        return new Health(
                at,
                fault,
                unit.at(),
                unit.stays().size(),
                unit.alarms().size(),
                unit.alarms().stream().filter(alarm -> !alarm.answered()).count(),
                quarantine,
                feed,
                "",
                Map.of());
    }

    /** The same, with what the other ways in say. */
    Health with(List<GatewayFeed> others) {
        Map<String, Value> numbers = new LinkedHashMap<>();
        others.forEach(other -> numbers.putAll(other.numbers()));
        return new Health(
                at,
                fault,
                beat,
                stays,
                alarms,
                unanswered,
                quarantine,
                feed,
                others.stream().map(other -> ", " + other.line()).collect(Collectors.joining()),
                numbers);
    }

    boolean isGood() {
        return fault.isEmpty();
    }

    /** One line for the log of whoever runs the gateway. */
    String line() {
        return String.format(
                        Locale.ROOT,
                        "%s %s: stays %d, alarms %d (%d unanswered), quarantine %d, connections %d (%d refused, %d idle),"
                                + " messages %d (AA %d, AE %d, AR %d, none %d), too long %d, unfinished %d, noise %d, bytes %d",
                        Policies.time(at),
                        isGood() ? "healthy" : "FAULT (" + fault + ")",
                        stays,
                        alarms,
                        unanswered,
                        quarantine,
                        feed.open(),
                        feed.refused(),
                        feed.timedOut(),
                        feed.messages(),
                        feed.accepted(),
                        feed.errors(),
                        feed.rejected(),
                        feed.unanswered(),
                        feed.oversize(),
                        feed.unfinished(),
                        feed.noise(),
                        feed.bytes())
                + otherLines;
    }

    /** All of it as a JSON object. */
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("healthy", isGood());
        json.put("fault", fault);
        json.put("at", at.toString());
        json.put("monitorAt", beat.toString());
        numbers().forEach((name, number) -> json.put(name, number.value()));
        return json.toPrettyString() + "\n";
    }

    /** All of it in the text format of Prometheus, version 0.0.4. */
    String metrics() {
        StringBuilder text = new StringBuilder();
        metric(text, "healthy", new Value(isGood() ? 1 : 0, "gauge"));
        metric(text, "monitor_seconds", new Value(beat.getEpochSecond(), "gauge"));
        numbers().forEach((name, number) -> metric(text, name, number));
        return text.toString();
    }

    /**
     * A number of a metric.
     *
     * @param type {@code counter} or {@code gauge}
     */
    record Value(long value, String type) {}

    private static void metric(StringBuilder text, String name, Value number) {
        String metric = "cytovigil_" + name + (number.type().equals("counter") ? "_total" : "");
        text.append("# TYPE ").append(metric).append(' ').append(number.type()).append('\n');
        text.append(metric).append(' ').append(number.value()).append('\n');
    }

    private Map<String, Value> numbers() {
        Map<String, Value> numbers = new LinkedHashMap<>();
        numbers.put("stays", new Value(stays, "gauge"));
        numbers.put("alarms", new Value(alarms, "gauge"));
        numbers.put("alarms_unanswered", new Value(unanswered, "gauge"));
        numbers.put("quarantine", new Value(quarantine, "gauge"));
        numbers.put("connections_open", new Value(feed.open(), "gauge"));
        numbers.put("connections", new Value(feed.connections(), "counter"));
        numbers.put("connections_refused", new Value(feed.refused(), "counter"));
        numbers.put("connections_idle", new Value(feed.timedOut(), "counter"));
        numbers.put("messages", new Value(feed.messages(), "counter"));
        numbers.put("messages_accepted", new Value(feed.accepted(), "counter"));
        numbers.put("messages_in_error", new Value(feed.errors(), "counter"));
        numbers.put("messages_rejected", new Value(feed.rejected(), "counter"));
        numbers.put("messages_unanswered", new Value(feed.unanswered(), "counter"));
        numbers.put("messages_too_long", new Value(feed.oversize(), "counter"));
        numbers.put("messages_unfinished", new Value(feed.unfinished(), "counter"));
        numbers.put("noise_bytes", new Value(feed.noise(), "counter"));
        numbers.put("received_bytes", new Value(feed.bytes(), "counter"));
        numbers.putAll(otherNumbers);
        return numbers;
    }
}
