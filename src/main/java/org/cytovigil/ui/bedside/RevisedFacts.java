package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.AmendedFact;
import org.cytovigil.monitor.LateFact;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.FactValues;

/** Says which facts came late, were corrected or taken out. */
// [impl->req~ui.data-quality~1]
final class RevisedFacts {
    private static final int SHOWN = 5;

    private record Told(Instant learned, GradeCard.Line line) {}

    private RevisedFacts() {}

    /** The latest of them, the one learned last first; nothing of a replay's future. */
    static List<GradeCard.Line> lines(StaySnapshot stay, Instant now) {
        StayTime time = StayTime.of(stay.stay());
        List<Told> told = new ArrayList<>();
        stay.late().forEach(fact -> told.add(new Told(fact.learned(), late(fact, time))));
        stay.amended().forEach(fact -> told.add(new Told(fact.learned(), amended(fact, time))));
        return told.stream()
                .filter(one -> !one.learned().isAfter(now))
                .sorted(Comparator.comparing(Told::learned).reversed())
                .limit(SHOWN)
                .map(Told::line)
                .toList();
    }

    private static GradeCard.Line late(LateFact fact, StayTime time) {
        return new GradeCard.Line(
                Texts.of(
                        "bedside.revised.late",
                        FactValues.named(fact.observation()),
                        time.moment(fact.at()),
                        Wording.age(fact.at(), fact.learned())),
                Texts.of("bedside.revised.learned", time.moment(fact.learned())));
    }

    private static GradeCard.Line amended(AmendedFact fact, StayTime time) {
        Observation is = fact.is();
        String value = is == null ? "" : FactValues.of(is);
        String key =
                is == null
                        ? "bedside.revised.taken-out"
                        : value.isEmpty()
                                ? "bedside.revised.corrected"
                                : "bedside.revised.corrected-to";
        return new GradeCard.Line(
                Texts.of(key, FactValues.named(fact.was()), time.moment(fact.at()), value),
                Texts.of(
                        "bedside.revised.why",
                        fact.reason(),
                        fact.by(),
                        time.moment(fact.learned())));
    }
}
