package org.cytovigil.derived;

import java.util.List;
import java.util.Optional;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.HighDose;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.SitePolicy;

/** The norepinephrine equivalent of the VASST trial, by which the scales tell a high dose. */
final class VasstEquivalent {
    static final Definition DEFINITION =
            new Definition(
                    "norepinephrine-equivalent-vasst",
                    "NE equivalent (VASST, for the scales' high-dose rule)",
                    "norepinephrine + epinephrine + phenylephrine / 10 (all ug/min) + dopamine"
                            + " (ug/kg/min) / 2",
                    "Lee 2014, Blood 124:188, table 4, after the VASST trial",
                    "ug/min",
                    2);

    private VasstEquivalent() {}

    /** The value; empty when no vasopressor runs. */
    static Optional<DerivedValue> of(ClinicalPicture picture, SitePolicy policy) {
        if (!RunningDoses.any(picture)) {
            return Optional.empty();
        }
        Gathering gathering = new Gathering(DEFINITION, picture, policy);
        boolean byWeight = false;
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            if (RunningDoses.counts(running)) {
                RunningDoses.input(gathering, running);
                lookAtTerm(gathering, running);
                HighDose.Amount part = equivalent(picture, policy, List.of(running));
                byWeight |= part.most() > part.least() && Double.isFinite(part.most());
            }
        }
        if (byWeight) {
            gathering.lacks(RunningDoses.weights(gathering));
        }
        HighDose.Amount sum = equivalent(picture, policy, picture.vasopressors().drugs());
        gathering.remark("a single drug goes by its own row of the table");
        return Optional.of(
                sum.least() == 0 && Double.isInfinite(sum.most())
                        ? gathering.none()
                        : gathering.amount(sum.least(), sum.most()));
    }

    private static HighDose.Amount equivalent(
            ClinicalPicture picture, SitePolicy policy, List<RunningVasopressor> drugs) {
        return HighDose.equivalent(drugs, picture.patient().weight(), policy);
    }

    private static void lookAtTerm(Gathering gathering, RunningVasopressor running) {
        String drug = running.infusion().drug().id();
        switch (running.infusion().drug()) {
            case NOREPINEPHRINE, EPINEPHRINE, PHENYLEPHRINE, DOPAMINE -> {
                if (running.infusion().rate() == null) {
                    gathering.lacks("dose of " + drug + ": not charted");
                }
            }
            case VASOPRESSIN ->
                    gathering.remark("vasopressin is not in the sum and lowers the limit");
            case ANGIOTENSIN_II, METARAMINOL -> gathering.remark(drug + " is not in the sum");
            case DOBUTAMINE, MILRINONE -> {}
        }
    }
}
