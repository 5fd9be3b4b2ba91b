package org.cytovigil.feed.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The results of one patient in a message.
 *
 * @param header the message's
 * @param patient the PID segment, or {@code null} when there was none
 * @param visit the PV1 segment, or {@code null} when there was none
 * @param orders in order
 */
record PatientResults(
        Header header,
        @Nullable Hl7Segment patient,
        @Nullable Hl7Segment visit,
        List<Order> orders) {

    /**
     * The results of one order.
     *
     * @param request the OBR segment, or {@code null} when there was none
     * @param results the OBX segments in order
     */
    record Order(@Nullable Hl7Segment request, List<Hl7Segment> results) {}

    /** The results of every patient of a message, in order. */
    static List<PatientResults> of(Hl7Message message) {
        List<PatientResults> all = new ArrayList<>();
        @Nullable Hl7Segment patient = null;
        @Nullable Hl7Segment visit = null;
        List<Order> orders = new ArrayList<>();
        for (Hl7Segment segment : message.segments()) {
            switch (segment.name()) {
                case "PID" -> {
                    add(all, message.header(), patient, visit, orders);
                    patient = segment;
                    visit = null;
                    orders = new ArrayList<>();
                }
                case "PV1" -> visit = segment;
                case "OBR" -> orders.add(new Order(segment, new ArrayList<>()));
                case "OBX" -> {
                    if (orders.isEmpty()) {
                        orders.add(new Order(null, new ArrayList<>()));
                    }
                    orders.getLast().results().add(segment);
                }
                default -> {
                    // EVN and MRG say nothing of results.
                }
            }
        }
        add(all, message.header(), patient, visit, orders);
        return all;
    }

    private static void add(
            List<PatientResults> all,
            Header header,
            @Nullable Hl7Segment patient,
            @Nullable Hl7Segment visit,
            List<Order> orders) {
        if (orders.stream().anyMatch(order -> !order.results().isEmpty())) {
            all.add(new PatientResults(header, patient, visit, orders));
        }
    }

    /** Identifiers of the patient; empty when none was sent. */
    List<String> identifiers() {
        return patient == null ? List.of() : patient.recordNumbers(3);
    }

    /** The visit number; empty when none was sent. */
    String visitNumber() {
        return visit == null ? "" : visit.get(19);
    }

    /** Ward, room and bed in one text; empty when no bed was sent. */
    String bed() {
        return visit == null ? "" : Beds.text(visit);
    }

    /** The line of the first result. */
    int firstLine() {
        return orders.stream()
                .flatMap(order -> order.results().stream())
                .mapToInt(Hl7Segment::line)
                .findFirst()
                .orElse(1);
    }

    /** Everything of this patient as a message by itself. */
    String raw() {
        return join(
                orders.stream()
                        .flatMap(
                                order ->
                                        Stream.concat(
                                                Stream.ofNullable(order.request()),
                                                order.results().stream())));
    }

    /** Some results of an order as a message by themselves. */
    String raw(Order order, List<Hl7Segment> results) {
        return join(Stream.concat(Stream.ofNullable(order.request()), results.stream()));
    }

    private String join(Stream<Hl7Segment> segments) {
        List<String> lines = new ArrayList<>();
        lines.add(header.raw());
        Stream.concat(Stream.of(patient, visit).filter(Objects::nonNull), segments)
                .map(segment -> Objects.requireNonNull(segment).raw())
                .forEach(lines::add);
        return String.join("\r", lines);
    }
}
