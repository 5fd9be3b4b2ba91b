package org.cytovigil.clinical;

import java.util.List;

/**
 * What the review names as making severe CRS likelier: a high dose of cells, a high burden of
 * disease, intensive lymphodepletion, severe thrombocytopenia, a high ferritin before the infusion
 * (Clinical basis, "Risk factors"). It is charted and shown; no grade, alarm, check or score goes
 * by it.
 */
public sealed interface RiskFactor {
    /** The most characters of a text. */
    int LONGEST = 80;

    /** The analytes of which the review names the value before the infusion. */
    List<Analyte> BASELINES = List.of(Analyte.PLATELETS, Analyte.FERRITIN);

    /**
     * How many cells were infused.
     *
     * @param millions in 10^6 cells, or in 10^6 cells for each kilogram
     * @param per what they are counted for
     */
    record CellDose(double millions, Per per) implements RiskFactor {}

    /** What a dose of cells is counted for. */
    enum Per {
        /** The whole dose. */
        PATIENT,
        KILOGRAM
    }

    /**
     * How much disease there was before the infusion.
     *
     * @param measure in words, such as "60 % blasts in the marrow"; empty when not said
     */
    record DiseaseBurden(String measure, Judged judged) implements RiskFactor {
        /**
         * @throws IllegalArgumentException when the text is none of one line
         */
        public DiseaseBurden {
            check(measure);
        }
    }

    /**
     * What was given before the cells.
     *
     * @param regimen in words, such as "fludarabine + cyclophosphamide"; empty when not said
     * @param judged high is intensive
     */
    record Lymphodepletion(String regimen, Judged judged) implements RiskFactor {
        /**
         * @throws IllegalArgumentException when the text is none of one line
         */
        public Lymphodepletion {
            check(regimen);
        }
    }

    /** What a clinician judges; the review gives no threshold. */
    enum Judged {
        UNSTATED,
        NOT_HIGH,
        HIGH
    }

    /**
     * A laboratory value before the infusion.
     *
     * @param value in the unit in which the analyte is kept
     */
    record Baseline(Analyte analyte, double value) implements RiskFactor {
        /**
         * @throws IllegalArgumentException when the analyte is none of {@link #BASELINES}
         */
        public Baseline {
            if (!BASELINES.contains(analyte)) {
                throw new IllegalArgumentException("no baseline is charted of " + analyte.label());
            }
        }
    }

    private static void check(String text) {
        if (text.length() > LONGEST || !text.equals(text.strip()) || !OneLine.is(text)) {
            throw new IllegalArgumentException(
                    "no text of one line and at most %d characters".formatted(LONGEST));
        }
    }
}
