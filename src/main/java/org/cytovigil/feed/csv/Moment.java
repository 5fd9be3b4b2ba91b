package org.cytovigil.feed.csv;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.PumpReading;
import org.cytovigil.feed.mapping.Target;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/** What the cells of one patient and time say together; it is used once. */
final class Moment {
    private final CodeTable table;
    private final ColumnReader columns;
    private final char separator;
    private final Instant at;
    private final List<Said> said = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private final List<Read> facts = new ArrayList<>();
    private final Map<PressureSource, List<Read>> pressures = new LinkedHashMap<>();
    private final List<Read> oxygen = new ArrayList<>();
    private final Map<Object, List<Read>> pumps = new LinkedHashMap<>();
    private @Nullable Read site;

    /** An event, and the cells that say it. */
    record Said(Entry.Event event, List<Cell> cells) {}

    /**
     * Cells that could not be used, or only with a remark.
     *
     * @param reason in words
     */
    record Refusal(List<Cell> cells, String reason) {}

    private record Read(Cell cell, Mapped mapped) {}

    Moment(CodeTable table, char separator, Instant at) {
        this.table = table;
        this.columns = new ColumnReader(table);
        this.separator = separator;
        this.at = at;
    }

    /** What the cells say. */
    List<Said> said() {
        return said;
    }

    /** What of them could not be used. */
    List<Refusal> refusals() {
        return refusals;
    }

    void read(List<Cell> cells) {
        for (Cell cell : cells) {
            switch (cell.column()) {
                case Column.Measured measured ->
                        sort(new Read(cell, value(cell, measured.found(), measured.unit())), "");
                case Column.OfDrug drug -> sort(new Read(cell, dose(cell, drug)), drug.drug());
                case Column.Unknown unknown ->
                        refuse(List.of(cell), "%s: %s".formatted(cell.name(), unknown.reason()));
                case Column.Faulty faulty ->
                        refuse(List.of(cell), "%s: %s".formatted(cell.name(), faulty.reason()));
                case Column.NotOfUse none -> {}
                case Column.Of of -> {}
            }
        }
        facts.forEach(this::chart);
        pressures.forEach(this::joinPressure);
        joinOxygen();
        pumps.forEach(this::readPump);
    }

    private Mapped value(Cell cell, CodeTable.Match.Found found, List<String> unit) {
        if (found.target() instanceof Target.Text) {
            return table.read(found, List.of(), List.of(cell.text()));
        }
        return switch (Decimals.read(cell.text(), separator)) {
            case Decimals.Read.Plain(String text) -> table.read(found, unit, List.of(text));
            case Decimals.Read.Ambiguous(String reason) -> new Mapped.Refused(reason);
        };
    }

    private Mapped dose(Cell cell, Column.OfDrug drug) {
        Mapped mapped = value(cell, drug.found(), drug.unit());
        return mapped instanceof Mapped.Refused
                ? columns.state(cell.text()).map(Mapped.class::cast).orElse(mapped)
                : mapped;
    }

    /**
     * @param drug whose infusion it is, when its column says so
     */
    private void sort(Read read, Object drug) {
        if (ofPump(read.cell().column().target())) {
            pumps.computeIfAbsent(drug, key -> new ArrayList<>()).add(read);
            return;
        }
        switch (read.mapped()) {
            case Mapped.Refused(String reason) ->
                    refuse(List.of(read.cell()), "%s: %s".formatted(read.cell().name(), reason));
            case Mapped.Fact fact -> facts.add(read);
            case Mapped.PressureValue value ->
                    pressures.computeIfAbsent(value.source(), key -> new ArrayList<>()).add(read);
            case Mapped.Flow flow -> oxygen.add(read);
            case Mapped.Fraction fraction -> oxygen.add(read);
            case Mapped.Device device -> oxygen.add(read);
            case Mapped.Site found -> site = read;
            case Mapped.CellsInfused cells ->
                    said.add(
                            new Said(
                                    new Entry.InfusionCharted(new Infusion(cells.product(), at)),
                                    List.of(read.cell())));
            case Mapped.NotOfInterest none -> {}
            case Mapped.Dose dose -> {}
            case Mapped.PumpFlow flow -> {}
            case Mapped.Concentration concentration -> {}
            case Mapped.Drug named -> {}
            case Mapped.Running running -> {}
        }
    }

    private static boolean ofPump(@Nullable Target target) {
        return target instanceof Target.Pump
                || (target instanceof Target.Text(Target.TextKind kind)
                        && Set.of(Target.TextKind.PUMP_DRUG, Target.TextKind.PUMP_STATE)
                                .contains(kind));
    }

    private void refuse(List<Cell> cells, String reason) {
        refusals.add(new Refusal(cells, reason));
    }

    private void observe(Observation observation, List<Cell> cells) {
        said.add(new Said(new Entry.Observed(observation), cells));
    }

    /** A temperature without a site of its own has the one charted beside it. */
    private void chart(Read fact) {
        if (!(fact.mapped() instanceof Mapped.Fact(Observation observation))) {
            return;
        }
        Read beside = site;
        if (observation instanceof BodyTemperature temperature
                && temperature.site() == TemperatureSite.UNSTATED
                && beside != null
                && beside.mapped() instanceof Mapped.Site(TemperatureSite taken)) {
            observe(
                    new BodyTemperature(temperature.value(), taken, temperature.unitAssumed()),
                    List.of(beside.cell(), fact.cell()));
        } else {
            observe(observation, List.of(fact.cell()));
        }
    }

    private void joinPressure(PressureSource source, List<Read> parts) {
        Pressure systolic = null;
        Pressure diastolic = null;
        Pressure mean = null;
        for (Read part : parts) {
            if (part.mapped() instanceof Mapped.PressureValue value) {
                switch (value.part()) {
                    case SYSTOLIC -> systolic = value.pressure();
                    case DIASTOLIC -> diastolic = value.pressure();
                    case MEAN -> mean = value.pressure();
                }
            }
        }
        observe(new Observation.BloodPressure(systolic, diastolic, mean, source), cells(parts));
    }

    private static List<Cell> cells(List<Read> reads) {
        return reads.stream().map(Read::cell).toList();
    }

    private void joinOxygen() {
        if (oxygen.isEmpty()) {
            return;
        }
        Mapped.Device device = of(Mapped.Device.class);
        Mapped.Flow flow = of(Mapped.Flow.class);
        Mapped.Fraction fraction = of(Mapped.Fraction.class);
        var litres = flow == null ? null : flow.flow();
        var fio2 = fraction == null ? null : fraction.fraction();
        if (device == null) {
            observe(new Observation.OxygenSettings(litres, fio2), cells(oxygen));
            return;
        }
        OxygenSupport support = device.support(litres, fio2);
        observe(new Observation.OxygenDevice(support), cells(oxygen));
        device.fault(support).ifPresent(fault -> refuse(cells(oxygen), "accepted, but " + fault));
    }

    private <T extends Mapped> @Nullable T of(Class<T> kind) {
        return oxygen.stream()
                .map(Read::mapped)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElse(null);
    }

    private void readPump(Object drug, List<Read> reads) {
        // A concentration that stands in every row says nothing while no drug runs.
        if (reads.stream().allMatch(read -> read.mapped() instanceof Mapped.Concentration)) {
            return;
        }
        List<Mapped> own = new ArrayList<>();
        if (drug instanceof org.cytovigil.clinical.Vasopressor known) {
            own.add(new Mapped.Drug(known));
        }
        reads.forEach(read -> own.add(read.mapped()));
        List<Read> weights = facts.stream().filter(Moment::isWeight).toList();
        List<Cell> cells = new ArrayList<>(cells(weights));
        cells.addAll(cells(reads));
        switch (new PumpReading(own, weights.stream().map(Read::mapped).toList()).read()) {
            case PumpReading.Outcome.OtherDrug other -> {}
            case PumpReading.Outcome.Refused(String reason) -> refuse(cells, named(reads, reason));
            case PumpReading.Outcome.Charted charted -> {
                observe(new Observation.VasopressorCharted(charted.infusion()), cells(reads));
                Optional.ofNullable(charted.remark())
                        .ifPresent(
                                remark -> refuse(cells, "accepted, but " + named(reads, remark)));
            }
        }
    }

    private static boolean isWeight(Read read) {
        return read.mapped() instanceof Mapped.Fact(Observation observation)
                && observation instanceof Observation.BodyWeight;
    }

    private static String named(List<Read> reads, String reason) {
        return "%s: %s".formatted(reads.getFirst().cell().name(), reason);
    }
}
