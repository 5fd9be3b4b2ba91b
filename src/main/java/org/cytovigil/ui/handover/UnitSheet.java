package org.cytovigil.ui.handover;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Stay;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.report.pdf.Block;
import org.cytovigil.report.pdf.Sheet;
import org.cytovigil.ui.theme.Texts;

/** The hand-over of the whole unit on paper, with room for a pen. */
// [impl->req~report.unit-sheet~1]
public final class UnitSheet {
    private UnitSheet() {}

    /** The sheet of the unit at the moment of the snapshot. */
    public static Sheet of(UnitSnapshot unit, Printing printing) {
        UnitOverview told = UnitOverview.of(unit, printing.zone());
        List<Block.Row> rows = told.rows().stream().map(UnitSheet::row).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                rows.isEmpty()
                        ? new Block.Paragraph(Texts.of("paper.unit-empty"), Block.Weight.NORMAL)
                        : new Block.Table(columns(), rows));
        boolean past =
                unit.stays().stream()
                        .map(stay -> stay.stay().origin())
                        .anyMatch(
                                origin ->
                                        origin == Stay.Origin.REAL_CASE
                                                || origin == Stay.Origin.SYNTHETIC_CASE);
        return printing.sheet(Texts.of("paper.unit"), true, told.title(), unit.at(), past, blocks);
    }

    private static List<Block.Column> columns() {
        return List.of(
                column("patient", 2.3),
                column("grade", 2.9),
                column("vitals", 2.1),
                column("support", 2.4),
                column("alarms", 2.6),
                column("due", 2),
                new Block.Column(Texts.of("paper.column.notes"), 2.4, true));
    }

    private static Block.Column column(String key, double share) {
        return new Block.Column(Texts.of("paper.column." + key), share);
    }

    private static Block.Row row(UnitOverview.Row told) {
        List<String> who = new ArrayList<>(told.who());
        who.addAll(told.day());
        return new Block.Row(
                List.of(
                        cell(told.bed(), who),
                        cell(told.grade(), told.why()),
                        cell("", told.vitals()),
                        cell("", told.support()),
                        cell(String.join("\n", told.waiting()), told.alarms()),
                        cell(String.join("\n", told.overdue()), told.due()),
                        cell("", List.of())));
    }

    private static Block.Cell cell(String lead, List<String> lines) {
        return new Block.Cell(lead, String.join("\n", lines));
    }

    /** A name for the file. */
    static String fileName(Printing printing) {
        return printing.fileName("unit-hand-over", "");
    }
}
