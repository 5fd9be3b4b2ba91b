package org.cytovigil.ui.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.Wording;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What can be put right about one patient: who it is, weight, infusion, bed, discharge. FX thread,
 * or one thread in tests.
 */
// [impl->req~ui.patient-panel~1]
public final class PatientViewModel {
    private final Workbench bench;
    private final StayId id;
    private final Keeping keeping;
    private final Doubts doubts = new Doubts();
    private final PersonForm person = new PersonForm();
    private final TypedField weight = new TypedField();
    private final InfusionForm infusion;
    private final TypedField reason = new TypedField();
    private final MoveViewModel moving;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOBODY);
    private @Nullable Patient begunWith;
    private @Nullable Infusion infusedAtFirst;

    /** What this panel put right; snapshots made before that still show it. */
    private @Nullable Patient replaced;

    private @Nullable Infusion replacedInfusion;

    /**
     * What stands on the panel.
     *
     * @param title bed and two identifiers
     * @param identity the two identifiers, and what they would be after the correction
     * @param weights each weight with its time, the latest first
     * @param discharged whether the stay is over
     * @param barred why nothing can be charted or moved; empty while the stay lasts
     */
    public record Shown(
            String title,
            String identity,
            List<String> weights,
            boolean discharged,
            String barred,
            boolean infused) {
        static final Shown NOBODY = new Shown("", "", List.of(), false, "", false);
    }

    /**
     * @param id the patient at the bedside, who is on the unit
     */
    public PatientViewModel(Workbench bench, StayId id) {
        this.bench = bench;
        this.id = id;
        this.keeping = new Keeping(bench);
        this.infusion = new InfusionForm(bench.zone());
        this.moving = new MoveViewModel(bench, id);
        Stream.of(person.fields(), infusion.fields(), List.of(weight, reason))
                .flatMap(List::stream)
                .forEach(
                        field ->
                                field.textProperty()
                                        .addListener((property, before, now) -> typed()));
        person.oxygenProperty().addListener((property, before, now) -> typed());
        bench.source().latest().stay(id).ifPresent(this::begin);
        show(bench.source().latest());
    }

    private void begin(StaySnapshot stay) {
        begunWith = UnitBeds.patient(stay);
        infusedAtFirst = stay.stay().infusion();
        person.begin(begunWith);
        infusion.begin(infusedAtFirst);
    }

    private void typed() {
        doubts.forget();
        keeping.say("");
        show(bench.source().latest());
    }

    /** Follows the unit. */
    void show(UnitSnapshot unit) {
        moving.show(unit);
        unit.stay(id)
                .ifPresent(
                        stay -> {
                            follow(stay);
                            shown.set(shown(stay));
                        });
    }

    /** What a feed amends meanwhile stands in the fields, unless something is typed there. */
    private void follow(StaySnapshot stay) {
        if (isNews(UnitBeds.patient(stay)) && !isPersonTouched()) {
            begunWith = UnitBeds.patient(stay);
            person.begin(begunWith);
        }
        if (isNews(stay.stay().infusion()) && !isInfusionTouched()) {
            infusedAtFirst = stay.stay().infusion();
            infusion.begin(infusedAtFirst);
        }
    }

    private boolean isNews(Patient now) {
        return !now.equals(begunWith) && !now.equals(replaced);
    }

    private boolean isNews(@Nullable Infusion now) {
        return !Objects.equals(now, infusedAtFirst)
                && (replacedInfusion == null || !replacedInfusion.equals(now));
    }

    private boolean isPersonTouched() {
        LocalDate today = LocalDate.ofInstant(bench.source().latest().at(), bench.zone());
        return !person.patient(today).equals(begunWith);
    }

    private boolean isInfusionTouched() {
        InfusionForm before = new InfusionForm(bench.zone());
        before.begin(infusedAtFirst);
        return !before.time().typed().equals(infusion.time().typed())
                || !before.product().typed().equals(infusion.product().typed());
    }

    private Shown shown(StaySnapshot stay) {
        Patient now = UnitBeds.patient(stay);
        String before = UnitBeds.person(now);
        String after = UnitBeds.person(now.named(person.name().typed(), person.number().typed()));
        return new Shown(
                Texts.of("admission.panel.title", UnitBeds.bed(stay), before),
                before.equals(after) ? before : Texts.of("admission.identity", before, after),
                weights(stay),
                stay.discharged(),
                stay.discharged() ? Texts.of("admission.discharged") : "",
                stay.stay().infusion() != null);
    }

    private List<String> weights(StaySnapshot stay) {
        List<String> lines = new ArrayList<>();
        Series charted = stay.chart().of(Parameter.WEIGHT);
        for (int i = charted.size() - 1; i >= 0; i--) {
            lines.add(
                    Texts.of(
                            "admission.weight.row",
                            Wording.number(charted.value(i)),
                            Typed.time(Instant.ofEpochMilli(charted.time(i)), bench.zone())));
        }
        Weight admitted = UnitBeds.patient(stay).weight();
        lines.add(
                admitted == null
                        ? Texts.of("admission.weight.none")
                        : Texts.of(
                                "admission.weight.admitted",
                                Wording.number(admitted.kilograms()),
                                Typed.time(stay.stay().admitted(), bench.zone())));
        return List.copyOf(lines);
    }

    private @Nullable StaySnapshot stay(UnitSnapshot unit) {
        return unit.stay(id).orElse(null);
    }

    /** Keeps who the patient is, as typed. */
    public void correctIdentity() {
        UnitSnapshot unit = bench.source().latest();
        StaySnapshot stay = stay(unit);
        if (stay == null) {
            return;
        }
        Patient now = UnitBeds.patient(stay);
        if (isNews(now)) {
            begunWith = now;
            person.begin(now);
            keeping.say(Texts.of("admission.identity.changed"));
            return;
        }
        LocalDate today = LocalDate.ofInstant(unit.at(), bench.zone());
        person.check(unit, id, today);
        if (!settled(person.fields())) {
            return;
        }
        Patient after = person.patient(today);
        if (after.equals(now)) {
            keeping.say(Texts.of("admission.identity.same"));
            return;
        }
        keep(
                unit,
                new Entry.PatientIdentified(after),
                Texts.of("admission.identity.kept", UnitBeds.person(now), UnitBeds.person(after)),
                () -> {
                    replaced = now;
                    begunWith = after;
                });
    }

    private boolean settled(List<TypedField> fields) {
        if (doubts.settled(fields)) {
            return true;
        }
        boolean refused = fields.stream().anyMatch(TypedField::refused);
        keeping.say(Texts.of(refused ? "admission.refused" : "admission.asked"));
        return false;
    }

    private void keep(UnitSnapshot unit, Entry.Event event, String words, Runnable kept) {
        keeping.keep(
                doing(unit),
                unit.at(),
                List.of(new UnitSource.Act(id, event)),
                () -> {
                    doubts.forget();
                    kept.run();
                    keeping.say(words);
                });
    }

    private String doing(UnitSnapshot unit) {
        return unit.stay(id)
                .map(stay -> Texts.of("admission.doing.change", UnitBeds.person(stay)))
                .orElse("");
    }

    /** Keeps a weight as of now. */
    public void recordWeight() {
        UnitSnapshot unit = bench.source().latest();
        StaySnapshot stay = stay(unit);
        if (stay == null || stay.discharged()) {
            keeping.say(Texts.of("admission.discharged"));
            return;
        }
        WeightCheck.check(weight, UnitBeds.patient(stay).ageYears());
        WeightCheck.compare(weight, stay.picture().patient().weight());
        Double kilograms = Typed.number(weight.typed());
        if (weight.isEmpty() || kilograms == null) {
            weight.refuse(Texts.of("admission.weight.no-number"));
        }
        if (!settled(List.of(weight)) || kilograms == null) {
            return;
        }
        Weight typed = new Weight(kilograms);
        keeping.keep(
                doing(unit),
                unit.at(),
                List.of(
                        new UnitSource.Act(
                                id, new Entry.Observed(new Observation.BodyWeight(typed)))),
                () -> {
                    weight.set("");
                    keeping.say(
                            Texts.of("admission.weight.kept", Wording.number(typed.kilograms())));
                });
    }

    /** Keeps the infusion as typed. */
    public void chartInfusion() {
        UnitSnapshot unit = bench.source().latest();
        StaySnapshot stay = stay(unit);
        if (stay == null) {
            return;
        }
        Infusion now = stay.stay().infusion();
        if (isNews(now)) {
            infusedAtFirst = now;
            infusion.begin(now);
            keeping.say(Texts.of("admission.infusion.changed"));
            return;
        }
        infusion.check(unit.at());
        if (infusion.time().isEmpty()) {
            infusion.time().refuse(Texts.of("admission.infusion.missing"));
        }
        Infusion typed = infusion.infusion(unit.at());
        if (!settled(infusion.fields()) || typed == null) {
            return;
        }
        keep(
                unit,
                new Entry.InfusionCharted(typed),
                Texts.of(
                        "admission.infusion.kept",
                        typed.product(),
                        Typed.time(typed.at(), bench.zone())),
                () -> {
                    replacedInfusion = now;
                    infusedAtFirst = typed;
                });
    }

    /** Ends the stay; that can be taken back. */
    public void discharge() {
        UnitSnapshot unit = bench.source().latest();
        StaySnapshot stay = stay(unit);
        if (stay != null && !stay.discharged()) {
            keep(
                    unit,
                    new Entry.Discharged(),
                    Texts.of("admission.discharge.done", UnitBeds.person(stay)),
                    () -> {});
        }
    }

    /** The stay goes on, in its bed while nobody else has that. */
    public void cancelDischarge() {
        UnitSnapshot unit = bench.source().latest();
        StaySnapshot stay = stay(unit);
        if (stay == null) {
            return;
        }
        String barred = Readmission.barred(unit, stay);
        if (!barred.isEmpty()) {
            keeping.say(barred);
            return;
        }
        String bed = Readmission.freeBed(unit, stay);
        keeping.keep(
                doing(unit),
                unit.at(),
                Readmission.acts(stay, bed),
                () ->
                        keeping.say(
                                Texts.of(
                                        bed.isEmpty()
                                                ? "admission.back.done-no-bed"
                                                : "admission.back.done",
                                        UnitBeds.person(stay),
                                        bed)));
    }

    /** Says that the admission was a mistake; asked about once, for it leaves every screen. */
    public void cancelAdmission() {
        UnitSnapshot unit = bench.source().latest();
        StaySnapshot stay = stay(unit);
        if (stay == null) {
            return;
        }
        reason.clear();
        if (reason.isEmpty()) {
            reason.refuse(Texts.of("admission.cancel.no-reason"));
        } else {
            reason.ask(Texts.of("admission.cancel.ask", UnitBeds.person(stay)));
        }
        if (settled(List.of(reason))) {
            keep(unit, new Entry.AdmissionCancelled(OneLine.of(reason.typed())), "", () -> {});
        }
    }

    /** Whether anything is typed that would be lost. */
    boolean isTouched() {
        return stay(bench.source().latest()) != null
                && (isPersonTouched()
                        || isInfusionTouched()
                        || !weight.isEmpty()
                        || !reason.isEmpty()
                        || moving.isTouched());
    }

    /** What was asked about another matter counts no more. */
    void turn() {
        doubts.forget();
        keeping.say("");
    }

    /** The panel is closed. */
    void gone() {
        keeping.gone();
        moving.gone();
    }

    /** Whether the form may go; when something would be lost it says so, and may the next time. */
    boolean mayLeave() {
        if (!keeping.mayLeave() || !moving.mayLeave()) {
            return false;
        }
        String warning = Texts.of("admission.leave");
        if (!isTouched() || warning.equals(keeping.saidProperty().get())) {
            return true;
        }
        keeping.say(warning);
        return false;
    }

    /** What stands on the panel. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Who the patient is. */
    public PersonForm person() {
        return person;
    }

    /** A weight of now, in kilograms. */
    public TypedField weight() {
        return weight;
    }

    /** The infusion. */
    public InfusionForm infusion() {
        return infusion;
    }

    /** Why the admission was a mistake. */
    public TypedField reason() {
        return reason;
    }

    /** Moving the patient. */
    public MoveViewModel moving() {
        return moving;
    }

    /** Whether a button would now keep what is asked about. */
    public ReadOnlyBooleanProperty askingProperty() {
        return doubts.askingProperty();
    }

    /** Whether the store is being waited for. */
    public ReadOnlyBooleanProperty busyProperty() {
        return keeping.busyProperty();
    }

    /** What came of it. */
    public ReadOnlyStringProperty saidProperty() {
        return keeping.saidProperty();
    }
}
