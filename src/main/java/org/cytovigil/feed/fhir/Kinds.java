package org.cytovigil.feed.fhir;

import org.cytovigil.clinical.Observation;
import org.cytovigil.feed.mapping.Target;

/** Whether a fact is of what a code stands for, also when the value beside the code is gone. */
final class Kinds {
    private Kinds() {}

    static boolean is(Target target, Observation fact) {
        return switch (target) {
            case Target.BodyTemperature temperature -> fact instanceof Observation.BodyTemperature;
            case Target.Pressure pressure -> fact instanceof Observation.BloodPressure;
            case Target.Sign(Target.VitalSign sign) -> is(sign, fact);
            case Target.Laboratory(var analyte) ->
                    fact instanceof Observation.LaboratoryResult result
                            && result.analyte() == analyte;
            case Target.DrugGiven(String drug) ->
                    fact instanceof Observation.TreatmentGiven given
                            && given.treatment().ingredient().equals(drug);
            case Target.Text(Target.TextKind kind) ->
                    kind == Target.TextKind.OXYGEN_DEVICE
                            && (fact instanceof Observation.OxygenDevice
                                    || fact instanceof Observation.OxygenSettings);
            case Target.Pump pump -> false;
            case Target.NotOfInterest none -> false;
        };
    }

    private static boolean is(Target.VitalSign sign, Observation fact) {
        return switch (sign) {
            case OXYGEN_SATURATION -> fact instanceof Observation.OxygenSaturation;
            case HEART_RATE -> fact instanceof Observation.HeartRate;
            case RESPIRATORY_RATE -> fact instanceof Observation.RespiratoryRate;
            case INSPIRED_OXYGEN, OXYGEN_FLOW -> fact instanceof Observation.OxygenSettings;
            case WEIGHT -> fact instanceof Observation.BodyWeight;
            case HEIGHT -> fact instanceof Observation.BodyHeight;
            case ICE, CAPD -> fact instanceof Observation.NeurologicalExamination;
            case FLUID_BOLUS -> fact instanceof Observation.FluidBolus;
        };
    }
}
