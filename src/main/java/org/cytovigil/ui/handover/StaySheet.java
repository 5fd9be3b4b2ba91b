package org.cytovigil.ui.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Block;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.theme.Texts;

/** The hand-over of one stay on paper. */
// [impl->req~report.stay-sheet~1]
public final class StaySheet {
    private static final Duration PICTURE = Duration.ofHours(24);

    private StaySheet() {}

    /** The sheet of a stay at the moment of the snapshot. */
    public static Sheet of(StaySnapshot stay, UnitSnapshot unit, Printing printing) {
        Instant now = unit.at();
        Instant shift = now.minus(HandOvers.TOLD);
        Instant day = now.minus(PICTURE);
        StayTables tables = new StayTables(stay, unit, printing);
        List<Block> blocks = new ArrayList<>();
        for (HandOver.Part part : HandOvers.besideTables(stay, unit, printing.zone()).parts()) {
            blocks.add(new Block.Heading(part.heading()));
            blocks.add(new Block.Bullets(part.lines()));
        }
        // Before the tables, which can go on over a page where a picture cannot.
        blocks.add(new Block.Heading(Texts.of("paper.trend-day")));
        blocks.add(new Block.Picture(TrendPlots.of(stay, printing, now, day, now)));
        blocks.addAll(StayTables.under("paper.alarms", tables.alarms(), "paper.no-alarms"));
        blocks.addAll(tables.due());
        blocks.addAll(StayTables.under("paper.grades-day", tables.grades(day), "paper.no-change"));
        blocks.addAll(
                StayTables.under(
                        "paper.treatments-told",
                        tables.treatments(event -> isTold(event, day)),
                        "paper.no-treatments"));
        blocks.addAll(StayTables.under("paper.answers", tables.answers(shift), "paper.no-answers"));
        return printing.patient(Texts.of("paper.stay"), stay, now, blocks);
    }

    /** Steroids and drugs against cytokines count for the whole stay, the rest for a day. */
    private static boolean isTold(TimedFact event, Instant day) {
        boolean counted =
                event.observation() instanceof Observation.TreatmentGiven(Treatment given)
                        && (given.effect() == Treatment.Effect.STEROID
                                || given.effect() == Treatment.Effect.ANTICYTOKINE);
        return counted || !event.at().isBefore(day);
    }

    /** A name for the file, without the patient's. */
    static String fileName(String bed, Printing printing) {
        return printing.fileName("hand-over", bed);
    }
}
