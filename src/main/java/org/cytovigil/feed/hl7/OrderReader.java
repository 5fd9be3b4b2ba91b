package org.cytovigil.feed.hl7;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.Code;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.PumpReading;
import org.cytovigil.feed.mapping.Target;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/** Reads the results of one order; it is used once. */
final class OrderReader {
    /** Marks of IHE PCD in OBX-8 with which a device says that its value is none of a patient. */
    private static final Map<String, String> MARKS =
            Map.of(
                    "DEMO", "demonstration data",
                    "TEST", "test data",
                    "CALIB", "calibration is going on",
                    "CALB", "calibration is going on",
                    "INV", "the device calls it invalid",
                    "NAV", "the device has no value",
                    "QUES", "the device calls it questionable");

    private static final Set<String> NO_DATA = Set.of("", "\"\"");

    private final ResultReader.Parts parts;
    private final PatientResults patient;
    private final PatientResults.Order order;
    private final ZoneId zone;
    private final Readout out;
    private final Revisions revisions;
    private final PressureJoin pressures = new PressureJoin();
    private final OxygenJoin oxygen = new OxygenJoin();

    /** A clock that is ahead by less is told of by an alarm; what is farther ahead is a slip. */
    private static final Duration FARTHEST_AHEAD = Duration.ofHours(1);

    private final PumpJoin pumps = new PumpJoin();
    private final List<Finding> facts = new ArrayList<>();
    private final List<Finding> sites = new ArrayList<>();
    private final List<Finding> deletedOfPumps = new ArrayList<>();
    private final Map<String, String> devices = new HashMap<>();
    private final Map<String, String> channels = new HashMap<>();
    private final Map<Instant, StayDirectory.Found> owners = new HashMap<>();

    OrderReader(
            ResultReader.Parts parts,
            PatientResults patient,
            PatientResults.Order order,
            ZoneId zone,
            Readout out) {
        this.parts = parts;
        this.patient = patient;
        this.order = order;
        this.zone = zone;
        this.out = out;
        this.revisions = new Revisions(parts, patient, order, out);
    }

    void read() {
        order.results().forEach(this::noteDevice);
        order.results().forEach(this::read);
        revisions.retractOfPumps(deletedOfPumps);
        List<Joined> joined = new ArrayList<>(pressures.close());
        joined.addAll(oxygen.close());
        facts.forEach(fact -> joined.add(joined(fact)));
        pumps.close().forEach(channel -> readPump(channel, joined));
        joined.sort(Comparator.comparingInt(one -> one.first().segment().line()));
        joined.forEach(revisions::chart);
    }

    /** OBX-18 stands on the device, and holds for all values of the same device. */
    private void noteDevice(Hl7Segment result) {
        if (result.get(4).endsWith(".0")) {
            channels.putIfAbsent(channel(result), result.get(3, 2));
        }
        String device = result.get(18).isEmpty() ? result.get(18, 3) : result.get(18);
        if (!NO_DATA.contains(device)) {
            devices.putIfAbsent(system(result), device);
        }
    }

    private static String system(Hl7Segment result) {
        String place = result.get(4);
        int dot = place.indexOf('.');
        return dot < 0 ? "" : place.substring(0, dot);
    }

    private String device(Hl7Segment result) {
        String own = result.get(18);
        if (!NO_DATA.contains(own)) {
            return own;
        }
        return devices.getOrDefault(system(result), out.sender());
    }

    private void read(Hl7Segment result) {
        switch (parts.table().match(codes(result))) {
            case CodeTable.Match.Unknown(String reason) -> refuse(result, reason);
            case CodeTable.Match.Found found -> {
                if (found.target() instanceof Target.NotOfInterest) {
                    out.ignore(1);
                    return;
                }
                elsewhere(result, found.target())
                        .ifPresentOrElse(
                                reason -> refuse(result, reason), () -> read(result, found));
            }
        }
    }

    /** Site, order and channel of a value under a general code can tell that it is of elsewhere. */
    private Optional<String> elsewhere(Hl7Segment result, Target target) {
        Hl7Segment request = order.request();
        return Stream.of(
                        result.get(20, 1),
                        result.get(20, 2),
                        request == null ? "" : request.get(4, 2),
                        channels.getOrDefault(channel(result), ""))
                .filter(name -> parts.table().isElsewhere(target, name))
                .findFirst()
                .map(name -> "the code does not fit where it stands: '%s'".formatted(name));
    }

    /** A channel is named by its first three numbers, and described where the fourth is 0. */
    private static String channel(Hl7Segment result) {
        String place = result.get(4);
        int last = place.lastIndexOf('.');
        return last < 0 ? place : place.substring(0, last);
    }

    private static List<Code> codes(Hl7Segment result) {
        return List.of(
                new Code(result.get(3, 1), result.get(3, 2), result.get(3, 3)),
                new Code(result.get(3, 4), result.get(3, 5), result.get(3, 6)));
    }

    private void read(Hl7Segment result, CodeTable.Match.Found found) {
        for (String mark : result.all(8)) {
            String reason = MARKS.get(mark.toUpperCase(Locale.ROOT));
            if (reason != null) {
                refuse(result, "marked %s: %s".formatted(mark, reason));
                return;
            }
        }
        String status = result.get(11);
        CodeTable.Handling handling = parts.table().handling(status);
        switch (handling) {
            case REFUSE ->
                    refuse(
                            result,
                            status.isEmpty()
                                    ? "no status (OBX-11)"
                                    : "the status '%s' is not accepted".formatted(status));
            case NO_RESULT -> refuse(result, "no result (status %s)".formatted(status));
            case ACCEPT, CORRECT, RETRACT -> read(result, found, handling);
        }
    }

    private void read(Hl7Segment result, CodeTable.Match.Found found, CodeTable.Handling handling) {
        String ownTime = result.get(14);
        Hl7Segment request = order.request();
        String time = NO_DATA.contains(ownTime) ? (request == null ? "" : request.get(7)) : ownTime;
        Optional<Instant> at = Hl7Time.read(time, zone, out.received());
        if (at.isEmpty()) {
            refuse(
                    result,
                    time.isEmpty()
                            ? "no time"
                            : "'%s' is no time to the minute".formatted(shown(time)));
            return;
        }
        if (at.get().isAfter(out.received().plus(FARTHEST_AHEAD))) {
            refuse(result, "its time is more than an hour ahead of the program's");
            return;
        }
        switch (whose(at.get())) {
            case StayDirectory.Found.Nobody(String reason) -> refuse(result, reason);
            case StayDirectory.Found.Of stay -> {
                Finding finding =
                        new Finding(
                                result,
                                stay.stay(),
                                at.get(),
                                device(result),
                                handling == CodeTable.Handling.CORRECT,
                                found.target(),
                                ResultValue.read(parts.table(), found, result, patient.header()));
                if (handling == CodeTable.Handling.RETRACT) {
                    if (finding.ofPump()) {
                        deletedOfPumps.add(finding);
                    } else {
                        revisions.retract(finding);
                    }
                } else {
                    sort(finding);
                }
            }
        }
    }

    /** Results of an order are of one time, or of few. */
    private StayDirectory.Found whose(Instant at) {
        return owners.computeIfAbsent(at, time -> parts.whose(patient, time));
    }

    private void sort(Finding finding) {
        if (finding.ofPump()) {
            pumps.add(finding);
            return;
        }
        switch (finding.mapped()) {
            case Mapped.Refused(String reason) -> refuse(finding.segment(), reason);
            case Mapped.NotOfInterest none -> out.ignore(1);
            case Mapped.PressureValue value -> pressures.add(finding, value);
            case Mapped.Fact fact -> sort(finding, fact.observation());
            case Mapped.Flow flow -> oxygen.add(finding);
            case Mapped.Fraction fraction -> oxygen.add(finding);
            case Mapped.Device device -> oxygen.add(finding);
            case Mapped.Site site -> sites.add(finding);
            case Mapped.CellsInfused cells ->
                    out.accept(
                            new Entry(
                                    finding.stay(),
                                    finding.at(),
                                    out.received(),
                                    new Author(Author.Kind.DEVICE, finding.device()),
                                    new Entry.InfusionCharted(
                                            new Infusion(cells.product(), finding.at()))));
            case Mapped.Dose dose -> pumps.add(finding);
            case Mapped.PumpFlow flow -> pumps.add(finding);
            case Mapped.Concentration concentration -> pumps.add(finding);
            case Mapped.Drug drug -> pumps.add(finding);
            case Mapped.Running running -> pumps.add(finding);
        }
    }

    /** A weight that cannot be would make wrong doses of right ones: it is not even charted. */
    private void sort(Finding finding, Observation fact) {
        if (!(fact instanceof Observation.BodyWeight)) {
            facts.add(finding);
            return;
        }
        pumps.noteWeight(finding);
        Plausibility.DEFAULT
                .fault(fact)
                .ifPresentOrElse(
                        fault -> refuse(finding.segment(), fault), () -> facts.add(finding));
    }

    /** A temperature without a site of its own has the one charted beside it. */
    private Joined joined(Finding fact) {
        Observation observation = ((Mapped.Fact) fact.mapped()).observation();
        if (observation instanceof BodyTemperature temperature
                && temperature.site() == TemperatureSite.UNSTATED) {
            for (Finding site : sites) {
                if (site.at().equals(fact.at()) && site.mapped() instanceof Mapped.Site beside) {
                    observation =
                            new BodyTemperature(
                                    temperature.value(), beside.site(), temperature.unitAssumed());
                }
            }
        }
        return new Joined(fact, observation, null, List.of(fact.segment()));
    }

    private void readPump(PumpChannel channel, List<Joined> joined) {
        switch (channel.read()) {
            case PumpReading.Outcome.OtherDrug(boolean running) -> {
                out.ignore(channel.own().size());
                Finding first = channel.first();
                if (running && !first.corrects()) {
                    out.note(new Readout.OtherDrug(first.stay(), first.at(), first.author()));
                }
            }
            case PumpReading.Outcome.Refused(String reason) ->
                    out.refuse(
                            channel.first().segment().line(),
                            reason,
                            patient.raw(order, channel.segments()));
            case PumpReading.Outcome.Charted charted -> {
                if (isStopOfAnothers(channel.first(), charted.infusion())) {
                    out.refuse(
                            channel.first().segment().line(),
                            "the stop is not charted: %s was charted by another, and this pump did"
                                            .formatted(charted.infusion().drug().id())
                                    + " not give it: correct it at the bedside",
                            patient.raw(order, channel.segments()));
                    return;
                }
                joined.add(
                        new Joined(
                                channel.first(),
                                new Observation.VasopressorCharted(charted.infusion()),
                                charted.remark(),
                                channel.segments()));
            }
        }
    }

    private boolean isStopOfAnothers(Finding first, VasopressorInfusion infusion) {
        return !infusion.running()
                && !first.corrects()
                && parts.pumps()
                        .isOfAnother(
                                first.stay(), first.at(), first.author(), infusion.drug(), out);
    }

    private void refuse(Hl7Segment result, String reason) {
        out.refuse(result.line(), reason, patient.raw(order, List.of(result)));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
