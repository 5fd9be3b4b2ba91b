package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.grading.LaboratoryValue;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.Readouts.Line;
import org.cytovigil.ui.trend.Readouts.Readout;

/** The latest results in words, each with its unit and how old it is. */
final class LaboratoryReadout {
    private LaboratoryReadout() {}

    /** The first of the analytes in large type, the others among the lines. */
    static Readout of(StaySnapshot stay) {
        Map<Analyte, LaboratoryValue> known = stay.picture().laboratory();
        Instant now = stay.picture().at();
        Duration fresh = stay.policy().get(Settings.LABORATORY_FRESH);
        Readout first = null;
        List<Line> lines = new ArrayList<>();
        for (Analyte analyte : LaboratoryLane.SHOWN) {
            LaboratoryValue value = known.get(analyte);
            if (value == null) {
                continue;
            }
            boolean stale = Duration.between(value.at(), now).compareTo(fresh) > 0;
            String age = Wording.age(value.at(), now);
            if (first == null) {
                first =
                        new Readout(
                                analyte.label() + " " + number(value.value()),
                                unit(analyte),
                                stale,
                                List.of());
                lines.add(
                        new Line(
                                Texts.of(stale ? "bedside.value.stale" : "bedside.value.ago", age),
                                false));
            } else {
                String result =
                        Texts.of(
                                "trend.laboratory.value",
                                analyte.label(),
                                number(value.value()),
                                unit(analyte));
                lines.add(new Line(Texts.of("trend.value.aged", result, age), stale));
            }
        }
        return first == null
                ? new Readout("–", "", false, List.of(ReadoutWriter.never()))
                : new Readout(first.value(), first.unit(), first.stale(), List.copyOf(lines));
    }

    /** Three figures do: "0.4", "152", "8230". */
    static String number(double value) {
        return value < 10
                ? Wording.number(Math.rint(value * 100) / 100)
                : value < 100
                        ? Wording.number(Math.rint(value * 10) / 10)
                        : String.format(Locale.ROOT, "%d", Math.round(value));
    }

    /** The unit as people write it. */
    static String unit(Analyte analyte) {
        return switch (analyte) {
            case PLATELETS -> Texts.of("trend.unit.platelets");
            default -> analyte.ucum();
        };
    }
}
