package org.cytovigil.derived;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.LaboratoryValue;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/** Takes the inputs of one value out of a picture, and keeps in words what could not be taken. */
final class Gathering {
    private final Definition definition;
    private final ClinicalPicture picture;
    private final SitePolicy policy;
    private final List<DerivedValue.Input> inputs = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Gathering(Definition definition, ClinicalPicture picture, SitePolicy policy) {
        this.definition = definition;
        this.picture = picture;
        this.policy = policy;
    }

    ClinicalPicture picture() {
        return picture;
    }

    SitePolicy policy() {
        return policy;
    }

    /**
     * A fresh value.
     *
     * @param words the value with its unit
     * @return {@code null} when there is none, which is then among what is missing
     */
    <T> Reading.@Nullable Measured<T> fresh(
            String label,
            Reading<T> reading,
            Setting<Duration> standsFor,
            Function<T, String> words) {
        return switch (reading) {
            case Reading.Measured<T> measured -> {
                input(label, words.apply(measured.value()), measured.at());
                yield measured;
            }
            case Reading.Stale<T> stale -> {
                lacks(old(label, words.apply(stale.value()), stale.at(), standsFor));
                yield null;
            }
            case Reading.Missing<T> none -> {
                lacks(label + ": never charted");
                yield null;
            }
            case Reading.Implausible<T> rejected -> {
                lacks("%s: rejected, %s".formatted(label, rejected.reason()));
                yield null;
            }
        };
    }

    /** A fresh result within the limits of its analyte, in its unit; empty when there is none. */
    OptionalDouble laboratory(Analyte analyte) {
        LaboratoryValue result = picture.laboratory().get(analyte);
        if (result == null) {
            lacks(analyte.label() + ": never charted");
            return OptionalDouble.empty();
        }
        String words = number(result.value()) + " " + analyte.ucum();
        Duration age = Duration.between(result.at(), picture.at());
        if (age.compareTo(policy.get(Settings.LABORATORY_FRESH)) > 0) {
            lacks(old(analyte.label(), words, result.at(), Settings.LABORATORY_FRESH));
            return OptionalDouble.empty();
        }
        if (!(result.value() >= analyte.lowestPlausible()
                && result.value() <= analyte.highestPlausible())) {
            lacks(
                    "%s: %s is outside %s to %s"
                            .formatted(
                                    analyte.label(),
                                    words,
                                    Wording.number(analyte.lowestPlausible()),
                                    Wording.number(analyte.highestPlausible())));
            return OptionalDouble.empty();
        }
        input(analyte.label(), words, result.at());
        return OptionalDouble.of(result.value());
    }

    /** The latest weight; {@code null} when unknown, which is then among what is missing. */
    @Nullable Weight weight() {
        Weight weight = picture.patient().weight();
        if (weight == null) {
            lacks("weight: never charted");
        } else {
            input("weight", Wording.number(weight.kilograms()) + " kg", null);
        }
        return weight;
    }

    /** A picture made by another way than the fold may hold what is no number. */
    private static String number(double value) {
        return Double.isFinite(value) ? Wording.number(value) : Double.toString(value);
    }

    private String old(String label, String words, Instant at, Setting<Duration> standsFor) {
        return "%s: %s is %s old and stands for %s"
                .formatted(
                        label,
                        words,
                        Wording.age(at, picture.at()),
                        Wording.duration(policy.get(standsFor)));
    }

    void input(String label, String value, @Nullable Instant at) {
        inputs.add(new DerivedValue.Input(label, value, at));
    }

    void lacks(String what) {
        missing.add(what);
    }

    void remark(String text) {
        remarks.add(text);
    }

    DerivedValue amount(double value) {
        return amount(value, value);
    }

    DerivedValue amount(double least, double most) {
        return done(new DerivedValue.Result.Amount(least, most));
    }

    DerivedValue moment(Instant instant) {
        return done(new DerivedValue.Result.Moment(instant));
    }

    DerivedValue none() {
        return done(new DerivedValue.Result.None());
    }

    private DerivedValue done(DerivedValue.Result result) {
        return new DerivedValue(definition, picture.at(), inputs, result, missing, remarks);
    }
}
