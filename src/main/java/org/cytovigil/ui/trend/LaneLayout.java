package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the lanes stand in a height: each open one at least as high as it can be read at, those for
 * which there is no room folded to a line; immutable.
 *
 * @param slots from top to bottom, every lane once
 */
// [impl->req~ui.trend-lanes~1]
record LaneLayout(List<Slot> slots) {
    /** A folded lane is one line of text. */
    static final double FOLDED = 27;

    static final double GAP = 8;
    private static final double NARROW_GAP = 3;

    /** How a lane stands. */
    enum State {
        OPEN,
        /** Nobody opened it, or somebody folded it. */
        FOLDED,
        /** It would be open if there were room. */
        NO_ROOM
    }

    /** A lane's place, in pixels. */
    record Slot(LaneId lane, double top, double height, State state) {
        double bottom() {
            return top + height;
        }

        boolean open() {
            return state == State.OPEN;
        }
    }

    /**
     * Lays lanes out.
     *
     * @param unit pixels in a unit
     */
    static LaneLayout of(LaneChoice choice, double top, double height, double unit) {
        List<LaneId> wanted = new ArrayList<>();
        for (LaneId lane : choice.order()) {
            if (choice.opened(lane) || (lane.first() && !choice.folded(lane))) {
                wanted.add(lane);
            }
        }
        addComfortable(wanted, choice, height, unit);
        Set<LaneId> open = fitting(wanted, choice, height, unit);
        double gaps = gaps(choice, open, unit);
        double rest = height - gaps - unit * FOLDED * (choice.order().size() - open.size());
        double shares = 0;
        for (LaneId lane : open) {
            rest -= unit * lane.least();
            shares += lane.share() * choice.height(lane);
        }
        List<Slot> slots = new ArrayList<>();
        double y = top;
        for (int i = 0; i < choice.order().size(); i++) {
            LaneId lane = choice.order().get(i);
            boolean isOpen = open.contains(lane);
            double share = lane.share() * choice.height(lane) / shares;
            double high = isOpen ? unit * lane.least() + Math.max(0, rest) * share : unit * FOLDED;
            State folded = wanted.contains(lane) ? State.NO_ROOM : State.FOLDED;
            slots.add(new Slot(lane, y, high, isOpen ? State.OPEN : folded));
            y += high + gapAfter(choice, open, i, unit);
        }
        return new LaneLayout(List.copyOf(slots));
    }

    /** What nobody chose and no grade needs opens where all can be read without effort. */
    private static void addComfortable(
            List<LaneId> wanted, LaneChoice choice, double height, double unit) {
        for (LaneId lane : choice.order()) {
            if (lane.first() || choice.folded(lane) || choice.opened(lane)) {
                continue;
            }
            Set<LaneId> open = EnumSet.of(lane);
            open.addAll(wanted);
            double needed = gaps(choice, open, unit);
            for (LaneId each : choice.order()) {
                // Eyes need pixels, however small the screen's unit is.
                needed +=
                        open.contains(each)
                                ? Math.max(unit, 1) * each.comfortable()
                                : unit * FOLDED;
            }
            if (needed > height) {
                return;
            }
            wanted.add(lane);
        }
    }

    /** The lanes that remain open: those that somebody opened fold last, the uppermost never. */
    private static Set<LaneId> fitting(
            List<LaneId> wanted, LaneChoice choice, double height, double unit) {
        Set<LaneId> open = EnumSet.noneOf(LaneId.class);
        open.addAll(wanted);
        while (open.size() > 1 && needed(choice, open, unit) > height) {
            LaneId last = null;
            for (LaneId lane : choice.order()) {
                if (open.contains(lane)
                        && (last == null || !choice.opened(lane) || choice.opened(last))) {
                    last = lane;
                }
            }
            open.remove(last);
        }
        return open;
    }

    private static double needed(LaneChoice choice, Set<LaneId> open, double unit) {
        double needed = gaps(choice, open, unit);
        for (LaneId lane : choice.order()) {
            needed += unit * (open.contains(lane) ? lane.least() : FOLDED);
        }
        return needed;
    }

    private static double gaps(LaneChoice choice, Set<LaneId> open, double unit) {
        double gaps = 0;
        for (int i = 0; i < choice.order().size(); i++) {
            gaps += gapAfter(choice, open, i, unit);
        }
        return gaps;
    }

    private static double gapAfter(LaneChoice choice, Set<LaneId> open, int i, double unit) {
        if (i + 1 == choice.order().size()) {
            return 0;
        }
        boolean both =
                !open.contains(choice.order().get(i)) && !open.contains(choice.order().get(i + 1));
        return unit * (both ? NARROW_GAP : GAP);
    }

    /** The place of a lane. */
    Slot of(LaneId lane) {
        return slots.stream().filter(slot -> slot.lane == lane).findFirst().orElseThrow();
    }

    /** The lane at a height, the nearest when it is between two. */
    LaneId at(double y) {
        Slot nearest = slots.getFirst();
        for (Slot slot : slots) {
            if (y >= slot.top) {
                nearest = slot;
            }
        }
        return nearest.lane;
    }

    /** The lanes that stand open. */
    Set<LaneId> open() {
        return in(State.OPEN);
    }

    /** The lanes for which there is no room. */
    Set<LaneId> withoutRoom() {
        return in(State.NO_ROOM);
    }

    private Set<LaneId> in(State state) {
        Set<LaneId> lanes = EnumSet.noneOf(LaneId.class);
        for (Slot slot : slots) {
            if (slot.state == state) {
                lanes.add(slot.lane);
            }
        }
        return Set.copyOf(lanes);
    }

    /** The open lane whose upper edge moves when the lower edge of another is dragged. */
    Optional<LaneId> openBelow(LaneId lane) {
        boolean passed = false;
        for (Slot slot : slots) {
            if (passed && slot.open()) {
                return Optional.of(slot.lane);
            }
            passed |= slot.lane == lane;
        }
        return Optional.empty();
    }

    /**
     * The choice after the lower edge of an open lane was dragged: what it gains the next open lane
     * below loses, neither below the height at which it can be read.
     *
     * @param down by how many pixels, up when negative
     */
    LaneChoice resized(LaneChoice choice, LaneId lane, double down, double unit) {
        Optional<LaneId> below = openBelow(lane);
        if (below.isEmpty() || !of(lane).open()) {
            return choice;
        }
        double mine = of(lane).height - unit * lane.least();
        double theirs = of(below.get()).height - unit * below.get().least();
        double by = Math.clamp(down, Math.min(0, -mine), Math.max(0, theirs));
        LaneChoice changed = choice;
        double all = 0;
        for (Slot slot : slots) {
            all += slot.open() ? slot.height - unit * slot.lane.least() : 0;
        }
        if (all <= 0) {
            return choice;
        }
        for (Slot slot : slots) {
            if (slot.open()) {
                double spare = slot.height - unit * slot.lane.least();
                spare += slot.lane == lane ? by : slot.lane == below.get() ? -by : 0;
                changed = changed.with(slot.lane, usualShares() * spare / all / slot.lane.share());
            }
        }
        return changed;
    }

    private double usualShares() {
        double shares = 0;
        for (Slot slot : slots) {
            shares += slot.open() ? slot.lane.share() : 0;
        }
        return shares;
    }
}
