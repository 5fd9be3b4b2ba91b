package org.cytovigil.ui.trend;

import org.cytovigil.clinical.Observation;
import org.cytovigil.ui.theme.Texts;

/** What kind of fact an observation is, in a word or two. */
public final class FactNames {
    private FactNames() {}

    /** "blood pressure". */
    public static String of(Observation observation) {
        return Texts.of(
                "bedside.fact."
                        + switch (observation) {
                            case Observation.BodyTemperature t -> "temperature";
                            case Observation.BloodPressure p -> "pressure";
                            case Observation.OxygenSaturation s -> "saturation";
                            case Observation.HeartRate h -> "heart-rate";
                            case Observation.RespiratoryRate r -> "respiratory-rate";
                            case Observation.BodyWeight w -> "weight";
                            case Observation.BodyHeight h -> "height";
                            case Observation.RiskFactorCharted r -> "risk";
                            case Observation.OxygenDevice d -> "oxygen";
                            case Observation.OxygenSettings s -> "oxygen";
                            case Observation.VasopressorCharted v -> "vasopressor";
                            case Observation.VasopressorList l -> "vasopressor";
                            case Observation.HypotensionStated h -> "hypotension";
                            case Observation.FluidBolus b -> "bolus";
                            case Observation.TreatmentGiven t -> "treatment";
                            case Observation.ConstitutionalSymptoms c -> "symptoms";
                            case Observation.OrganToxicity o -> "organ";
                            case Observation.CoagulopathyTreated c -> "treatment";
                            case Observation.IntravenousTherapy i -> "treatment";
                            case Observation.NeurologicalExamination n -> "neurology";
                            case Observation.LaboratoryResult l -> "laboratory";
                            case Observation.Attributed a -> "attribution";
                            case Observation.GradeOverridden g -> "grade";
                            case Observation.EpisodeOpened e -> "episode";
                            case Observation.Note n -> "note";
                            case Observation.DeathDueToCrs d -> "death";
                        });
    }
}
