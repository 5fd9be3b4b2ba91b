package org.cytovigil.report.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks words into lines. */
final class Words {
    private Words() {}

    /**
     * The text in lines no wider than that. A word wider than a line is broken; nothing is lost.
     *
     * @param text drawable; its own line breaks stand
     */
    static List<String> wrap(Typeface face, double size, String text, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            wrap(face, size, paragraph, width, lines);
        }
        return lines;
    }

    private static void wrap(
            Typeface face, double size, String text, double width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        double used = 0;
        double space = face.width(" ", size);
        for (String word : text.strip().split(" +", -1)) {
            double wide = face.width(word, size);
            if (!line.isEmpty() && used + space + wide > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            String rest = word;
            while (line.isEmpty() && wide > width) {
                int cut = fitting(face, size, rest, width);
                if (cut == rest.length()) {
                    break;
                }
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
                wide = face.width(rest, size);
            }
            if (!line.isEmpty()) {
                line.append(' ');
                used += space;
            }
            line.append(rest);
            used += wide;
        }
        lines.add(line.toString());
    }

    /** How much of a word fits; at least one letter. */
    private static int fitting(Typeface face, double size, String word, double width) {
        double used = 0;
        int end = 0;
        while (end < word.length()) {
            int letter = word.codePointAt(end);
            String one = Character.toString(letter);
            used += face.width(one, size);
            if (used > width && end > 0) {
                break;
            }
            end += one.length();
        }
        return end;
    }
}
