package org.cytovigil.ui.trend;

import java.util.List;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.monitor.ChartData.Examined;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Which of the two scores a chart shows: ICE, or CAPD for children. */
enum NeurologyScore {
    ICE("ICE", IceScore.BEST),
    CAPD("CAPD", CapdScore.QUESTIONS * CapdScore.MOST_PER_QUESTION);

    private final String label;
    private final int best;

    NeurologyScore(String label, int best) {
        this.label = label;
        this.best = best;
    }

    /** The fewest and the most points that what was charted allows. */
    record Points(int least, int most) {
        /** "8", or "6–8" when tasks were left out. */
        @Override
        public String toString() {
            return least == most ? Integer.toString(least) : least + "–" + most;
        }
    }

    String label() {
        return label;
    }

    /** The highest number of points. */
    int highest() {
        return best;
    }

    /** The points of an examination; {@code null} when this was not scored. */
    @Nullable Points of(NeurologicalExamination examination) {
        return switch (this) {
            case ICE -> {
                IceScore ice = examination.ice();
                yield ice == null ? null : new Points(ice.least(), ice.most());
            }
            case CAPD -> {
                CapdScore capd = examination.capd();
                yield capd == null ? null : new Points(capd.least(), capd.most());
            }
        };
    }

    /** The one scored last by a moment; ICE when none was. */
    static NeurologyScore lastOf(List<Examined> examinations, long time) {
        for (int i = Steps.lastAt(examinations, Examined::at, time); i >= 0; i--) {
            NeurologicalExamination found = examinations.get(i).examination();
            if (found.ice() != null) {
                return ICE;
            }
            if (found.capd() != null) {
                return CAPD;
            }
        }
        return ICE;
    }

    /** "ICE 8", "CAPD 12"; "examined" when neither was scored. */
    static String words(NeurologicalExamination found) {
        for (NeurologyScore score : values()) {
            Points points = score.of(found);
            if (points != null) {
                return score.label + " " + points;
            }
        }
        return Texts.of("trend.examined");
    }
}
