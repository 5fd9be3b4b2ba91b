package org.cytovigil.feed.policy;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;

/**
 * A setting's key as the file has it.
 *
 * @param section the name of the table
 * @param name the key in the table
 */
record SettingName(String section, String name) {
    /** A longer key is no slip of the pen. */
    private static final int LONGEST = 80;

    static SettingName of(Setting<?> setting) {
        String[] parts = setting.key().split("\\.", 2);
        return new SettingName(parts[0], parts[1]);
    }

    static boolean isSection(String text) {
        return sections().anyMatch(text::equals);
    }

    /** The section of nearly that name; empty when none is close. */
    static Optional<String> sectionNear(String text) {
        return nearest(text, sections());
    }

    /**
     * The setting that was probably meant by an unknown key: one of nearly that key, or the one
     * that has the name in another section; empty when none is close.
     */
    static Optional<String> keyNear(String key) {
        Optional<String> near = nearest(key, Settings.all().stream().map(Setting::key));
        if (near.isPresent()) {
            return near;
        }
        String name = key.substring(key.lastIndexOf('.') + 1);
        return Settings.all().stream()
                .filter(setting -> of(setting).name().equals(name))
                .map(Setting::key)
                .findFirst();
    }

    private static Stream<String> sections() {
        return Settings.all().stream().map(setting -> of(setting).section()).distinct();
    }

    private static Optional<String> nearest(String text, Stream<String> names) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return names.filter(name -> distance(text, name) <= 1 + name.length() / 6)
                .min(Comparator.comparingInt(name -> distance(text, name)));
    }

    /** How many letters must be put in, taken out or replaced to make one text the other. */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int column = 0; column < before.length; column++) {
            before[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] now = new int[before.length];
            now[0] = row;
            for (int column = 1; column < now.length; column++) {
                int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                now[column] =
                        Math.min(
                                before[column - 1] + replaced,
                                1 + Math.min(before[column], now[column - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
