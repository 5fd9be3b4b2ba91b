package org.cytovigil.derived;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.TreatmentTaken;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Which steroids were given and how much, in milligrams of dexamethasone.
 *
 * @param last the last steroid, or {@code null} when none was charted
 * @param lastDay those of the last 24 hours; one given exactly 24 hours ago is not among them
 * @param inAll those of the whole stay
 */
// [impl->req~derived.counters~1]
public record SteroidCounter(@Nullable TreatmentTaken last, Tally lastDay, Tally inAll) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final String DEXAMETHASONE = "dexamethasone";
    private static final String SOURCE =
            "glucocorticoid equivalents, Liu et al., Allergy Asthma Clin Immunol 2013;9:30";

    /** Milligrams of equal glucocorticoid effect (Liu 2013). */
    private static final Map<String, Double> EQUAL_MILLIGRAMS =
            Map.of(
                    DEXAMETHASONE,
                    0.75,
                    "methylprednisolone",
                    4.0,
                    "prednisolone",
                    5.0,
                    "prednisone",
                    5.0,
                    "hydrocortisone",
                    20.0);

    private static final String FORMULA =
            "sum of mg x 0.75 / equivalent (mg of equal effect: dexamethasone 0.75,"
                    + " methylprednisolone 4, prednisolone and prednisone 5, hydrocortisone 20)";

    static final Definition LAST_DAY =
            new Definition(
                    "steroids-24-h",
                    "Steroids in 24 h, as dexamethasone",
                    FORMULA + ", doses of the last 24 h",
                    SOURCE,
                    "mg",
                    1);
    static final Definition IN_ALL =
            new Definition(
                    "steroids-in-all",
                    "Steroids in all, as dexamethasone",
                    FORMULA + ", all doses of the stay",
                    SOURCE,
                    "mg",
                    1);

    /**
     * Doses taken together.
     *
     * @param doses each dose once, oldest first
     */
    public record Tally(List<TreatmentTaken> doses) {
        public Tally {
            doses = List.copyOf(doses);
        }

        /** How many of them have no amount in milligrams. */
        public int withoutAmount() {
            return (int) doses.stream().filter(d -> d.treatment().amount() == null).count();
        }

        /** The charted amounts as milligrams of dexamethasone. */
        public double asDexamethasone() {
            double sum = 0;
            for (TreatmentTaken dose : doses) {
                DrugAmount amount = dose.treatment().amount();
                Double equal = EQUAL_MILLIGRAMS.get(dose.treatment().ingredient());
                if (amount != null && equal != null) {
                    sum += amount.milligrams() * 0.75 / equal;
                }
            }
            return sum;
        }
    }

    /** Counts what a picture holds. */
    public static SteroidCounter of(ClinicalPicture picture) {
        record Dose(Instant at, String drug) {}
        Map<Dose, TreatmentTaken> once = new LinkedHashMap<>();
        for (TreatmentTaken taken : picture.treatments()) {
            if (taken.treatment().effect() == Treatment.Effect.STEROID) {
                // Charted twice with the same time it was given once, with the amount if either
                // names it.
                once.merge(
                        new Dose(taken.at(), taken.treatment().ingredient()),
                        taken,
                        (first, second) -> second.treatment().amount() == null ? first : second);
            }
        }
        List<TreatmentTaken> inAll = new ArrayList<>(once.values());
        Instant from = picture.at().minus(DAY);
        List<TreatmentTaken> lastDay = inAll.stream().filter(d -> d.at().isAfter(from)).toList();
        return new SteroidCounter(
                inAll.isEmpty() ? null : inAll.getLast(), new Tally(lastDay), new Tally(inAll));
    }

    List<DerivedValue> values(ClinicalPicture picture, SitePolicy policy) {
        Gathering day = new Gathering(LAST_DAY, picture, policy);
        if (last != null) {
            day.input(
                    "last: " + last.treatment().ingredient(),
                    amountOf(last.treatment()),
                    last.at());
        }
        double dose = policy.get(Settings.DEXAMETHASONE_DOSE);
        if (!lastDay.doses().isEmpty() && lastDay.withoutAmount() == 0) {
            day.remark(
                    "as much as %s x dexamethasone %s mg"
                            .formatted(
                                    Wording.number(
                                            Math.rint(lastDay.asDexamethasone() / dose * 10) / 10),
                                    Wording.number(dose)));
        }
        return List.of(value(day, lastDay), value(new Gathering(IN_ALL, picture, policy), inAll));
    }

    private static DerivedValue value(Gathering gathering, Tally tally) {
        byDrug(tally).forEach((drug, doses) -> drugInput(gathering, drug, doses));
        int count = tally.doses().size();
        int without = tally.withoutAmount();
        gathering.remark(count == 0 ? "no dose charted" : count == 1 ? "1 dose" : count + " doses");
        if (without > 0) {
            gathering.lacks(
                    "amount of %d of %d doses: not charted in mg".formatted(without, count));
        }
        if (without == 0) {
            return gathering.amount(tally.asDexamethasone());
        }
        return without == count
                ? gathering.none()
                : gathering.amount(tally.asDexamethasone(), Double.POSITIVE_INFINITY);
    }

    private static Map<String, List<TreatmentTaken>> byDrug(Tally tally) {
        Map<String, List<TreatmentTaken>> byDrug = new LinkedHashMap<>();
        for (TreatmentTaken dose : tally.doses()) {
            byDrug.computeIfAbsent(dose.treatment().ingredient(), drug -> new ArrayList<>())
                    .add(dose);
        }
        return byDrug;
    }

    private static void drugInput(Gathering gathering, String drug, List<TreatmentTaken> doses) {
        double milligrams = 0;
        int known = 0;
        for (TreatmentTaken dose : doses) {
            DrugAmount amount = dose.treatment().amount();
            if (amount != null) {
                milligrams += amount.milligrams();
                known++;
            }
        }
        String count = doses.size() == 1 ? "1 dose" : doses.size() + " doses";
        String sum = known == 0 ? "" : ", %s mg".formatted(Wording.number(milligrams));
        String of = known == 0 || known == doses.size() ? "" : " in %d of them".formatted(known);
        gathering.input(drug, count + sum + of, doses.getLast().at());
    }

    private static String amountOf(Treatment treatment) {
        DrugAmount amount = treatment.amount();
        if (amount != null) {
            return Wording.number(amount.milligrams()) + " mg";
        }
        return treatment.text().isBlank() ? "amount not charted" : treatment.text();
    }
}
