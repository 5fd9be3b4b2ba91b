package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.ScaleId;

/** Toxicity of organs in words, and which of it decides. */
final class OrganFacts {
    /** A fact, and the grade that it alone gives on the scale. */
    private record Weighed(String words, int grade) {
        StatedFact stated() {
            return StatedFact.standing(Axis.ORGANS, words);
        }
    }

    private OrganFacts() {}

    /** Everything charted of organs. */
    static List<StatedFact> of(Assessment assessment) {
        return weighed(assessment).stream().map(Weighed::stated).toList();
    }

    /** What sets the grade of this axis, each of several that do; none when nothing counts. */
    static List<StatedFact> deciding(Assessment assessment) {
        int grade = assessment.deciding().range().lowest();
        return weighed(assessment).stream()
                .filter(fact -> grade > 0 && fact.grade() == grade)
                .map(Weighed::stated)
                .toList();
    }

    private static List<Weighed> weighed(Assessment assessment) {
        ClinicalPicture picture = assessment.picture();
        boolean penn = assessment.scale() == ScaleId.PENN;
        List<Weighed> facts = new ArrayList<>();
        for (Map.Entry<Organ, Integer> toxicity : picture.organToxicity().entrySet()) {
            Organ organ = toxicity.getKey();
            int grade = toxicity.getValue();
            facts.add(
                    new Weighed(
                            "%s toxicity CTCAE grade %d"
                                    .formatted(organ.name().toLowerCase(Locale.ROOT), grade),
                            penn ? onPenn(organ, grade) : OrganFindings.counted(organ, grade)));
        }
        if (picture.coagulopathyTreated()) {
            facts.add(new Weighed("coagulopathy treated with plasma products", penn ? 3 : 0));
        }
        if (picture.intravenousTherapy()) {
            facts.add(new Weighed("intravenous therapy for symptoms", penn ? 2 : 0));
        }
        return facts;
    }

    /** Penn 3 from creatinine 3 or transaminases 4 on, 2 a CTCAE grade below (Porter 2018). */
    private static int onPenn(Organ organ, int grade) {
        int counted =
                switch (organ) {
                    case RENAL -> Math.min(3, grade);
                    case TRANSAMINASES -> Math.min(3, grade - 1);
                    case CARDIAC,
                            HEPATIC,
                            PULMONARY,
                            GASTROINTESTINAL,
                            COAGULATION,
                            NEUROLOGICAL,
                            SKIN,
                            OTHER ->
                            0;
                };
        return counted >= 2 ? counted : 0;
    }
}
