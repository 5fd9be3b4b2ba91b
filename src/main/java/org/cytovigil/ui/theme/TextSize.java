package org.cytovigil.ui.theme;

import java.util.List;

/** How large the text of the screens is: 100 to 150 per cent of what fits them. */
public final class TextSize {
    /** The size at which nobody has chosen another. */
    public static final int NORMAL = 100;

    /** The sizes there are, in per cent. */
    public static final List<Integer> STEPS = List.of(NORMAL, 110, 125, 150);

    private TextSize() {}

    /** Remembers for the next start how large the text is at this workstation. */
    public interface Choice {
        /** The size is normal at every start. */
        Choice NONE =
                new Choice() {
                    @Override
                    public int textPercent() {
                        return NORMAL;
                    }

                    @Override
                    public void chooseText(int percent) {}
                };

        /** What somebody chose last, one of the steps; normal when nobody ever did. */
        int textPercent();

        /** Somebody chose a step. It does not wait. */
        void chooseText(int percent);
    }

    /** The next step up; the largest again from the largest. */
    public static int larger(int percent) {
        return STEPS.stream().filter(step -> step > percent).findFirst().orElse(STEPS.getLast());
    }

    /** The next step down; the smallest again from the smallest. */
    public static int smaller(int percent) {
        return STEPS.reversed().stream()
                .filter(step -> step < percent)
                .findFirst()
                .orElse(STEPS.getFirst());
    }
}
