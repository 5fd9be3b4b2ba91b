package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.jspecify.annotations.Nullable;

/**
 * Two neurological examinations of one moment as one, the worse in every part: neither may hide
 * what the other found.
 */
// [impl->req~grading.examinations-joined~1]
final class Examinations {
    private Examinations() {}

    /**
     * The worse in every part; a part that only one has charted is that one's. Sedation makes score
     * and consciousness of its own examination meaningless, so beside one without sedation that
     * tells either of them they are left out, and the patient counts as examined without sedation.
     */
    static NeurologicalExamination worse(
            NeurologicalExamination one, NeurologicalExamination other) {
        NeurologicalExamination awake = tells(one) ? one : other;
        boolean both = tells(one) == tells(other);
        return new NeurologicalExamination(
                both ? either(one.ice(), other.ice(), Examinations::worseIce) : awake.ice(),
                both ? either(one.capd(), other.capd(), Examinations::worseCapd) : awake.capd(),
                both ? worst(one.consciousness(), other.consciousness()) : awake.consciousness(),
                worst(one.seizure(), other.seizure()),
                worst(one.motorWeakness(), other.motorWeakness()),
                worst(one.oedema(), other.oedema()),
                both ? worst(one.sedated(), other.sedated()) : awake.sedated());
    }

    /** Whether score or consciousness were examined, and not under sedation. */
    private static boolean tells(NeurologicalExamination found) {
        return !Boolean.TRUE.equals(found.sedated())
                && (found.ice() != null || found.capd() != null || found.consciousness() != null);
    }

    /** A sum within what the tasks allow says more than they; else the fewer points. */
    private static IceScore worseIce(IceScore one, IceScore other) {
        if (one instanceof IceScore.Items tasks && other instanceof IceScore.Items others) {
            return new IceScore.Items(
                    least(tasks.year(), others.year()),
                    least(tasks.month(), others.month()),
                    least(tasks.city(), others.city()),
                    least(tasks.hospital(), others.hospital()),
                    least(tasks.objects(), others.objects()),
                    least(tasks.command(), others.command()),
                    least(tasks.sentence(), others.sentence()),
                    least(tasks.counting(), others.counting()));
        }
        if (one.most() != other.most()) {
            return one.most() < other.most() ? one : other;
        }
        return one instanceof IceScore.Total ? one : other;
    }

    /** A sum within what the questions allow says more than they; else the more points. */
    private static CapdScore worseCapd(CapdScore one, CapdScore other) {
        if (one instanceof CapdScore.Items questions && other instanceof CapdScore.Items others) {
            List<@Nullable Integer> points = new ArrayList<>();
            for (int i = 0; i < CapdScore.QUESTIONS; i++) {
                points.add(worst(questions.points().get(i), others.points().get(i)));
            }
            return new CapdScore.Items(points);
        }
        if (one.least() != other.least()) {
            return one.least() > other.least() ? one : other;
        }
        return one instanceof CapdScore.Total ? one : other;
    }

    /** The greater; of an enumeration, whose values stand from mild to grave, the graver. */
    private static <T extends Comparable<T>> @Nullable T worst(@Nullable T one, @Nullable T other) {
        return either(one, other, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /** The lesser: a task not done, or fewer objects named. */
    private static <T extends Comparable<T>> @Nullable T least(@Nullable T one, @Nullable T other) {
        return either(one, other, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private static <T> @Nullable T either(
            @Nullable T one, @Nullable T other, BinaryOperator<T> both) {
        if (one == null) {
            return other;
        }
        return other == null ? one : both.apply(one, other);
    }
}
