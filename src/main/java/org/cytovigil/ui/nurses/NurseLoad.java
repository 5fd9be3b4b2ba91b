package org.cytovigil.ui.nurses;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.cytovigil.grading.Assessment;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/**
 * What one nurse has in hand.
 *
 * @param nurse who; empty for the patients whom nobody nurses
 * @param beds how many patients
 * @param highest the highest grade that one of them may have for certain: the computed one or the
 *     one a clinician set, whichever is worse; -1 while nothing is known of any
 * @param overdue how many checks of theirs are overdue
 */
// [impl->req~ui.nurse-load~1]
public record NurseLoad(String nurse, int beds, int highest, int overdue) {
    private static final Comparator<String> NAMES =
            Comparator.comparing(String::isEmpty)
                    .thenComparing(String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Comparator.naturalOrder());

    /** As it is stored, by name; patients whom nobody nurses last. */
    public static List<NurseLoad> of(UnitSnapshot unit) {
        return of(unit, StaySnapshot::nurse);
    }

    /**
     * As it would be.
     *
     * @param nurse whom each patient would have; empty for nobody
     */
    static List<NurseLoad> of(UnitSnapshot unit, Function<StaySnapshot, String> nurse) {
        Map<String, List<StaySnapshot>> patients = new TreeMap<>(NAMES);
        for (StaySnapshot stay : unit.stays()) {
            if (!stay.discharged()) {
                patients.computeIfAbsent(nurse.apply(stay), name -> new ArrayList<>()).add(stay);
            }
        }
        List<NurseLoad> loads = new ArrayList<>();
        patients.forEach((name, stays) -> loads.add(of(name, stays)));
        return List.copyOf(loads);
    }

    private static NurseLoad of(String nurse, List<StaySnapshot> stays) {
        int highest = -1;
        int overdue = 0;
        for (StaySnapshot stay : stays) {
            highest = Math.max(highest, grade(stay));
            overdue += stay.schedule().overdue().size();
        }
        return new NurseLoad(nurse, stays.size(), highest, overdue);
    }

    private static int grade(StaySnapshot stay) {
        Assessment assessment = stay.assessment(stay.scale());
        if (assessment == null) {
            return -1;
        }
        int lowest = Math.max(assessment.standing().lowest(), assessment.range().lowest());
        // Of a grade that may be anything nothing is known.
        return lowest == 0 && !assessment.range().determined() ? -1 : lowest;
    }

    /** "Ada: beds 4 · highest grade 3 · overdue 2". */
    public String words() {
        return Texts.of(
                beds == 1 ? "nurses.load.one" : "nurses.load",
                nurse.isEmpty() ? Texts.of("nurses.nobody") : nurse,
                beds,
                highest < 0 ? Texts.of("nurses.grade-unknown") : Integer.toString(highest),
                overdue);
    }

    /** How many nurses there are, and beds without one; empty while nobody is assigned at all. */
    public static String summary(List<NurseLoad> loads) {
        long nurses = loads.stream().filter(load -> !load.nurse().isEmpty()).count();
        int without =
                loads.stream()
                        .filter(load -> load.nurse().isEmpty())
                        .mapToInt(NurseLoad::beds)
                        .sum();
        if (nurses == 0) {
            return "";
        }
        String count = Texts.of("nurses.summary.count", nurses);
        return without == 0
                ? count
                : Texts.of("nurses.summary", count, Texts.of("nurses.summary.without", without));
    }
}
