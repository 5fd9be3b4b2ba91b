package org.cytovigil.ui.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.Wording;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.bedside.RiskWords;
import org.cytovigil.ui.theme.Texts;

/** Weight and height of now, and those before. FX thread, or one thread in tests. */
// [impl->req~ui.patient-panel~1]
public final class BodyRoom {
    private final OfStay stay;
    private final TypedField weight = new TypedField();
    private final TypedField height = new TypedField();

    BodyRoom(OfStay stay) {
        this.stay = stay;
    }

    boolean isTouched() {
        return !weight.isEmpty() || !height.isEmpty();
    }

    /** Each weight with its time, the latest first; then each height. */
    List<String> history(StaySnapshot known, Instant now) {
        List<String> lines = new ArrayList<>(weights(known));
        lines.addAll(RiskWords.heights(known, now, stay.form().bench().zone()));
        return List.copyOf(lines);
    }

    private List<String> weights(StaySnapshot known) {
        List<String> lines = new ArrayList<>();
        Series charted = known.chart().of(Parameter.WEIGHT);
        for (int i = charted.size() - 1; i >= 0; i--) {
            lines.add(
                    Texts.of(
                            "admission.weight.row",
                            Wording.number(charted.value(i)),
                            time(Instant.ofEpochMilli(charted.time(i)))));
        }
        Weight admitted = UnitBeds.patient(known).weight();
        lines.add(
                admitted == null
                        ? Texts.of("admission.weight.none")
                        : Texts.of(
                                "admission.weight.admitted",
                                Wording.number(admitted.kilograms()),
                                time(known.stay().admitted())));
        return lines;
    }

    private String time(Instant at) {
        return Typed.time(at, stay.form().bench().zone());
    }

    /** Keeps weight and height, those that are typed, as of now. */
    public void keep() {
        Optional<StaySnapshot> found = stay.stay();
        if (found.isEmpty() || found.get().discharged()) {
            stay.form().say(Texts.of("admission.discharged"));
            return;
        }
        check(found.get());
        if (!stay.form().settled(List.of(weight, height))) {
            return;
        }
        Double kilograms = Typed.number(weight.typed());
        Double centimetres = Typed.number(height.typed());
        List<UnitSource.Act> acts = new ArrayList<>();
        List<String> said = new ArrayList<>();
        if (kilograms != null) {
            acts.add(observed(new Observation.BodyWeight(new Weight(kilograms))));
            said.add(Texts.of("admission.weight.kept", Wording.number(kilograms)));
        }
        if (centimetres != null) {
            acts.add(observed(new Observation.BodyHeight(new Height(centimetres))));
            said.add(Texts.of("admission.height.kept", Wording.number(centimetres)));
        }
        stay.keep(
                acts,
                () -> {
                    weight.set("");
                    height.set("");
                    stay.form().say(String.join(" ", said));
                });
    }

    private void check(StaySnapshot known) {
        WeightCheck.check(weight, UnitBeds.patient(known).ageYears());
        WeightCheck.compare(weight, known.picture().patient().weight());
        HeightCheck.check(height, UnitBeds.patient(known).ageYears());
        Series heights = known.chart().of(Parameter.HEIGHT);
        if (heights.size() > 0) {
            HeightCheck.compare(height, heights.value(heights.size() - 1));
        }
        if (weight.isEmpty() && height.isEmpty()) {
            weight.refuse(Texts.of("admission.weight.no-number"));
        }
    }

    private UnitSource.Act observed(Observation fact) {
        return stay.act(new Entry.Observed(fact));
    }

    /** A weight of now, in kilograms. */
    public TypedField weight() {
        return weight;
    }

    /** A height of now, in centimetres. */
    public TypedField height() {
        return height;
    }
}
