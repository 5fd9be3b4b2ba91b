package org.cytovigil.ui.theme;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * The three palettes. One table gives every colour, for style sheets (through {@link #css}) and for
 * canvases alike; red, yellow and cyan belong to alarms alone. The red is the darkest on which
 * black text still has a contrast of 4.5 for people without red cones.
 */
// [impl->req~ui.themes~1]
// [impl->req~ui.alarms-readable~1]
// [impl->req~ui.readable~1]
public enum Theme {
    /** The default: for dark rooms. */
    NIGHT(
            "#0D1117", "#151B23", "#1F2833", "#2A333F", "#E8EDF2", "#8C99A8", "#A9C7EA", "#D8AE7A",
            "#7FB2E5", "#7CCBB0", "#BF9BE3", "#A3C585", "#B4C0D4", "#9AA7F0", "#151B23", "#3D4858",
            "#5B6C82", "#B9C4D0", "#FFFFFF", "#E8EDF2", "#0D1117", "#FF5252", "#FFD23F", "#3FD0E6",
            "#000000", "#0D1117"),
    /** For bright rooms. */
    DAY(
            "#EEF1F4", "#FFFFFF", "#DDE3EA", "#C3CCD6", "#10161D", "#526070", "#1F5FA8", "#8A5A1C",
            "#1F5FA8", "#1B6E57", "#6B3FA0", "#4B6B1E", "#44566C", "#4149A8", "#FFFFFF", "#C9D2DC",
            "#8FA0B3", "#46566A", "#10161D", "#10161D", "#FFFFFF", "#FF5252", "#F2B600", "#0092AC",
            "#000000", "#10161D"),
    /** Pure black and white, heavier colours. */
    HIGH_CONTRAST(
            "#000000", "#000000", "#1C1C1C", "#8A8A8A", "#FFFFFF", "#D0D0D0", "#FFFFFF", "#FFC58A",
            "#9CD0FF", "#8CF0CE", "#DDBBFF", "#C6F29A", "#D5DEEC", "#B9C2FF", "#000000", "#3A3A3A",
            "#6E6E6E", "#C8C8C8", "#FFFFFF", "#FFFFFF", "#000000", "#FF5A5A", "#FFE033", "#4DE8FF",
            "#000000", "#000000");

    @SuppressWarnings(
            "ImmutableEnumChecker") // the array never leaves this class and is written to but once
    private final Color[] colours;

    Theme(String... colours) {
        this.colours = new Color[colours.length];
        for (int i = 0; i < colours.length; i++) {
            this.colours[i] = Color.web(colours[i]);
        }
    }

    /** The theme of that name as on the command line: night, day, high-contrast. */
    public static Theme parse(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The colour that plays a role. */
    @SuppressWarnings("EnumOrdinal") // the table above stands in the order of the roles
    public Color colour(Ink ink) {
        return colours[ink.ordinal()];
    }

    /** The fill of a grade's shape, 0 to 5; 5 as 4. */
    public Color grade(int grade) {
        return colour(
                switch (grade) {
                    case 0 -> Ink.GRADE_0;
                    case 1 -> Ink.GRADE_1;
                    case 2 -> Ink.GRADE_2;
                    case 3 -> Ink.GRADE_3;
                    default -> Ink.GRADE_4;
                });
    }

    /** The colour of the digit on a grade's shape. */
    public Color onGrade(int grade) {
        return colour(grade >= 3 ? Ink.ON_HIGH_GRADE : Ink.ON_LOW_GRADE);
    }

    /**
     * An inline style for the root: {@code -cv-ground: #0d1117; ...}, looked up by the style sheet.
     */
    public String css() {
        StringBuilder css = new StringBuilder();
        for (Ink ink : Ink.values()) {
            css.append("-cv-")
                    .append(ink.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .append(": ")
                    .append(web(colour(ink)))
                    .append("; ");
        }
        return css.toString();
    }

    private static String web(Color colour) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
