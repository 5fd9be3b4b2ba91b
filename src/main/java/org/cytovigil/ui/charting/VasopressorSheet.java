package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** A vasoactive drug started, changed or stopped; by dose, or by the pump's rate and its bag. */
// [impl->req~ui.chart-vasopressors~1]
final class VasopressorSheet implements Sheet {
    private static final String PUMP = "mL/h";
    private static final String UNKNOWN = "?";

    private final Field drug =
            Field.chosen(
                    "drug",
                    Arrays.stream(Vasopressor.values())
                            .map(each -> new Choice(each.name(), each.id()))
                            .collect(
                                    () -> new ArrayList<>(List.of(Choices.NONE)),
                                    ArrayList::add,
                                    ArrayList::addAll));
    private final Field dose = Field.typed("dose");
    private final Field unit = Field.chosen("unit", units(DoseUnit.Quantity.MASS));
    private final Field bagAmount = Field.typed("bag-amount");
    private final Field bagVolume = Field.typed("bag-volume");
    private final Field salt =
            Field.chosen(
                            "salt",
                            List.of(
                                    new Choice(
                                            Salt.UNSTATED.name(),
                                            Texts.of("charting.salt.unstated")),
                                    new Choice(Salt.BASE.name(), Texts.of("charting.salt.base")),
                                    new Choice(
                                            Salt.TARTRATE.name(),
                                            Texts.of("charting.salt.tartrate"))))
                    .passedByEnter();
    private List<Standing> running = List.of();
    private String remark = "";
    private @Nullable Vasopressor shownFor;

    @Override
    public String id() {
        return "vasopressors";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.VasopressorCharted
                || fact instanceof Observation.VasopressorList;
    }

    @Override
    public List<Field> fields() {
        return List.of(drug, dose, unit, bagAmount, bagVolume, salt);
    }

    @Override
    public List<Standing> standing() {
        return running;
    }

    @Override
    public String remark() {
        return remark;
    }

    private static List<Choice> units(DoseUnit.Quantity quantity) {
        List<Choice> units = new ArrayList<>();
        for (DoseUnit each : DoseUnit.values()) {
            if (each.quantity() == quantity) {
                units.add(new Choice(each.ucum(), Wording.unit(each)));
            }
        }
        units.add(new Choice(PUMP, PUMP));
        return units;
    }

    @Override
    public boolean fill(Observation fact) {
        if (!(fact instanceof VasopressorCharted charted)) {
            return false;
        }
        VasopressorInfusion infusion = charted.infusion();
        drug.textProperty().set(infusion.drug().name());
        shownFor = infusion.drug();
        unit.offer(units(infusion.drug().quantity()));
        DoseRate rate = infusion.rate();
        dose.textProperty().set(rate == null ? UNKNOWN : Wording.number(rate.amount()));
        if (rate != null) {
            unit.textProperty().set(rate.unit().ucum());
        }
        salt.textProperty().set(infusion.salt().name());
        return true;
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        List<Standing> stands = new ArrayList<>();
        for (RunningVasopressor each : stay.picture().vasopressors().drugs()) {
            Vasopressor of = each.infusion().drug();
            stands.add(
                    new Standing(
                            Texts.of(
                                    each.isUnconfirmed(now, stay.policy())
                                            ? "charting.runs.unconfirmed"
                                            : "charting.runs",
                                    Wording.infusion(each.infusion()),
                                    Wording.age(each.doseSince(), now),
                                    Wording.age(each.confirmed(), now)),
                            Texts.of("charting.stop", of.id()),
                            new VasopressorCharted(VasopressorInfusion.stopped(of))));
        }
        running = stands;
        Vasopressor chosen = Choices.one(Vasopressor.class, drug);
        RunningVasopressor runs = chosen == null ? null : runs(stay, chosen);
        followDrug(chosen, runs);
        boolean pump = unit.text().equals(PUMP);
        bagAmount.shownProperty().set(pump);
        bagVolume.shownProperty().set(pump);
        salt.shownProperty().set(chosen == Vasopressor.NOREPINEPHRINE);
        dose.setLast(
                chosen == null
                        ? ""
                        : runs == null
                                ? Texts.of("charting.runs.not")
                                : Texts.of(
                                        "charting.last",
                                        doseWords(runs.infusion()),
                                        Wording.age(runs.doseSince(), now)));
        remark = remark(stay);
    }

    private static String doseWords(VasopressorInfusion infusion) {
        return infusion.rate() == null
                ? Texts.of("charting.dose-unknown")
                : Wording.dose(infusion.rate());
    }

    /** Another drug has other units, and is charted on in the unit in which it runs. */
    private void followDrug(@Nullable Vasopressor chosen, @Nullable RunningVasopressor runs) {
        if (chosen == null || chosen == shownFor) {
            return;
        }
        boolean another = shownFor != null;
        shownFor = chosen;
        if (another) {
            // What was typed was the dose, or the bag, of the drug chosen before.
            List.of(dose, bagAmount, bagVolume).forEach(Field::clear);
        }
        unit.offer(units(chosen.quantity()));
        if (runs != null && runs.infusion().rate() != null) {
            unit.textProperty().set(runs.infusion().rate().unit().ucum());
        }
    }

    private static @Nullable RunningVasopressor runs(StaySnapshot stay, Vasopressor drug) {
        return stay.picture().vasopressors().drugs().stream()
                .filter(each -> each.infusion().drug() == drug)
                .findFirst()
                .orElse(null);
    }

    private String remark(StaySnapshot stay) {
        Weight weight = stay.picture().patient().weight();
        String known =
                weight == null
                        ? Texts.of("charting.no-weight")
                        : Texts.of("charting.weight", Wording.number(weight.kilograms()));
        Vasopressor chosen = Choices.one(Vasopressor.class, drug);
        DoseRate rate = chosen == null ? null : typedRate(chosen);
        return rate == null
                ? known
                : Texts.of("charting.comes-to", computed(rate, weight)) + " " + known;
    }

    private static String computed(DoseRate rate, @Nullable Weight weight) {
        boolean mass = rate.unit().quantity() == DoseUnit.Quantity.MASS;
        List<String> parts = new ArrayList<>();
        if (weight != null || !rate.unit().perKilogram()) {
            Weight any = weight == null ? new Weight(1) : weight;
            parts.add(Wording.number(rate.perMinute(any)) + (mass ? " µg/min" : " U/min"));
        }
        if (weight != null || rate.unit().perKilogram()) {
            Weight any = weight == null ? new Weight(1) : weight;
            parts.add(
                    Wording.number(rate.perKilogramPerMinute(any))
                            + (mass ? " µg/kg/min" : " U/kg/min"));
        }
        return String.join(" = ", parts);
    }

    /** The dose as typed so far; {@code null} while there is none. */
    private @Nullable DoseRate typedRate(Vasopressor of) {
        Double amount = Numbers.peek(dose);
        if (amount == null) {
            return null;
        }
        if (!unit.text().equals(PUMP)) {
            return DoseUnit.parse(unit.text()).map(u -> new DoseRate(amount, u)).orElse(null);
        }
        Double inBag = Numbers.peek(bagAmount);
        Double volume = Numbers.peek(bagVolume);
        return inBag == null || volume == null || volume <= 0
                ? null
                : pumped(of, amount, inBag, volume);
    }

    /** The bag holds milligrams, or units of vasopressin. */
    private static DoseRate pumped(
            Vasopressor of, double millilitresPerHour, double inBag, double volume) {
        return of.quantity() == DoseUnit.Quantity.MASS
                ? DoseRate.pumped(millilitresPerHour, inBag * 1_000 / volume)
                : new DoseRate(
                        Math.rint(millilitresPerHour * inBag / volume * 1e9) / 1e9,
                        DoseUnit.U_PER_H);
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts filled = new Doubts(stay.policy().plausibility());
        Vasopressor of = Choices.one(Vasopressor.class, drug);
        if (of == null) {
            if (!dose.text().isEmpty()) {
                drug.refuse(Texts.of("charting.no-drug"));
            }
            return filled.filled();
        }
        readInfusion(of)
                .ifPresent(
                        infusion -> {
                            filled.add(new VasopressorCharted(infusion));
                            compare(filled, stay, infusion);
                        });
        return filled.filled();
    }

    private Optional<VasopressorInfusion> readInfusion(Vasopressor of) {
        Salt meant = of == Vasopressor.NOREPINEPHRINE ? Salt.valueOf(salt.text()) : Salt.UNSTATED;
        if (dose.text().equals(UNKNOWN)) {
            return Optional.of(new VasopressorInfusion(of, null, meant));
        }
        if (dose.text().isEmpty()) {
            dose.refuse(Texts.of("charting.no-dose"));
            return Optional.empty();
        }
        Double amount = Numbers.read(dose);
        if (amount == null) {
            return Optional.empty();
        }
        if (amount == 0) {
            return Optional.of(VasopressorInfusion.stopped(of));
        }
        if (unit.text().equals(PUMP) && !bagIsRead()) {
            return Optional.empty();
        }
        return Optional.ofNullable(typedRate(of))
                .map(rate -> new VasopressorInfusion(of, rate, meant));
    }

    private boolean bagIsRead() {
        Double inBag = Numbers.read(bagAmount);
        Double volume = Numbers.read(bagVolume);
        if (bagAmount.text().isEmpty() || (inBag != null && inBag <= 0)) {
            bagAmount.refuse(Texts.of("charting.no-bag-amount"));
        }
        if (bagVolume.text().isEmpty() || (volume != null && volume <= 0)) {
            bagVolume.refuse(Texts.of("charting.no-bag-volume"));
        }
        return inBag != null && inBag > 0 && volume != null && volume > 0;
    }

    private static void compare(Doubts filled, StaySnapshot stay, VasopressorInfusion infusion) {
        RunningVasopressor runs = runs(stay, infusion.drug());
        DoseRate before = runs == null ? null : runs.infusion().rate();
        DoseRate now = infusion.rate();
        if (now == null || before == null) {
            return;
        }
        Weight weight = stay.picture().patient().weight();
        boolean alike = now.unit().perKilogram() == before.unit().perKilogram();
        if (weight == null && !alike) {
            return;
        }
        Weight any = weight == null ? new Weight(1) : weight;
        filled.compare(
                ChartedWords.infusion(infusion),
                now.perMinute(any),
                before.perMinute(any),
                Wording.dose(before));
    }
}
