package org.cytovigil.derived;

import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;

/** What the two norepinephrine equivalents have in common: the running vasopressors as inputs. */
final class RunningDoses {
    private RunningDoses() {}

    /** Whether a vasopressor runs; an inotrope is none. */
    static boolean any(ClinicalPicture picture) {
        return picture.vasopressors().drugs().stream().anyMatch(RunningDoses::counts);
    }

    static boolean counts(RunningVasopressor running) {
        return running.infusion().drug().role() != Vasopressor.Role.INOTROPE;
    }

    /** The drug and its dose as charted, with what must be said of it. */
    static void input(Gathering gathering, RunningVasopressor running) {
        VasopressorInfusion infusion = running.infusion();
        DoseRate rate = infusion.rate();
        gathering.input(
                infusion.drug().id(),
                rate == null ? "dose unknown" : Wording.dose(rate),
                running.confirmed());
        Salt salt = infusion.settled(gathering.policy().get(Settings.NOREPINEPHRINE_MASS)).salt();
        if (infusion.drug() == Vasopressor.NOREPINEPHRINE && salt == Salt.TARTRATE) {
            gathering.remark("norepinephrine tartrate: half counts, as base");
        }
        if (running.isUnconfirmed(gathering.picture().at(), gathering.policy())) {
            gathering.remark(
                    "%s was last charted %s ago and still counts"
                            .formatted(
                                    infusion.drug().id(),
                                    Wording.age(running.confirmed(), gathering.picture().at())));
        }
    }

    /** What a range by weight was reckoned with. */
    static String weights(Gathering gathering) {
        return "weight: never charted; reckoned from %s to %s"
                .formatted(
                        gathering.policy().text(Settings.LIGHTEST),
                        gathering.policy().text(Settings.HEAVIEST));
    }
}
