package org.cytovigil.derived;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The National Early Warning Score 2 on SpO2 scale 1. What is not known leaves a range: the least
 * is what the known parameters score.
 */
final class News2 {
    static final Definition DEFINITION =
            new Definition(
                    "news2",
                    "NEWS2",
                    "points for respiratory rate + SpO2 (scale 1) + oxygen + systolic pressure +"
                            + " pulse + consciousness + temperature",
                    "Royal College of Physicians, NEWS2, 2017",
                    "",
                    0);

    /** Not for patients under 16 years (RCP 2017). */
    private static final double FROM_YEARS = 16;

    private static final int MOST = 3;
    private static final int OXYGEN = 2;

    private final Gathering gathering;
    private int least;
    private int open;

    private News2(Gathering gathering) {
        this.gathering = gathering;
    }

    static DerivedValue of(ClinicalPicture picture, SitePolicy policy) {
        Gathering gathering = new Gathering(DEFINITION, picture, policy);
        Double age = picture.patient().ageYears();
        if (age != null && age < FROM_YEARS) {
            gathering.lacks("not for patients under 16 years");
            return gathering.none();
        }
        if (age == null) {
            gathering.remark("age unknown; not for patients under 16 years");
        }
        return new News2(gathering).total(picture);
    }

    private DerivedValue total(ClinicalPicture picture) {
        parameter(
                "respiratory rate",
                picture.respiratoryRate(),
                Settings.RATE_FRESH,
                r -> Wording.number(r.perMinute()) + " /min",
                r -> News2Table.respiratoryRate(r.perMinute()));
        parameter(
                "SpO2",
                picture.saturation(),
                Settings.SATURATION_FRESH,
                s -> Wording.number(s.percent()) + " %",
                s -> News2Table.saturation(s.percent()));
        oxygen(picture.oxygen());
        systolic(picture.pressure());
        parameter(
                "pulse",
                picture.heartRate(),
                Settings.RATE_FRESH,
                r -> Wording.number(r.perMinute()) + " /min",
                r -> News2Table.pulse(r.perMinute()));
        consciousness(picture.neurology());
        parameter(
                "temperature",
                picture.temperature(),
                Settings.TEMPERATURE_FRESH,
                t -> Wording.tenths(t.value().celsius()) + " °C",
                t -> News2Table.temperature(t.value()));
        gathering.remark("SpO2 scale 1");
        gathering.remark("38.0 °C scores 0 here and is fever for CRS");
        if (RunningDoses.any(picture)) {
            gathering.remark("NEWS2 does not see the vasopressors that run");
        }
        return gathering.amount(least, least + open);
    }

    private <T> void parameter(
            String label,
            Reading<T> reading,
            Setting<Duration> standsFor,
            Function<T, String> words,
            ToIntFunction<T> points) {
        Reading.Measured<T> measured = gathering.fresh(label, reading, standsFor, words);
        if (measured == null) {
            open += MOST;
        } else {
            score(label, points.applyAsInt(measured.value()));
        }
    }

    private void score(String label, int points) {
        least += points;
        if (points == MOST) {
            gathering.remark("a single parameter scores 3: " + label);
        }
    }

    private void systolic(Reading<BloodPressure> reading) {
        Reading.Measured<BloodPressure> measured =
                gathering.fresh("pressure", reading, Settings.PRESSURE_FRESH, Wording::pressure);
        Pressure systolic = measured == null ? null : measured.value().systolic();
        if (systolic != null) {
            score("systolic pressure", News2Table.systolic(systolic.mmHg()));
            return;
        }
        open += MOST;
        if (measured != null) {
            gathering.lacks("systolic pressure: not charted with the latest pressure");
        }
    }

    private void oxygen(Reading<OxygenSupport> reading) {
        Reading.Measured<OxygenSupport> measured =
                gathering.fresh("oxygen", reading, Settings.OXYGEN_FRESH, Wording::oxygen);
        if (measured == null) {
            open += OXYGEN;
        } else if (measured.value() instanceof OxygenSupport.Unrecognised other) {
            gathering.lacks("oxygen: \"%s\" is no device known here".formatted(other.name()));
            open += OXYGEN;
        } else if (supplemental(measured.value())) {
            least += OXYGEN;
        }
    }

    /** A device set to 21 % blows air. */
    private static boolean supplemental(OxygenSupport support) {
        OxygenFraction set = support.fio2();
        return !(support instanceof OxygenSupport.RoomAir)
                && (set == null || set.compareTo(OxygenFraction.ROOM_AIR) > 0);
    }

    private void consciousness(Reading<NeurologicalExamination> reading) {
        Reading.Measured<NeurologicalExamination> measured =
                gathering.fresh(
                        "consciousness",
                        reading,
                        Settings.NEUROLOGY_FRESH,
                        examination -> words(examination.consciousness()));
        if (measured == null) {
            open += MOST;
            return;
        }
        NeurologicalExamination examination = measured.value();
        Consciousness consciousness = examination.consciousness();
        if (Boolean.TRUE.equals(examination.sedated())) {
            gathering.lacks("consciousness: not known under sedation");
            open += MOST;
        } else if (consciousness == null) {
            gathering.lacks("consciousness: not charted with the latest examination");
            open += MOST;
        } else if (consciousness == Consciousness.AWAKE) {
            IceScore ice = examination.ice();
            if (ice != null && ice.most() < IceScore.BEST) {
                gathering.remark("new confusion scores 3 and is not read from ICE below 10");
            }
        } else {
            score("consciousness", MOST);
        }
    }

    private static String words(@Nullable Consciousness consciousness) {
        return switch (consciousness) {
            case null -> "not charted";
            case AWAKE -> "awake";
            case SPONTANEOUSLY -> "wakes by itself";
            case TO_VOICE -> "wakes to voice";
            case TO_TOUCH -> "wakes to touch";
            case UNAROUSABLE -> "unarousable";
        };
    }
}
