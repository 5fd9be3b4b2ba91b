package org.cytovigil.feed.hl7;

import java.util.List;
import org.cytovigil.clinical.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A fact made of one or more results.
 *
 * @param first the first of them
 * @param observation the fact
 * @param remark what of them could not be used, or {@code null} when all could
 * @param results the segments that a remark is about
 */
record Joined(
        Finding first,
        Observation observation,
        @Nullable String remark,
        List<Hl7Segment> results) {}
