package org.cytovigil.report.pdf;

import java.util.List;

/** A part of a sheet. */
public sealed interface Block {
    /** The heading of a part; never left alone at the foot of a page. */
    record Heading(String text) implements Block {}

    /** Words of some weight. */
    record Paragraph(String text, Weight weight) implements Block {}

    /** How words are set. */
    enum Weight {
        NORMAL,
        STRONG,
        MUTED
    }

    /** Sentences, each with a dash before it. */
    record Bullets(List<String> lines) implements Block {
        public Bullets {
            lines = List.copyOf(lines);
        }
    }

    /** Facts with their names before them. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A fact and its name. */
    record Fact(String name, String value) {}

    /** A table, whose head is repeated on each page. */
    record Table(List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column.
     *
     * @param share of the width, in relation to the other columns
     * @param forPen whether it is left to be written in by hand, with lines to write on
     */
    record Column(String title, double share, boolean forPen) {
        /** A column that is filled in. */
        public Column(String title, double share) {
            this(title, share, false);
        }
    }

    /** A row; as many cells as there are columns. */
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of plain words. */
        public static Row of(String... words) {
            return new Row(List.of(words).stream().map(word -> new Cell("", word)).toList());
        }
    }

    /**
     * A cell.
     *
     * @param lead what is read first, in bold letters; empty for none
     * @param text the rest; line breaks count
     */
    record Cell(String lead, String text) {}

    /** A picture of how values went. */
    record Picture(Plot plot) implements Block {}

    /** What follows begins on a page of its own. */
    record NextPage() implements Block {}
}
