package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody wants the lanes of a chart: in which order, which of them folded, which higher than
 * others; immutable.
 *
 * @param order every lane once, the uppermost first
 * @param folds what was chosen by lane; a lane without stands open as far as there is room
 * @param heights by lane, how many times its usual share of the height it takes, within {@value
 *     #LEAST} and {@value #MOST}; a lane without takes its share
 */
// [impl->req~ui.trend-lanes~1]
public record LaneChoice(List<LaneId> order, Map<LaneId, Fold> folds, Map<LaneId, Double> heights) {
    /** The smallest part of its usual share that a lane can be given. */
    public static final double LEAST = 0.02;

    /** The largest multiple of its usual share that a lane can be given. */
    public static final double MOST = 50;

    private static final double STEP = 1.4;

    /** Nobody chose anything. */
    public static final LaneChoice USUAL =
            new LaneChoice(List.of(LaneId.values()), Map.of(), Map.of());

    /** What was chosen for a lane. */
    public enum Fold {
        OPEN,
        FOLDED
    }

    /** Remembers for the next start how lanes stand at this workstation. */
    public interface Keeper {
        /** The lanes stand as usual at every start. */
        Keeper NONE =
                new Keeper() {
                    @Override
                    public LaneChoice lanes() {
                        return USUAL;
                    }

                    @Override
                    public void chooseLanes(LaneChoice chosen) {}
                };

        /** What somebody chose last; as usual when nobody ever did. */
        LaneChoice lanes();

        /** Somebody chose. It does not wait. */
        void chooseLanes(LaneChoice chosen);
    }

    /**
     * Copies what it is given.
     *
     * @throws IllegalArgumentException when a lane is missing or stands twice, or a height is
     *     beyond its limits
     */
    public LaneChoice {
        order = List.copyOf(order);
        folds = Map.copyOf(folds);
        heights = Map.copyOf(heights);
        if (order.size() != LaneId.values().length
                || !EnumSet.copyOf(order).equals(EnumSet.allOf(LaneId.class))) {
            throw new IllegalArgumentException("not every lane once: " + order);
        }
        for (double height : heights.values()) {
            if (!(height >= LEAST && height <= MOST)) {
                throw new IllegalArgumentException("no height of a lane: " + height);
            }
        }
    }

    /** Whether somebody folded a lane. */
    public boolean folded(LaneId lane) {
        return folds.get(lane) == Fold.FOLDED;
    }

    /** Whether somebody wants a lane open. */
    public boolean opened(LaneId lane) {
        return folds.get(lane) == Fold.OPEN;
    }

    /** How many times its usual share a lane takes. */
    public double height(LaneId lane) {
        return heights.getOrDefault(lane, 1.0);
    }

    /** With a lane folded, or open. */
    public LaneChoice with(LaneId lane, Fold fold) {
        Map<LaneId, Fold> changed = new EnumMap<>(LaneId.class);
        changed.putAll(folds);
        changed.put(lane, fold);
        return new LaneChoice(order, changed, heights);
    }

    /** With a lane so many places further down, or up by a negative number; at most to the end. */
    public LaneChoice moved(LaneId lane, int places) {
        return placed(lane, order.indexOf(lane) + places);
    }

    /** With a lane at a place counted from 0 at the top; beyond the ends it is at the end. */
    public LaneChoice placed(LaneId lane, int place) {
        List<LaneId> changed = new ArrayList<>(order);
        changed.remove(lane);
        changed.add(Math.clamp(place, 0, changed.size()), lane);
        return new LaneChoice(changed, folds, heights);
    }

    /** With a lane one step higher, as far as it goes. */
    public LaneChoice taller(LaneId lane) {
        return with(lane, height(lane) * STEP);
    }

    /** With a lane one step lower, as far as it goes. */
    public LaneChoice lower(LaneId lane) {
        return with(lane, height(lane) / STEP);
    }

    /** With a lane that takes so many times its usual share; beyond the limits it is the limit. */
    public LaneChoice with(LaneId lane, double height) {
        Map<LaneId, Double> changed = new EnumMap<>(LaneId.class);
        changed.putAll(heights);
        changed.put(lane, Math.clamp(height, LEAST, MOST));
        return new LaneChoice(order, folds, changed);
    }

    /** In one line, as {@link #parse} reads it: "temperature open 1.000, pressure - 1.400, ...". */
    public String text() {
        List<String> lanes = new ArrayList<>();
        for (LaneId lane : order) {
            Fold fold = folds.get(lane);
            lanes.add(
                    String.format(
                            Locale.ROOT,
                            "%s %s %.3f",
                            lane.id(),
                            fold == null ? "-" : fold.name().toLowerCase(Locale.ROOT),
                            height(lane)));
        }
        return String.join(", ", lanes);
    }

    /**
     * Reads what {@link #text} wrote. Lanes that it does not name, being newer, follow at the end.
     *
     * @return empty when it was written by something else
     */
    public static Optional<LaneChoice> parse(String text) {
        List<LaneId> order = new ArrayList<>();
        Map<LaneId, Fold> folds = new EnumMap<>(LaneId.class);
        Map<LaneId, Double> heights = new EnumMap<>(LaneId.class);
        try {
            for (String part : text.strip().split("\\s*,\\s*", -1)) {
                String[] words = part.split("\\s+", -1);
                Optional<LaneId> lane = LaneId.parse(words[0]);
                if (words.length != 3 || lane.isEmpty() || order.contains(lane.get())) {
                    return Optional.empty();
                }
                order.add(lane.get());
                if (!words[1].equals("-")) {
                    folds.put(lane.get(), Fold.valueOf(words[1].toUpperCase(Locale.ROOT)));
                }
                double height = Double.parseDouble(words[2]);
                if (height != 1) {
                    heights.put(lane.get(), height);
                }
            }
            for (LaneId lane : LaneId.values()) {
                if (!order.contains(lane)) {
                    order.add(lane);
                }
            }
            return Optional.of(new LaneChoice(order, folds, heights));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
