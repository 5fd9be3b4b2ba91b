package org.cytovigil.ui.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.RiskFactor.Judged;
import org.cytovigil.clinical.RiskFactor.Per;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.bedside.RiskWords;
import org.cytovigil.ui.theme.Texts;

/** The risk factors of the review as they are typed; all empty while none is known. */
// [impl->req~ui.risk-factors~1]
public final class RiskForm {
    /** Products go up to some 5 million cells a kilogram; more may be the whole dose. */
    private static final double MUCH_PER_KILOGRAM = 10;

    /** Whole doses begin at some 10 million cells; fewer may be those for each kilogram. */
    private static final double LITTLE_PER_PATIENT = 10;

    private static final double MANY_PLATELETS = 1_000;
    private static final double MUCH_FERRITIN = 20_000;
    private static final double TENFOLD = 10;

    private final TypedField dose = new TypedField();
    private final ObjectProperty<CountedIn> per = new SimpleObjectProperty<>(CountedIn.UNSTATED);
    private final TypedField measure = new TypedField();
    private final ObjectProperty<Judged> burden = new SimpleObjectProperty<>(Judged.UNSTATED);
    private final TypedField regimen = new TypedField();
    private final ObjectProperty<Judged> depletion = new SimpleObjectProperty<>(Judged.UNSTATED);
    private final TypedField platelets = new TypedField();
    private final TypedField ferritin = new TypedField();
    private List<RiskFactor> before = List.of();

    RiskForm() {
        per.addListener((property, was, now) -> dose.clear());
    }

    /** Begins with what people charted. */
    void begin(List<RiskFactor> known) {
        before = known;
        fields().forEach(field -> field.set(""));
        per.set(CountedIn.UNSTATED);
        burden.set(Judged.UNSTATED);
        depletion.set(Judged.UNSTATED);
        for (RiskFactor risk : known) {
            switch (risk) {
                case RiskFactor.CellDose(double millions, Per counted) -> {
                    dose.set(Wording.number(millions));
                    per.set(CountedIn.of(counted));
                }
                case RiskFactor.DiseaseBurden(String words, Judged judged) -> {
                    measure.set(words);
                    burden.set(judged);
                }
                case RiskFactor.Lymphodepletion(String words, Judged judged) -> {
                    regimen.set(words);
                    depletion.set(judged);
                }
                case RiskFactor.Baseline(Analyte analyte, double value) ->
                        of(analyte).set(Wording.number(value));
            }
        }
    }

    List<TypedField> fields() {
        return List.of(dose, measure, regimen, platelets, ferritin);
    }

    /** What is chosen beside them. */
    List<ObjectProperty<?>> choices() {
        return List.of(per, burden, depletion);
    }

    private TypedField of(Analyte analyte) {
        return analyte == Analyte.PLATELETS ? platelets : ferritin;
    }

    /** Says beside each field what is wrong with it. */
    void check() {
        fields().forEach(TypedField::clear);
        checkDose();
        checkWords(measure);
        checkWords(regimen);
        for (Analyte analyte : RiskFactor.BASELINES) {
            checkBaseline(analyte);
        }
    }

    private void checkDose() {
        if (dose.isEmpty()) {
            if (per.get() != CountedIn.UNSTATED) {
                dose.ask(Texts.of("risk.dose.no-number-yet"));
            }
            return;
        }
        Double millions = Typed.number(dose.typed());
        Per counted = per.get().per();
        if (millions == null) {
            dose.refuse(Texts.of("risk.dose.no-number"));
            return;
        }
        if (counted == null) {
            dose.refuse(Texts.of("risk.dose.no-unit"));
            return;
        }
        refuseImpossible(dose, new RiskFactor.CellDose(millions, counted));
        if (counted == Per.KILOGRAM && millions > MUCH_PER_KILOGRAM) {
            dose.ask(Texts.of("risk.dose.much", dose.typed()));
        } else if (counted == Per.PATIENT && millions < LITTLE_PER_PATIENT) {
            dose.ask(Texts.of("risk.dose.little", dose.typed()));
        }
        known(RiskFactor.CellDose.class)
                .filter(known -> known.per() == counted)
                .ifPresent(known -> askJump(dose, millions, known.millions()));
    }

    private static void checkWords(TypedField field) {
        if (field.typed().length() > RiskFactor.LONGEST) {
            field.refuse(Texts.of("risk.too-long", Integer.toString(RiskFactor.LONGEST)));
        }
    }

    private void checkBaseline(Analyte analyte) {
        TypedField field = of(analyte);
        if (field.isEmpty()) {
            return;
        }
        Double value = Typed.number(field.typed());
        String unit = RiskWords.unit(analyte);
        if (value == null) {
            field.refuse(Texts.of("risk.baseline.no-number", unit));
            return;
        }
        refuseImpossible(field, new RiskFactor.Baseline(analyte, value));
        if (value > (analyte == Analyte.PLATELETS ? MANY_PLATELETS : MUCH_FERRITIN)) {
            field.ask(Texts.of("risk.baseline.unlikely", field.typed(), unit));
        }
        before.stream()
                .filter(RiskFactor.Baseline.class::isInstance)
                .map(RiskFactor.Baseline.class::cast)
                .filter(known -> known.analyte() == analyte)
                .forEach(known -> askJump(field, value, known.value()));
    }

    private static void refuseImpossible(TypedField field, RiskFactor risk) {
        Plausibility.DEFAULT
                .fault(new Observation.RiskFactorCharted(risk))
                .ifPresent(fault -> field.refuse(Texts.of("risk.impossible", fault)));
    }

    /** A tenfold jump is a slip of the point or of the unit more often than it is right. */
    private static void askJump(TypedField field, double now, double was) {
        if (now >= TENFOLD * was || now * TENFOLD <= was) {
            field.ask(Texts.of("risk.jump", field.typed(), Wording.number(was)));
        }
    }

    private <R extends RiskFactor> Optional<R> known(Class<R> kind) {
        return before.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The risk factors as typed, each once; only after everything was found good. */
    List<RiskFactor> risks() {
        List<RiskFactor> risks = new ArrayList<>();
        Double millions = Typed.number(dose.typed());
        Per counted = per.get().per();
        if (millions != null && counted != null) {
            risks.add(
                    known(RiskFactor.CellDose.class)
                            .filter(
                                    was ->
                                            was.per() == counted
                                                    && Wording.number(was.millions())
                                                            .equals(dose.typed()))
                            .orElseGet(() -> new RiskFactor.CellDose(millions, counted)));
        }
        if (!measure.isEmpty() || burden.get() != Judged.UNSTATED) {
            risks.add(new RiskFactor.DiseaseBurden(line(measure), burden.get()));
        }
        if (!regimen.isEmpty() || depletion.get() != Judged.UNSTATED) {
            risks.add(new RiskFactor.Lymphodepletion(line(regimen), depletion.get()));
        }
        for (Analyte analyte : RiskFactor.BASELINES) {
            Double value = Typed.number(of(analyte).typed());
            if (value != null) {
                risks.add(baseline(analyte, value));
            }
        }
        return List.copyOf(risks);
    }

    /** Typed as it stands it says nothing new: it is shown with fewer digits than it has. */
    private RiskFactor baseline(Analyte analyte, double value) {
        return before.stream()
                .filter(
                        was ->
                                was instanceof RiskFactor.Baseline(Analyte of, double number)
                                        && of == analyte
                                        && Wording.number(number).equals(of(analyte).typed()))
                .findFirst()
                .orElseGet(() -> new RiskFactor.Baseline(analyte, value));
    }

    private static String line(TypedField field) {
        String words = field.typed();
        return words.substring(0, Math.min(words.length(), RiskFactor.LONGEST)).strip();
    }

    /** Whether anything stands otherwise than it was known. */
    boolean isTouched() {
        RiskForm untouched = new RiskForm();
        untouched.begin(before);
        return !Objects.equals(typed(), untouched.typed());
    }

    private List<String> typed() {
        List<String> all = new ArrayList<>();
        fields().forEach(field -> all.add(field.typed()));
        choices().forEach(choice -> all.add(String.valueOf(choice.getValue())));
        return all;
    }

    /** How many million cells. */
    public TypedField dose() {
        return dose;
    }

    /** What the dose is counted in. */
    public ObjectProperty<CountedIn> perProperty() {
        return per;
    }

    /** How much disease there was, in words. */
    public TypedField measure() {
        return measure;
    }

    /** Whether that is judged high. */
    public ObjectProperty<Judged> burdenProperty() {
        return burden;
    }

    /** What was given before the cells, in words. */
    public TypedField regimen() {
        return regimen;
    }

    /** Whether that is judged intensive. */
    public ObjectProperty<Judged> depletionProperty() {
        return depletion;
    }

    /** Platelets before the infusion, in 10^9/L. */
    public TypedField platelets() {
        return platelets;
    }

    /** Ferritin before the infusion, in ng/mL. */
    public TypedField ferritin() {
        return ferritin;
    }
}
