package org.cytovigil.monitor;

import java.util.Comparator;
import java.util.List;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Which of two different facts of one kind with the same time stands. The order in which they
 * arrived must not decide, or a replay would grade otherwise than the day itself; the graver one
 * does.
 */
final class Contradiction {
    private static final List<Class<? extends OxygenSupport>> SUPPORT =
            List.of(
                    OxygenSupport.RoomAir.class,
                    OxygenSupport.Unrecognised.class,
                    OxygenSupport.NasalCannula.class,
                    OxygenSupport.BlowBy.class,
                    OxygenSupport.HighFlowCannula.class,
                    OxygenSupport.Mask.class,
                    OxygenSupport.Cpap.class,
                    OxygenSupport.Bipap.class,
                    OxygenSupport.Ventilator.class);

    /**
     * Facts of one moment, subject by subject, the graver behind; of equally grave ones the order
     * of their texts decides, so that there is always an order.
     */
    static final Comparator<Observation> GRAVER_LAST =
            Comparator.comparingInt(Contradiction::subject)
                    .thenComparingDouble(Contradiction::gravity)
                    .thenComparing(Observation::toString)
                    .thenComparing(Contradiction::written);

    /** For comparing doses per kilogram with others; the limits go by the patient's own weight. */
    private static final Weight USUAL_WEIGHT = new Weight(70);

    private Contradiction() {}

    /** What a fact is about; facts about different things do not contradict each other. */
    private static int subject(Observation observation) {
        return switch (observation) {
            case Observation.BodyTemperature t -> 0;
            case BloodPressure p -> 1;
            case Observation.OxygenSaturation s -> 2;
            case Observation.HeartRate h -> 3;
            case Observation.RespiratoryRate r -> 4;
            case Observation.BodyWeight w -> 5;
            case Observation.OxygenDevice d -> 6;
            // Settings adjust the device of their set, so they belong behind it.
            case Observation.OxygenSettings s -> 6;
            // The list of all that runs comes first: a drug charted by itself says more of it.
            case Observation.VasopressorList l -> 7;
            case Observation.VasopressorCharted v -> 8;
            case Observation.FluidBolus b -> 9;
            case Observation.ConstitutionalSymptoms c -> 10;
            case Observation.OrganToxicity o -> 11;
            case Observation.CoagulopathyTreated c -> 12;
            case Observation.IntravenousTherapy i -> 13;
            case Observation.LaboratoryResult l -> 14;
            case Observation.Attributed a -> 15;
            case Observation.HypotensionStated h -> 16;
            case Observation.TreatmentGiven t -> 17;
            case Observation.NeurologicalExamination n -> 18;
            case Observation.GradeOverridden g -> 19;
            case Observation.EpisodeOpened e -> 20;
            case Observation.DeathDueToCrs d -> 21;
            case Observation.Note n -> 22;
            case Observation.BodyHeight h -> 23;
            case Observation.RiskFactorCharted r -> 24;
        };
    }

    /** What a fact keeps out of its text for logs. */
    private static String written(Observation observation) {
        return observation instanceof Observation.Note note ? note.text() : "";
    }

    private static double gravity(Observation observation) {
        return switch (observation) {
            case Observation.BodyTemperature t -> t.value().parts();
            case BloodPressure p -> -mmHg(p.systolic());
            case Observation.OxygenSaturation s -> -s.percent();
            case Observation.HeartRate h -> h.perMinute();
            case Observation.RespiratoryRate r -> r.perMinute();
            case Observation.BodyWeight w -> w.weight().kilograms();
            case Observation.OxygenDevice d -> support(d.support());
            case Observation.OxygenSettings s -> 100 + settings(s.flow(), s.fio2());
            case Observation.VasopressorCharted v -> dose(v.infusion());
            case Observation.VasopressorList l -> l.infusions().size();
            case Observation.FluidBolus b -> b.millilitres();
            case Observation.ConstitutionalSymptoms c -> c.present() ? 1 : 0;
            case Observation.OrganToxicity o -> o.ctcaeGrade();
            case Observation.CoagulopathyTreated c -> c.treated() ? 1 : 0;
            case Observation.IntravenousTherapy i -> i.given() ? 1 : 0;
            case Observation.LaboratoryResult l -> l.value();
            // An attribution lowers a grade, so its withdrawal is the graver.
            case Observation.Attributed a -> a.withdrawn() ? 1 : 0;
            case Observation.HypotensionStated h -> 0;
            case Observation.TreatmentGiven t -> t.treatment().masksFever() ? 1 : 0;
            // They are joined, the worse in every part; scores by tasks first, as one has more to
            // say
            // of them than of a sum.
            case Observation.NeurologicalExamination n -> charted(n);
            // An override may lower a grade, so its withdrawal is the graver.
            case Observation.GradeOverridden g ->
                    g.grade() == null ? Double.POSITIVE_INFINITY : g.grade();
            case Observation.EpisodeOpened e -> 0;
            case Observation.DeathDueToCrs d -> 0;
            case Observation.Note n -> 0;
            // Nothing goes by them.
            case Observation.BodyHeight h -> 0;
            case Observation.RiskFactorCharted r -> 0;
        };
    }

    private static double charted(Observation.NeurologicalExamination examination) {
        boolean sum =
                examination.ice() instanceof IceScore.Total
                        || examination.capd() instanceof CapdScore.Total;
        return sum ? 1 : 0;
    }

    private static double mmHg(@Nullable Pressure pressure) {
        return pressure == null ? Double.POSITIVE_INFINITY : pressure.mmHg();
    }

    private static double support(OxygenSupport support) {
        return SUPPORT.indexOf(support.getClass()) + settings(support.flow(), support.fio2());
    }

    /** Below 1, so that the device counts before its settings. */
    private static double settings(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2) {
        double fraction = fio2 == null ? 0 : fio2.fraction();
        double litres = flow == null ? 0 : flow.litresPerMinute();
        return Math.clamp(fraction, 0, 1) / 2 + Math.clamp(litres, 0, 100) / 300;
    }

    private static double dose(VasopressorInfusion infusion) {
        return infusion.rate() == null
                ? Double.POSITIVE_INFINITY
                : infusion.rate().perMinute(USUAL_WEIGHT);
    }
}
