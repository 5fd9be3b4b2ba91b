package org.cytovigil.feed.csv;

/**
 * A cell that was charted.
 *
 * @param row where it stands
 * @param position of its column
 * @param name of its column, or its parameter in long form
 * @param column what it is for
 * @param text without blanks around it; never empty
 */
record Cell(QuotedRows.Row row, int position, String name, Column column, String text) {}
