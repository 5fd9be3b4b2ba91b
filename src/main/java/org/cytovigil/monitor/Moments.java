package org.cytovigil.monitor;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.cytovigil.alarm.Moment;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;

/** Gathers the assessments of one moment, which come scale by scale, for those who look at all. */
final class Moments {
    private final Consumer<Moment> look;
    private final Map<ScaleId, Assessment> gathered = new EnumMap<>(ScaleId.class);

    Moments(Consumer<Moment> look) {
        this.look = look;
    }

    /** Takes an assessment; they come in the order of time. */
    void take(Assessment assessment) {
        boolean next =
                !gathered.isEmpty()
                        && !gathered.values().iterator().next().at().equals(assessment.at());
        if (next || gathered.containsKey(assessment.scale())) {
            end();
        }
        gathered.put(assessment.scale(), assessment);
    }

    /** All of the last moment have come. */
    void end() {
        if (gathered.isEmpty()) {
            return;
        }
        Assessment any = gathered.values().iterator().next();
        Assessment unit = gathered.get(any.policy().scale());
        if (unit != null) {
            look.accept(new Moment(unit, new EnumMap<>(gathered)));
        }
        gathered.clear();
    }
}
