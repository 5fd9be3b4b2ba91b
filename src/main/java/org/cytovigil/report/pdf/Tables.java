package org.cytovigil.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws tables: a row stays whole where a page can hold it, and the head is on every page. */
final class Tables {
    private static final double SIZE = 8;
    private static final double LINE = SIZE * Pages.LEADING;
    private static final double PAD = 2;
    private static final double PEN_LINE = 17;

    private final Pages pages;
    private final Block.Table table;
    private final double[] x;
    private final double[] widths;

    private record Line(String text, boolean strong) {}

    Tables(Pages pages, Block.Table table) {
        this.pages = pages;
        this.table = table;
        int columns = table.columns().size();
        x = new double[columns];
        widths = new double[columns];
        double all = table.columns().stream().mapToDouble(Block.Column::share).sum();
        double at = pages.left();
        for (int i = 0; i < columns; i++) {
            x[i] = at;
            widths[i] = pages.width() * table.columns().get(i).share() / all;
            at += widths[i];
        }
    }

    void draw() throws IOException {
        List<List<Line>> head = head();
        double headHeight = height(head);
        pages.need(headHeight + 3 * LINE);
        row(head, true, 0, lines(head));
        for (Block.Row row : table.rows()) {
            List<List<Line>> cells = cells(row);
            if (height(cells) > pages.room() && height(cells) <= pages.wholeRoom() - headHeight) {
                pages.next();
                row(head, true, 0, lines(head));
            }
            int from = 0;
            int all = lines(cells);
            while (from < all) {
                int fit = (int) Math.floor((pages.room() - 2 * PAD) / LINE);
                if (fit < Math.min(2, all - from)) {
                    pages.next();
                    row(head, true, 0, lines(head));
                    fit = Math.max(1, (int) Math.floor((pages.room() - 2 * PAD) / LINE));
                }
                int to = Math.min(all, from + fit);
                row(cells, false, from, to);
                from = to;
            }
        }
        pages.down(4);
    }

    private List<List<Line>> head() {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            List<Line> lines = new ArrayList<>();
            add(lines, table.columns().get(i).title(), true, i);
            cells.add(lines);
        }
        return cells;
    }

    private List<List<Line>> cells(Block.Row row) {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            Block.Cell cell = row.cells().get(i);
            List<Line> lines = new ArrayList<>();
            add(lines, cell.lead(), true, i);
            add(lines, cell.text(), false, i);
            cells.add(lines);
        }
        return cells;
    }

    private void add(List<Line> lines, String text, boolean strong, int column) {
        if (text.isEmpty()) {
            return;
        }
        Typeface face = pages.face(strong);
        for (String line : Words.wrap(face, SIZE, face.drawable(text), widths[column] - 2 * PAD)) {
            lines.add(new Line(line, strong));
        }
    }

    private static int lines(List<List<Line>> cells) {
        return Math.max(1, cells.stream().mapToInt(List::size).max().orElse(1));
    }

    private static double height(List<List<Line>> cells) {
        return lines(cells) * LINE + 2 * PAD;
    }

    /** Draws those lines of a row. */
    private void row(List<List<Line>> cells, boolean head, int from, int to) throws IOException {
        double top = pages.y();
        double height = (to - from) * LINE + 2 * PAD;
        PDPageContentStream stream = pages.content();
        if (head) {
            stream.setNonStrokingColor(0.9f);
            stream.addRect(
                    Pages.f(pages.left()),
                    Pages.f(top - height),
                    Pages.f(pages.width()),
                    Pages.f(height));
            stream.fill();
            stream.setNonStrokingColor(0f);
        }
        for (int i = 0; i < cells.size(); i++) {
            List<Line> lines = cells.get(i);
            for (int k = from; k < Math.min(to, lines.size()); k++) {
                Line line = lines.get(k);
                double base = top - PAD - (k - from) * LINE - SIZE;
                pages.show(pages.face(line.strong), SIZE, line.text, x[i] + PAD, base);
            }
            if (!head && table.columns().get(i).forPen()) {
                penLines(i, top, height);
            }
        }
        pages.down(height);
        stream.setStrokingColor(head ? 0f : 0.6f);
        pages.rule(pages.y(), head ? 0.8 : 0.4);
        stream.setStrokingColor(0f);
    }

    private void penLines(int column, double top, double height) throws IOException {
        PDPageContentStream stream = pages.content();
        stream.setStrokingColor(0.6f);
        stream.setLineWidth(0.4f);
        stream.setLineDashPattern(new float[] {1, 2}, 0);
        for (double y = top - PEN_LINE; y > top - height + 4; y -= PEN_LINE) {
            stream.moveTo(Pages.f(x[column] + PAD), Pages.f(y));
            stream.lineTo(Pages.f(x[column] + widths[column] - PAD), Pages.f(y));
            stream.stroke();
        }
        stream.setLineDashPattern(new float[] {}, 0);
        stream.setStrokingColor(0f);
    }
}
