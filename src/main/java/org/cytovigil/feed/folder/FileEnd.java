package org.cytovigil.feed.folder;

/** The last character of a file, in any of the encodings that are read. */
final class FileEnd {
    private FileEnd() {}

    /** Whether the last line has a line end. */
    static boolean isOfLine(byte[] content) {
        int last = last(content, false);
        return last == '\n' || last == '\r';
    }

    /** Whether the last object or array of JSON is closed. */
    static boolean isOfJson(byte[] content) {
        int last = last(content, true);
        return last == '}' || last == ']';
    }

    /** Zeros are halves of characters of UTF-16. */
    private static int last(byte[] content, boolean withoutBlanks) {
        for (int i = content.length - 1; i >= 0; i--) {
            int one = content[i];
            boolean blank = one == ' ' || one == '\t' || one == '\n' || one == '\r';
            if (one != 0 && !(blank && withoutBlanks)) {
                return one;
            }
        }
        return -1;
    }
}
