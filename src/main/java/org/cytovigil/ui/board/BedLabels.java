package org.cytovigil.ui.board;

import java.util.Comparator;

/** The labels of beds in the order in which people count them: bed 2 before bed 10. */
public final class BedLabels {
    /** Numbers within a label count as numbers; "2" and "02" are equal in it. */
    public static final Comparator<String> IN_ORDER = BedLabels::compare;

    private BedLabels() {}

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int from = first(one, i);
                int till = end(one, from);
                int otherFrom = first(other, j);
                int otherTill = end(other, otherFrom);
                int difference = Integer.compare(till - from, otherTill - otherFrom);
                if (difference == 0) {
                    difference =
                            one.substring(from, till)
                                    .compareTo(other.substring(otherFrom, otherTill));
                }
                if (difference != 0) {
                    return difference;
                }
                i = till;
                j = otherTill;
            } else {
                int difference = Character.compare(one.charAt(i), other.charAt(j));
                if (difference != 0) {
                    return difference;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /** Where the number that begins there begins once its leading zeros are left out. */
    private static int first(String label, int at) {
        int from = at;
        while (from < label.length() && label.charAt(from) == '0') {
            from++;
        }
        return from;
    }

    private static int end(String label, int at) {
        int end = at;
        while (end < label.length() && isDigit(label.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
