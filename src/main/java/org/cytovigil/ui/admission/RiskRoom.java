package org.cytovigil.ui.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.RiskFactors;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.bedside.RiskWords;
import org.cytovigil.ui.theme.Texts;

/**
 * The risk factors of the stay: charted for the first time, or put right with a reason, so that
 * both stay in the ledger. FX thread, or one thread in tests.
 */
// [impl->req~ui.risk-factors~1]
public final class RiskRoom {
    private final OfStay stay;
    private final RiskForm fields = new RiskForm();
    private final TypedField reason = new TypedField();
    private final Begun<List<RiskFactor>> begun = new Begun<>();
    private final ReadOnlyBooleanWrapper charted = new ReadOnlyBooleanWrapper(false);

    RiskRoom(OfStay stay) {
        this.stay = stay;
    }

    void begin(StaySnapshot known) {
        List<RiskFactor> stated = stated(known).stream().map(RiskFactors.Known::risk).toList();
        begun.with(stated);
        begin(stated);
    }

    private void begin(List<RiskFactor> stated) {
        fields.begin(stated);
        charted.set(!stated.isEmpty());
    }

    private List<RiskFactors.Known> stated(StaySnapshot known) {
        return RiskFactors.stated(known, stay.form().unit().at());
    }

    /**
     * What somebody else charts meanwhile stands in the fields, unless something is typed there.
     */
    void follow(StaySnapshot now) {
        if (isNews(now) && !fields.isTouched()) {
            begin(now);
        }
    }

    private boolean isNews(StaySnapshot now) {
        return begun.isNews(stated(now).stream().map(RiskFactors.Known::risk).toList());
    }

    boolean isTouched() {
        return fields.isTouched() || !reason.isEmpty();
    }

    /** What is known with its time; the measured baselines too, and where cut-offs come from. */
    List<String> lines(StaySnapshot known, Instant now) {
        List<String> lines = new ArrayList<>();
        for (RiskFactors.Known each : RiskFactors.of(known, now)) {
            String words = RiskWords.of(each, stay.form().bench().zone());
            lines.add(
                    each.risk() instanceof RiskFactor.Baseline
                            ? words + "\n" + RiskWords.threshold(each.risk())
                            : words);
        }
        return lines.isEmpty() ? List.of(Texts.of("risk.none")) : List.copyOf(lines);
    }

    /** Keeps what is typed: what is new, what takes the place of another, what was not so. */
    public void keep() {
        Optional<StaySnapshot> found = stay.stay();
        if (found.isEmpty()) {
            return;
        }
        if (isNews(found.get())) {
            begin(found.get());
            stay.form().say(Texts.of("risk.changed"));
            return;
        }
        fields.check();
        reason.clear();
        if (fields.fields().stream().anyMatch(TypedField::refused)) {
            stay.form().settled(fields.fields());
            return;
        }
        List<RiskFactor> risks = fields.risks();
        List<UnitSource.Act> acts = acts(stated(found.get()), risks);
        if (acts.isEmpty()) {
            stay.form().say(Texts.of("risk.same"));
            return;
        }
        boolean amends = acts.stream().anyMatch(act -> !(act.event() instanceof Entry.Observed));
        if (amends && reason.isEmpty()) {
            reason.refuse(Texts.of("risk.no-reason"));
        }
        if (!stay.form()
                .settled(Stream.concat(fields.fields().stream(), Stream.of(reason)).toList())) {
            return;
        }
        List<RiskFactor> was = begun.known();
        stay.keep(
                acts,
                () -> {
                    begun.change(was, risks);
                    begin(risks);
                    reason.set("");
                    stay.form().say(Texts.of("risk.kept"));
                });
    }

    private List<UnitSource.Act> acts(List<RiskFactors.Known> before, List<RiskFactor> after) {
        String why = OneLine.of(reason.typed());
        List<UnitSource.Act> acts = new ArrayList<>();
        for (RiskFactor risk : after) {
            Optional<RiskFactors.Known> was =
                    before.stream().filter(known -> isOfOneKind(known.risk(), risk)).findFirst();
            if (was.isEmpty()) {
                acts.add(stay.act(new Entry.Observed(charted(risk))));
            } else if (!was.get().risk().equals(risk)) {
                acts.add(
                        amended(
                                was.get(),
                                new Entry.Corrected(
                                        charted(was.get().risk()), charted(risk), why)));
            }
        }
        for (RiskFactors.Known known : before) {
            if (after.stream().noneMatch(risk -> isOfOneKind(known.risk(), risk))) {
                acts.add(amended(known, new Entry.Retracted(charted(known.risk()), why)));
            }
        }
        return acts;
    }

    /** A correction has the time of what it corrects. */
    private UnitSource.Act amended(RiskFactors.Known was, Entry.Event event) {
        return new UnitSource.Act(stay.id(), event, was.at());
    }

    private static boolean isOfOneKind(RiskFactor one, RiskFactor other) {
        if (one instanceof RiskFactor.Baseline is && other instanceof RiskFactor.Baseline too) {
            return is.analyte() == too.analyte();
        }
        return one.getClass().equals(other.getClass());
    }

    private static Observation charted(RiskFactor risk) {
        return new Observation.RiskFactorCharted(risk);
    }

    /** What is typed. */
    public RiskForm fields() {
        return fields;
    }

    /** Whether anything is charted that could be put right. */
    public ReadOnlyBooleanProperty chartedProperty() {
        return charted.getReadOnlyProperty();
    }

    /** Why what was charted was wrong; asked for when something is put right. */
    public TypedField reason() {
        return reason;
    }
}
