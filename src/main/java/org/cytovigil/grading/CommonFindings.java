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
    /** Saturation on room air below which oxygen is needed (criteria section 3). */
    private static final double HYPOXIA_BELOW_PERCENT = 90;

    static final Finding DEATH = Finding.of(Axis.OUTCOME, 5, "death due to CRS");
    static final Finding OTHER_CAUSE_PRESSURE =
            Finding.of(Axis.PRESSURE, 0, "pressure attributed to another cause");
    static final Finding OTHER_CAUSE_OXYGEN =
            Finding.of(Axis.OXYGEN, 0, "oxygen support attributed to another cause");
    static final Finding OTHER_CAUSE = Finding.of(Axis.OUTCOME, 0, "attributed to another cause");
    static final Finding PRESSURE_NORMAL = Finding.of(Axis.PRESSURE, 0, "no hypotension");
    static final Finding ROOM_AIR = Finding.of(Axis.OXYGEN, 0, "room air");
    static final Finding HOME_OXYGEN = Finding.of(Axis.OXYGEN, 0, "oxygen as at home");
    static final Finding OXYGEN_UNKNOWN =
            Finding.open(Axis.OXYGEN, 0, 4, "oxygen support not known", MissingFact.OXYGEN_DEVICE);
    static final Finding NO_FEVER = Finding.of(Axis.FEVER, 0, "no fever");
    static final Finding FEVER = Finding.of(Axis.FEVER, 1, "fever");
    static final Finding SYMPTOMS = Finding.of(Axis.FEVER, 1, "constitutional symptoms");
    static final Finding FEVER_UNKNOWN =
            Finding.open(Axis.FEVER, 0, 1, "temperature not known", MissingFact.TEMPERATURE);

    private CommonFindings() {}

    static Finding fever(ClinicalPicture picture, SitePolicy policy) {
        return switch (picture.fever(policy)) {
            case YES -> FEVER;
            case NO -> NO_FEVER;
            case UNKNOWN -> FEVER_UNKNOWN;
        };
    }

    /**
     * What every scale says of oxygen before it looks at the device: attributed, room air, home
     * oxygen, hypoxia not yet treated, or not known.
     *
     * @param untreatedHypoxia what this scale says of a saturation below 90 % on room air
     * @return {@code null} when there is a device for the scale to look at
     */
    static @Nullable Finding oxygenBeforeDevice(ClinicalPicture picture, Finding untreatedHypoxia) {
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
        if (hypoxic(picture)) {
            return untreatedHypoxia;
        }
        return BaselineOxygen.isRoomAir(support) ? ROOM_AIR : HOME_OXYGEN;
    }

    /** Whether a fresh saturation is below 90 %. */
    static boolean hypoxic(ClinicalPicture picture) {
        return picture.saturation() instanceof Reading.Measured<OxygenSaturation> measured
                && measured.value().percent() < HYPOXIA_BELOW_PERCENT;
    }

    /** The device in use, or {@code null} when it was never charted or too long ago. */
    static @Nullable OxygenSupport device(ClinicalPicture picture) {
        return picture.oxygen() instanceof Reading.Measured<OxygenSupport> measured
                ? measured.value()
                : null;
    }

    static GradeRange worst(List<Finding> findings) {
        GradeRange range = GradeRange.of(0);
        for (Finding finding : findings) {
            range = range.worse(finding.range());
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
        for (RunningVasopressor running : picture.vasopressors()) {
            if (running.confirmed().plus(policy.infusionConfirmedFor()).isBefore(picture.at())) {
                notes.add(Note.INFUSION_UNCONFIRMED);
            }
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
