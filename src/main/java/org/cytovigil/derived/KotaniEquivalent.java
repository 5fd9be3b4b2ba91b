package org.cytovigil.derived;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.NorepinephrineEquivalent;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/** The norepinephrine equivalent of Kotani 2023: the trend of all vasopressors together. */
final class KotaniEquivalent {
    static final Definition DEFINITION =
            new Definition(
                    "norepinephrine-equivalent-kotani",
                    "NE equivalent (Kotani, trend)",
                    "norepinephrine + epinephrine + 0.06 x phenylephrine + 0.01 x dopamine (all"
                            + " ug/kg/min) + 2.5 x vasopressin (U/min)",
                    "Kotani et al., Critical Care 2023;27:29",
                    "ug/kg/min",
                    3);

    private KotaniEquivalent() {}

    /** The value; empty when no vasopressor runs. */
    static Optional<DerivedValue> of(ClinicalPicture picture, SitePolicy policy) {
        if (!RunningDoses.any(picture)) {
            return Optional.empty();
        }
        Gathering gathering = new Gathering(DEFINITION, picture, policy);
        double least = 0;
        double most = 0;
        boolean byWeight = false;
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            if (RunningDoses.counts(running)) {
                RunningDoses.input(gathering, running);
                VasopressorInfusion infusion =
                        running.infusion().settled(policy.get(Settings.NOREPINEPHRINE_MASS));
                Part part = part(gathering, infusion);
                least += part.least();
                most += part.most();
                byWeight |= part.most() > part.least() && Double.isFinite(part.most());
            }
        }
        if (byWeight) {
            gathering.lacks(RunningDoses.weights(gathering));
        }
        gathering.remark("for the trend, not what the scales' high-dose rule goes by");
        return Optional.of(
                least == 0 && Double.isInfinite(most)
                        ? gathering.none()
                        : gathering.amount(least, most));
    }

    private record Part(double least, double most) {}

    private static Part part(Gathering gathering, VasopressorInfusion infusion) {
        String drug = infusion.drug().id();
        if (infusion.rate() == null) {
            gathering.lacks("dose of " + drug + ": not charted");
            return new Part(0, Double.POSITIVE_INFINITY);
        }
        Weight weight = gathering.picture().patient().weight();
        OptionalDouble known = sum(infusion, weight);
        if (known.isPresent()) {
            return new Part(known.getAsDouble(), known.getAsDouble());
        }
        // Known for a weight but not without one: the ends of the range of weights are its ends.
        OptionalDouble light = sum(infusion, gathering.policy().get(Settings.LIGHTEST));
        OptionalDouble heavy = sum(infusion, gathering.policy().get(Settings.HEAVIEST));
        if (light.isEmpty() || heavy.isEmpty()) {
            gathering.lacks(drug + ": has no term in this sum");
            return new Part(0, Double.POSITIVE_INFINITY);
        }
        return new Part(
                Math.min(light.getAsDouble(), heavy.getAsDouble()),
                Math.max(light.getAsDouble(), heavy.getAsDouble()));
    }

    private static OptionalDouble sum(VasopressorInfusion infusion, @Nullable Weight weight) {
        return NorepinephrineEquivalent.of(List.of(infusion), weight);
    }
}
