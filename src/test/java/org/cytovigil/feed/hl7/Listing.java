package org.cytovigil.feed.hl7;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.CodeTableException;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.jspecify.annotations.Nullable;

/** Writes what came of messages, a line for each fact and each item of the quarantine. */
final class Listing {
    private final MemoryLedger ledger;
    private final Hl7Intake intake;
    private final List<Entry> told = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    Listing(MemoryLedger ledger, CodeTable table) {
        this.ledger = ledger;
        this.intake = new Hl7Intake(ledger, ledger, table, () -> Samples.NOW, ZoneOffset.UTC);
        ledger.subscribe(told::addAll);
    }

    /** The table in use, but for messages marked as training, as those of a simulator are. */
    static CodeTable withTraining() throws CodeTableException {
        return CodeTable.read(
                new StringReader(
                        "system,code,name,unit,target,detail,note\n,T,,,processing,accept,\n"),
                "training.csv");
    }

    void add(List<Samples.Sample> samples) {
        samples.forEach(this::add);
    }

    private void add(Samples.Sample sample) {
        told.clear();
        int held = ledger.held().size();
        long ignored = intake.counts().ignored();
        String answer =
                new String(
                        intake.answer(sample.bytes(), new Sender("192.0.2.1", null)),
                        StandardCharsets.UTF_8);
        String msa =
                answer.lines().filter(line -> line.startsWith("MSA")).findFirst().orElseThrow();
        String verdict = msa.substring(4).replace(msa.charAt(3), ' ').strip();
        lines.add(
                "%s: %s; %d ignored"
                        .formatted(sample.name(), verdict, intake.counts().ignored() - ignored));
        told.forEach(entry -> lines.add("  " + words(entry)));
        List<Quarantine.Held> all = ledger.held();
        all.subList(held, all.size())
                .forEach(one -> lines.add("  ! " + one.item().line() + ": " + one.item().reason()));
    }

    List<String> lines() {
        return lines;
    }

    private static String words(Entry entry) {
        String what =
                switch (entry.event()) {
                    case Entry.Observed(Observation fact) -> words(fact);
                    case Entry.Corrected(Observation was, Observation is, String why) ->
                            words(was) + " -> " + words(is);
                    case Entry.Retracted(Observation fact, String why) -> "not " + words(fact);
                    default -> entry.event().toString();
                };
        return "%s %s %s [%s]".formatted(entry.stay(), entry.at(), what, entry.author().name());
    }

    private static String words(Observation fact) {
        return switch (fact) {
            case Observation.BodyTemperature t ->
                    "temperature %s Cel %s".formatted(t.value().celsius(), t.site());
            case Observation.BloodPressure p ->
                    "pressure %s/%s/%s %s"
                            .formatted(
                                    mmHg(p.systolic()),
                                    mmHg(p.diastolic()),
                                    mmHg(p.mean()),
                                    p.source());
            case Observation.OxygenSaturation s -> "spo2 %s".formatted(s.percent());
            case Observation.HeartRate h -> "heart rate %s".formatted(h.perMinute());
            case Observation.RespiratoryRate r -> "respiratory rate %s".formatted(r.perMinute());
            case Observation.BodyWeight w -> "weight %s kg".formatted(w.weight().kilograms());
            case Observation.BodyHeight h -> "height %s cm".formatted(h.height().centimetres());
            case Observation.OxygenDevice d -> "oxygen " + words(d.support());
            case Observation.OxygenSettings s ->
                    "oxygen settings %s L/min, %s"
                            .formatted(
                                    s.flow() == null ? "-" : s.flow().litresPerMinute(),
                                    s.fio2() == null ? "-" : s.fio2().fraction());
            case Observation.VasopressorCharted v -> words(v.infusion());
            case Observation.LaboratoryResult l ->
                    "%s %s %s".formatted(l.analyte(), l.value(), l.analyte().ucum());
            case Observation.NeurologicalExamination n -> "ICE " + n.ice();
            default -> fact.toString();
        };
    }

    private static String words(OxygenSupport support) {
        String name =
                support instanceof OxygenSupport.Unrecognised other
                        ? other.device() + " '" + other.name() + "'"
                        : support.device();
        return "%s %s L/min, %s"
                .formatted(
                        name,
                        support.flow() == null ? "-" : support.flow().litresPerMinute(),
                        support.fio2() == null ? "-" : support.fio2().fraction());
    }

    private static String words(VasopressorInfusion infusion) {
        DoseRate rate = infusion.rate();
        return "%s %s"
                .formatted(
                        infusion.drug().id(),
                        rate == null
                                ? "at an unknown dose"
                                : rate.amount() == 0
                                        ? "stopped"
                                        : rate.amount() + " " + rate.unit().ucum());
    }

    private static String mmHg(@Nullable Pressure pressure) {
        return pressure == null ? "-" : Double.toString(pressure.mmHg());
    }
}
