package org.cytovigil.ui.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.GradeCourse;
import org.cytovigil.grading.Wording;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Block;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.alarms.AlarmWords;
import org.cytovigil.ui.alarms.LogWords;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.charting.ChartedWords;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Everything of a whole stay on paper. */
// [impl->req~report.case~1]
public final class CaseReport {
    private static final Duration MARGIN = Duration.ofHours(6);

    private final StaySnapshot stay;
    private final UnitSnapshot unit;
    private final List<Entry> entries;
    private final Printing printing;
    private final Instant now;
    private final @Nullable Instant ended;
    private final StayTime time;
    private final List<Block> blocks = new ArrayList<>();

    private CaseReport(
            StaySnapshot stay, UnitSnapshot unit, List<Entry> entries, Printing printing) {
        this.stay = stay;
        this.unit = unit;
        this.printing = printing;
        now = unit.at();
        time = StayTime.of(stay.stay());
        ended =
                entries.stream()
                        .filter(entry -> entry.event() instanceof Entry.Discharged)
                        .map(Entry::at)
                        .max(Comparator.naturalOrder())
                        .orElse(stay.stay().discharged());
        this.entries = entries.stream().filter(entry -> !entry.at().isAfter(now)).toList();
    }

    /**
     * The report of a stay at the moment of the snapshot.
     *
     * @param entries what the ledger has of the stay
     */
    public static Sheet of(
            StaySnapshot stay, UnitSnapshot unit, List<Entry> entries, Printing printing) {
        return new CaseReport(stay, unit, entries, printing).sheet();
    }

    /** A name for the file, without the patient's. */
    static String fileName(StaySnapshot stay, Printing printing) {
        return printing.fileName("case", stay.bed());
    }

    private Sheet sheet() {
        StayTables tables = new StayTables(stay, unit, printing);
        identification();
        course();
        blocks.addAll(StayTables.under("paper.days", tables.days(), "handover.not-graded"));
        episodes();
        add("paper.treatments", tables.treatments(event -> true), "paper.no-treatments");
        add("paper.reasons", tables.reasons(), "handover.not-graded");
        add("paper.corrections", corrections(), "paper.no-corrections");
        add("paper.alarm-log", alarms(), "paper.no-alarm-log");
        add("paper.authors", authors(), "paper.nothing-charted");
        add("paper.audit", audit(), "paper.nothing-charted");
        return printing.patient(Texts.of("paper.case"), stay, now, blocks);
    }

    private void add(String heading, Block.Table table, String none) {
        blocks.addAll(StayTables.under(heading, table, none));
    }

    private static Block.Column column(String key, double share) {
        return new Block.Column(Texts.of("paper.column." + key), share);
    }

    // --- who and what ---

    private void identification() {
        Stay about = stay.stay();
        Patient patient = stay.picture().patient();
        PatientHeader header = PatientHeader.of(stay, now, printing.zone());
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(fact("name", patient.name()));
        facts.add(fact("record", patient.recordNumber()));
        facts.add(fact("patient", header.identity()));
        facts.add(fact("stay", about.id().value()));
        facts.add(fact("admitted", printing.moment(about.admitted())));
        if (ended != null) {
            facts.add(fact("discharged", printing.moment(ended)));
        }
        facts.add(
                fact(
                        "beds",
                        stay.beds().isEmpty()
                                ? Printing.bed(stay.bed())
                                : stay.beds().stream()
                                        .map(this::bed)
                                        .collect(Collectors.joining(", "))));
        facts.add(fact("product", header.product()));
        facts.add(
                fact(
                        "infusion",
                        about.infusion() == null
                                ? Texts.of("bedside.header.not-charted")
                                : printing.moment(about.infusion().at())));
        facts.add(fact("now", header.day() + " · " + header.infused()));
        facts.add(fact("baseline", baseline(patient.baseline())));
        facts.add(
                fact(
                        "risks",
                        header.risks().isEmpty()
                                ? Texts.of("risk.none")
                                : String.join("; ", header.risks())));
        facts.add(fact("policy", stay.policy().version()));
        blocks.add(new Block.Heading(Texts.of("paper.identification")));
        blocks.add(new Block.Facts(facts));
    }

    private String bed(Census.InBed bed) {
        return Texts.of("paper.bed-from", Printing.bed(bed.bed()), printing.moment(bed.from()));
    }

    private static Block.Fact fact(String key, String value) {
        return new Block.Fact(Texts.of("paper.fact." + key), value);
    }

    private static String baseline(Patient.Baseline baseline) {
        OxygenSupport oxygen = baseline.oxygen();
        Pressure systolic = baseline.systolic();
        return Texts.of(
                "paper.baseline",
                oxygen == null ? Texts.of("paper.baseline.no-oxygen") : Wording.oxygen(oxygen),
                systolic == null
                        ? Texts.of("paper.baseline.unknown")
                        : Wording.number(systolic.mmHg()) + " mmHg");
    }

    // --- how it went ---

    private void course() {
        Instant begin = stay.stay().admitted();
        Instant first = begin.isBefore(time.zero()) ? begin : time.zero();
        Instant begun = first.isAfter(now) ? now.minus(MARGIN) : first;
        blocks.add(new Block.Heading(Texts.of("paper.trend-all")));
        blocks.add(new Block.Picture(TrendPlots.of(stay, printing, now, begun, now)));
        Instant from = time.zero().plus(Duration.ofDays(2));
        if (time.infused() && now.isAfter(from)) {
            Instant to = time.zero().plus(Duration.ofDays(8));
            blocks.add(new Block.Heading(Texts.of("paper.trend-2-to-7")));
            blocks.add(new Block.Picture(TrendPlots.of(stay, printing, now, from, to)));
        }
    }

    private void episodes() {
        List<Block.Row> rows = new ArrayList<>();
        for (Episode episode : stay.episodes()) {
            if (episode.onset().isAfter(now)) {
                continue;
            }
            rows.add(
                    Block.Row.of(
                            Integer.toString(episode.number()),
                            moment(episode.onset()),
                            peak(episode, stay.scale()),
                            peak(episode, stay.secondScale()),
                            episode.resolved() == null
                                    ? Texts.of("paper.open")
                                    : moment(episode.resolved())));
        }
        add(
                "paper.episodes",
                new Block.Table(
                        List.of(
                                column("number", 0.5),
                                column("onset", 2),
                                column("peak", 2.6),
                                column("peak-second", 2.6),
                                column("end", 2)),
                        rows),
                "bedside.episode.none");
    }

    private String peak(Episode episode, ScaleId scale) {
        GradeCourse course = episode.courses().get(scale);
        return course == null
                ? "–"
                : Texts.of(
                        course.possiblePeak() > course.peak() ? "paper.peak-open" : "paper.peak",
                        scale.title(),
                        Integer.toString(course.peak()),
                        moment(course.peakAt()),
                        Integer.toString(course.possiblePeak()));
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : printing.moment(at) + " (" + time.moment(at) + ")";
    }

    // --- what was changed, answered, charted ---

    /** What was charted first stays beside what took its place. */
    private Block.Table corrections() {
        List<Block.Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.event()
                    instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
                rows.add(corrected(entry, was, ChartedWords.of(is), reason));
            } else if (entry.event()
                    instanceof Entry.Retracted(Observation observation, String reason)) {
                String out = Texts.of("paper.taken-out");
                rows.add(corrected(entry, observation, out, reason));
            }
        }
        return new Block.Table(
                List.of(
                        column("was-at", 1.4),
                        column("was", 2.3),
                        column("is", 2.3),
                        column("reason", 2.2),
                        column("who", 1.5),
                        column("learned", 1.4)),
                rows);
    }

    private Block.Row corrected(Entry entry, Observation was, String is, String reason) {
        return Block.Row.of(
                printing.moment(entry.at()),
                ChartedWords.of(was),
                is,
                reason,
                entry.author().name(),
                printing.moment(entry.learned()));
    }

    private Block.Table alarms() {
        List<Block.Row> rows = new ArrayList<>();
        for (AlarmLine line : unit.logs().getOrDefault(stay.stay().id(), List.of())) {
            if (!line.at().isAfter(now)) {
                rows.add(
                        Block.Row.of(
                                printing.moment(line.at()),
                                AlarmWords.kind(line.kind()),
                                LogWords.of(line, printing.zone())));
            }
        }
        return new Block.Table(
                List.of(column("when", 1.5), column("alarm", 2), column("became", 6)), rows);
    }

    /** How much each said, people and devices. */
    private Block.Table authors() {
        Map<Author, List<Entry>> by = new LinkedHashMap<>();
        entries.forEach(
                entry -> by.computeIfAbsent(entry.author(), key -> new ArrayList<>()).add(entry));
        List<Block.Row> rows = new ArrayList<>();
        by.forEach(
                (author, told) ->
                        rows.add(
                                Block.Row.of(
                                        author.name(),
                                        author.kind().name().toLowerCase(Locale.ROOT),
                                        Integer.toString(told.size()),
                                        printing.moment(told.getFirst().learned()),
                                        printing.moment(told.getLast().learned()))));
        return new Block.Table(
                List.of(
                        column("who", 3),
                        column("kind", 1.4),
                        column("entries", 1),
                        column("first", 1.6),
                        column("latest", 1.6)),
                rows);
    }

    /** What people charted, one by one; what devices send again and again is counted above. */
    private Block.Table audit() {
        List<Block.Row> rows = new ArrayList<>();
        entries.stream()
                .filter(entry -> entry.author().kind() == Author.Kind.PERSON)
                .sorted(Comparator.comparing(Entry::learned))
                .forEach(entry -> rows.add(audited(entry)));
        return new Block.Table(
                List.of(
                        column("learned", 1.5),
                        column("was-at", 1.5),
                        column("who", 1.8),
                        column("what", 5)),
                rows);
    }

    private Block.Row audited(Entry entry) {
        return Block.Row.of(
                printing.moment(entry.learned()),
                printing.moment(entry.at()),
                entry.author().name(),
                event(entry.event()));
    }

    private String event(Entry.Event event) {
        return switch (event) {
            case Entry.Observed charted -> ChartedWords.of(charted.observation());
            case Entry.Corrected(Observation was, Observation is, String reason) ->
                    Texts.of(
                            "paper.event.corrected",
                            ChartedWords.of(was),
                            ChartedWords.of(is),
                            reason);
            case Entry.Retracted(Observation was, String reason) ->
                    Texts.of("paper.event.retracted", ChartedWords.of(was), reason);
            case Entry.Admitted admitted -> Texts.of("paper.event.admitted");
            case Entry.InfusionCharted infused ->
                    Texts.of(
                            "paper.event.infusion",
                            infused.infusion().product(),
                            printing.moment(infused.infusion().at()));
            case Entry.PatientIdentified known ->
                    Texts.of(
                            "paper.event.identified",
                            known.patient().name(),
                            known.patient().recordNumber());
            case Entry.AdmissionCancelled cancelled ->
                    Texts.of("paper.event.cancelled", cancelled.reason());
            case Entry.DischargeCancelled back -> Texts.of("paper.event.back");
            case Entry.Moved moved -> Texts.of("paper.event.moved", moved.bed());
            case Entry.NurseAssigned assigned ->
                    assigned.nurse().isEmpty()
                            ? Texts.of("paper.event.no-nurse")
                            : Texts.of("paper.event.nurse", assigned.nurse());
            case Entry.Discharged gone -> Texts.of("paper.event.discharged");
            case Entry.Technical technical ->
                    Texts.of("paper.event.alarm", AlarmWords.kind(technical.kind()));
            case Entry.CheckPutOff off -> Texts.of("paper.event.put-off", off.reason());
            case Entry.CheckAskedAgain again -> Texts.of("paper.event.asked-again");
            case Entry.Acknowledged answered ->
                    Texts.of(
                            "paper.event.answered",
                            AlarmWords.kind(answered.alarm().kind()),
                            answered.action() == null
                                    ? Texts.of("paper.no-action")
                                    : answered.action());
            case Entry.OnAlarm other ->
                    Texts.of("paper.event.alarm", AlarmWords.kind(other.alarm().kind()));
        };
    }
}
