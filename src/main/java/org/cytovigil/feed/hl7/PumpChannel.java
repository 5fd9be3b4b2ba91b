package org.cytovigil.feed.hl7;

import java.util.List;
import java.util.stream.Stream;
import org.cytovigil.feed.mapping.PumpReading;

/**
 * The results about one drug in one pump.
 *
 * @param own what stands beside the drug
 * @param common what holds for the pump as a whole
 */
record PumpChannel(List<Finding> own, List<Finding> common) {
    Finding first() {
        return own.getFirst();
    }

    List<Hl7Segment> segments() {
        return Stream.concat(common.stream(), own.stream())
                .map(Finding::segment)
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .toList();
    }

    /** What the pump does with its drug. */
    PumpReading.Outcome read() {
        return new PumpReading(
                        own.stream().map(Finding::mapped).toList(),
                        common.stream().map(Finding::mapped).toList())
                .read();
    }
}
