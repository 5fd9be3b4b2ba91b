package org.cytovigil.ui.charting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.FluidBolus;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.cytovigil.derived.SteroidCounter;
import org.cytovigil.derived.TocilizumabCounter;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.TreatmentTaken;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** A fluid bolus or a drug given, with what was given before: counted, and never ordered. */
// [impl->req~ui.chart-treatments~1]
final class TreatmentSheet implements Sheet {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final Duration DAY = Duration.ofHours(24);
    private static final String BOLUS = "bolus";
    private static final String TOCILIZUMAB = "tocilizumab";
    private static final String ANTIPYRETIC = "antipyretic";
    private static final String OTHER = "other";
    private static final Set<String> NAMED =
            Set.of(TOCILIZUMAB, "dexamethasone", "methylprednisolone");

    private final ZoneId zone;
    private final Field kind =
            Field.chosen(
                    "given",
                    Choices.of(
                            "given",
                            BOLUS,
                            TOCILIZUMAB,
                            "dexamethasone",
                            "methylprednisolone",
                            ANTIPYRETIC,
                            OTHER));
    private final Field antipyretic =
            Field.chosen(
                    "antipyretic",
                    Stream.of("paracetamol", "ibuprofen", "metamizole", "naproxen", "ketorolac")
                            .map(name -> new Choice(name, name))
                            .toList());
    private final Field drug = Field.typed("other-drug");
    private final Field millilitres = Field.typed("millilitres");
    private final Field milligrams = Field.typed("milligrams");
    private final Field words = Field.typed("in-words").passedByEnter();
    private String remark = "";
    private String shownFor = "";

    /**
     * @param zone in which times are shown
     */
    TreatmentSheet(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String id() {
        return "treatments";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.FluidBolus || fact instanceof Observation.TreatmentGiven;
    }

    @Override
    public List<Field> fields() {
        return List.of(kind, antipyretic, drug, millilitres, milligrams, words);
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public boolean fill(Observation fact) {
        if (fact instanceof FluidBolus bolus) {
            kind.textProperty().set(BOLUS);
            millilitres.textProperty().set(Wording.number(bolus.millilitres()));
            return true;
        }
        if (!(fact instanceof TreatmentGiven given)) {
            return false;
        }
        Treatment was = given.treatment();
        boolean offered = NAMED.contains(was.drug());
        kind.textProperty().set(offered ? was.drug() : OTHER);
        drug.textProperty().set(offered ? "" : was.drug());
        milligrams
                .textProperty()
                .set(was.amount() == null ? "" : Wording.number(was.amount().milligrams()));
        words.textProperty().set(was.text());
        return true;
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        String chosen = kind.text();
        followKind(chosen.equals(ANTIPYRETIC) ? antipyretic.text() : chosen);
        boolean isDrug = !chosen.isEmpty() && !chosen.equals(BOLUS);
        antipyretic.shownProperty().set(chosen.equals(ANTIPYRETIC));
        drug.shownProperty().set(chosen.equals(OTHER));
        millilitres.shownProperty().set(chosen.equals(BOLUS));
        milligrams.shownProperty().set(isDrug);
        words.shownProperty().set(isDrug);
        ClinicalPicture picture = stay.picture();
        TreatmentTaken last = isDrug ? last(picture) : null;
        milligrams.setLast(
                last == null
                        ? isDrug ? Texts.of("charting.last.none") : ""
                        : Texts.of(
                                "charting.last",
                                amount(last.treatment()),
                                Wording.age(last.at(), now)));
        millilitres.setLast(
                picture.lastBolus() == null
                        ? Texts.of("charting.last.none")
                        : Texts.of("charting.bolus.last", Wording.age(picture.lastBolus(), now)));
        remark =
                chosen.equals(TOCILIZUMAB)
                        ? tocilizumab(stay, now)
                        : chosen.equals("dexamethasone") || chosen.equals("methylprednisolone")
                                ? steroids(picture)
                                : "";
    }

    /** An amount typed for one drug must not be charted of another. */
    private void followKind(String chosen) {
        if (!chosen.equals(shownFor)) {
            boolean another = !shownFor.isEmpty();
            shownFor = chosen;
            if (another) {
                List.of(millilitres, milligrams, words).forEach(Field::clear);
            }
        }
    }

    private @Nullable TreatmentTaken last(ClinicalPicture picture) {
        String name = name();
        return picture.treatments().stream()
                .filter(taken -> taken.treatment().ingredient().equals(name))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private String name() {
        return switch (kind.text()) {
            case ANTIPYRETIC -> antipyretic.text();
            case OTHER -> drug.text().toLowerCase(Locale.ROOT);
            default -> kind.text();
        };
    }

    private static String amount(Treatment given) {
        return given.amount() == null
                ? Texts.of("charting.amount-unknown")
                : Wording.number(given.amount().milligrams()) + " mg";
    }

    /** "The next would be dose 2 of at most 4 ...", as policy and weight have it. */
    private String tocilizumab(StaySnapshot stay, Instant now) {
        TocilizumabCounter counter = TocilizumabCounter.of(stay.picture(), stay.policy());
        long inADay = counter.given().stream().filter(at -> at.isAfter(now.minus(DAY))).count();
        Weight weight = stay.picture().patient().weight();
        Double most = counter.milligrams();
        Instant earliest = counter.earliest();
        return Texts.of(
                "charting.tocilizumab",
                counter.nextText(),
                Long.toString(inADay),
                stay.policy().get(Settings.TOCILIZUMAB_IN_24_H).toString(),
                most == null || weight == null
                        ? Texts.of("charting.tocilizumab.no-weight")
                        : Texts.of(
                                "charting.tocilizumab.amount",
                                Wording.number(most),
                                Wording.number(weight.kilograms())),
                counter.exhausted()
                        ? ""
                        : earliest == null
                                ? Texts.of("charting.tocilizumab.first")
                                : earliest.isAfter(now)
                                        ? Texts.of(
                                                "charting.tocilizumab.earliest",
                                                CLOCK.format(earliest.atZone(zone)),
                                                Wording.age(now, earliest))
                                        : Texts.of(
                                                "charting.tocilizumab.passed",
                                                CLOCK.format(earliest.atZone(zone))));
    }

    private static String steroids(ClinicalPicture picture) {
        SteroidCounter.Tally day = SteroidCounter.of(picture).lastDay();
        return Texts.of(
                        "charting.steroids",
                        Integer.toString(day.doses().size()),
                        Wording.number(Math.rint(day.asDexamethasone() * 10) / 10))
                + (day.withoutAmount() == 0
                        ? ""
                        : " "
                                + Texts.of(
                                        "charting.steroids.without",
                                        Integer.toString(day.withoutAmount())));
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts filled = new Doubts(stay.policy().plausibility());
        String chosen = kind.text();
        if (chosen.equals(BOLUS)) {
            Double volume = Numbers.read(millilitres);
            if (volume != null) {
                filled.add(new FluidBolus(volume));
            } else if (millilitres.text().isEmpty()) {
                millilitres.refuse(Texts.of("charting.no-volume"));
            }
        } else if (!chosen.isEmpty()) {
            readDrug(stay, filled);
        }
        return filled.filled();
    }

    private void readDrug(StaySnapshot stay, Doubts filled) {
        String typed = kind.text().equals(OTHER) ? drug.text() : name();
        if (typed.isEmpty()) {
            drug.refuse(Texts.of("charting.no-drug"));
            return;
        }
        Double amount = Numbers.read(milligrams);
        TreatmentGiven given =
                new TreatmentGiven(
                        new Treatment(
                                typed,
                                amount == null ? null : new DrugAmount(amount),
                                words.text()));
        filled.add(given);
        TreatmentTaken last = last(stay.picture());
        DrugAmount before = last == null ? null : last.treatment().amount();
        filled.compare(
                ChartedWords.of(given),
                amount,
                before == null ? null : before.milligrams(),
                last == null ? "" : amount(last.treatment()));
    }
}
