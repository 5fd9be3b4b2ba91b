package org.cytovigil.clinical;

import org.jspecify.annotations.Nullable;

/**
 * The immune effector cell encephalopathy score of ASTCT 2019 (Lee, Santomasso et al., Biol Blood
 * Marrow Transplant 25:625): ten points in five tasks. A task that was not charted leaves a range.
 */
public sealed interface IceScore {
    /** The score of a patient without encephalopathy. */
    int BEST = 10;

    /** Objects to be named, a point each. */
    int OBJECTS = 3;

    /** The fewest points that the charted tasks allow. */
    int least();

    /** The most points that the charted tasks allow. */
    int most();

    /**
     * The sum alone.
     *
     * @param points 0 to 10
     */
    record Total(int points) implements IceScore {
        @Override
        public int least() {
            return points;
        }

        @Override
        public int most() {
            return points;
        }
    }

    /**
     * Task by task; what was not charted is {@code null}.
     *
     * @param year oriented to the year
     * @param month oriented to the month
     * @param city oriented to the city
     * @param hospital oriented to the hospital
     * @param objects how many of three objects were named, 0 to 3
     * @param command follows a simple command
     * @param sentence writes a standard sentence
     * @param counting counts backwards from 100 by ten
     */
    record Items(
            @Nullable Boolean year,
            @Nullable Boolean month,
            @Nullable Boolean city,
            @Nullable Boolean hospital,
            @Nullable Integer objects,
            @Nullable Boolean command,
            @Nullable Boolean sentence,
            @Nullable Boolean counting)
            implements IceScore {
        @Override
        public int least() {
            return points(false);
        }

        @Override
        public int most() {
            return points(true);
        }

        private int points(boolean ifNotCharted) {
            int objectsNamed = objects == null ? (ifNotCharted ? OBJECTS : 0) : objects;
            return point(year, ifNotCharted)
                    + point(month, ifNotCharted)
                    + point(city, ifNotCharted)
                    + point(hospital, ifNotCharted)
                    + objectsNamed
                    + point(command, ifNotCharted)
                    + point(sentence, ifNotCharted)
                    + point(counting, ifNotCharted);
        }

        private static int point(@Nullable Boolean done, boolean ifNotCharted) {
            return (done == null ? ifNotCharted : done) ? 1 : 0;
        }
    }
}
