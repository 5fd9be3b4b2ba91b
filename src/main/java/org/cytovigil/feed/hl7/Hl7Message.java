package org.cytovigil.feed.hl7;

import java.util.List;

/**
 * A message whose header could be read.
 *
 * @param text the whole of it, decoded
 * @param header the fields of its MSH segment as they came
 * @param segments those that are read, in order, MSH not among them
 * @param unknown lines that are no segment of any message; each would be lost otherwise
 */
record Hl7Message(
        String text, Header header, List<Hl7Segment> segments, List<UnknownLine> unknown) {

    /**
     * A line that is no segment.
     *
     * @param line its number, counted from 1
     */
    record UnknownLine(int line, String raw) {}
}
