package org.cytovigil.grading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/**
 * What the scales share: fever, attribution, untreated hypoxia, notes, and the worst of several
 * findings.
 */
final class CommonFindings {
    private static final String CLINICIAN = "Clinical basis section 1: only a clinician attributes";

    static final Finding DEATH = Finding.of(Axis.OUTCOME, 5, "death due to CRS", "all scales");
    static final Finding OTHER_CAUSE_PRESSURE =
            Finding.of(Axis.PRESSURE, 0, "pressure attributed to another cause", CLINICIAN);
    static final Finding OTHER_CAUSE_OXYGEN =
            Finding.of(Axis.OXYGEN, 0, "oxygen support attributed to another cause", CLINICIAN);
    static final Finding OTHER_CAUSE =
            Finding.of(Axis.OUTCOME, 0, "attributed to another cause", CLINICIAN);
    static final Finding PRESSURE_NORMAL =
            Finding.of(Axis.PRESSURE, 0, "no hypotension", Finding.POLICY_4);
    static final Finding ROOM_AIR = Finding.of(Axis.OXYGEN, 0, "room air", Finding.POLICY_4);
    static final Finding HOME_OXYGEN =
            Finding.of(Axis.OXYGEN, 0, "oxygen as at home", "Clinical basis section 1");
    static final Finding OXYGEN_UNKNOWN =
            Finding.open(
                    Axis.OXYGEN,
                    0,
                    4,
                    "oxygen support not known",
                    MissingFact.OXYGEN_DEVICE,
                    Finding.POLICY_3);
    static final Finding NO_FEVER =
            Finding.of(Axis.FEVER, 0, "no fever", Finding.POLICY_4, Settings.FEVER_FROM);
    static final Finding FEVER =
            Finding.of(Axis.FEVER, 1, "fever", "all scales", Settings.FEVER_FROM);
    static final Finding SYMPTOMS =
            Finding.of(Axis.FEVER, 1, "constitutional symptoms", "Lee 2014, grade 1");
    static final Finding FEVER_UNKNOWN =
            Finding.open(
                    Axis.FEVER,
                    0,
                    1,
                    "temperature not known",
                    MissingFact.TEMPERATURE,
                    Finding.POLICY_3);

    private CommonFindings() {}

    static Finding fever(ClinicalPicture picture, SitePolicy policy) {
        return switch (picture.fever(policy)) {
            case YES -> FEVER;
            case NO -> NO_FEVER;
            case UNKNOWN -> FEVER_UNKNOWN;
        };
    }

    /** Fever, or constitutional symptoms in its place. */
    static Finding feverOrSymptoms(ClinicalPicture picture, SitePolicy policy) {
        return picture.symptoms() ? SYMPTOMS : fever(picture, policy);
    }

    /**
     * What every scale says of oxygen before it looks at the device: attributed, room air, home
     * oxygen, hypoxia not yet treated, or not known.
     *
     * @param untreatedHypoxia what this scale says of a low saturation on room air
     * @return {@code null} when there is a device for the scale to look at
     */
    static @Nullable Finding oxygenBeforeDevice(
            ClinicalPicture picture, SitePolicy policy, Finding untreatedHypoxia) {
        if (picture.attributed(AttributionScope.OXYGEN)) {
            return OTHER_CAUSE_OXYGEN;
        }
        OxygenSupport support = device(picture);
        if (support == null || support instanceof OxygenSupport.Unrecognised) {
            return OXYGEN_UNKNOWN;
        }
        if (!BaselineOxygen.isAtBaseline(support, picture.patient().baseline().oxygen())) {
            return null;
        }
        if (hypoxic(picture, policy)) {
            return untreatedHypoxia;
        }
        return BaselineOxygen.isRoomAir(support) ? ROOM_AIR : HOME_OXYGEN;
    }

    /** Whether a fresh saturation is so low that oxygen is needed. */
    static boolean hypoxic(ClinicalPicture picture, SitePolicy policy) {
        return picture.saturation() instanceof Reading.Measured<OxygenSaturation> measured
                && measured.value().percent() < policy.get(Settings.HYPOXIA_BELOW);
    }

    /** The device in use, or {@code null} when it was never charted or too long ago. */
    static @Nullable OxygenSupport device(ClinicalPicture picture) {
        return picture.oxygen() instanceof Reading.Measured<OxygenSupport> measured
                ? measured.value()
                : null;
    }

    static GradeRange worst(List<Finding> findings) {
        GradeRange range = findings.getFirst().range();
        for (int i = 1; i < findings.size(); i++) {
            range = range.worse(findings.get(i).range());
        }
        return range;
    }

    /** The notes that hold for every scale. */
    static Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        Set<Note> notes = EnumSet.noneOf(Note.class);
        if (!picture.attributions().isEmpty()) {
            notes.add(Note.OTHER_CAUSE);
        }
        if (picture.temperature() instanceof Reading.Measured<BodyTemperature> measured
                && measured.value().unitAssumed()) {
            notes.add(Note.UNIT_ASSUMED);
        }
        if (picture.patient().ageYears() == null
                && picture.pressure() instanceof Reading.Measured) {
            notes.add(Note.ADULT_LIMITS);
        }
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            if (running.isUnconfirmed(picture.at(), policy)) {
                notes.add(Note.INFUSION_UNCONFIRMED);
            }
        }
        if (picture.rejectedLately()) {
            notes.add(Note.REJECTED);
        }
        OxygenSupport support = device(picture);
        if (support != null
                && !BaselineOxygen.isRoomAir(support)
                && BaselineOxygen.isAtBaseline(support, picture.patient().baseline().oxygen())) {
            notes.add(Note.HOME_OXYGEN);
        }
        if (picture.episode().open()
                && picture.fever(policy) == Known.NO
                && picture.masking() == null
                && !picture.attributedWhole()) {
            notes.add(Note.FEVER_ABSENT);
        }
        return notes;
    }
}
