package org.cytovigil.feed.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.cytovigil.feed.policy.PolicyFileException.Mistake;
import org.cytovigil.grading.SitePolicy;

/**
 * The policy file: TOML with a table for each group of settings, so that the setting
 * "temperature.fresh" is {@code fresh} in {@code [temperature]}. It names its version; settings it
 * leaves out have their defaults.
 */
// [impl->req~policy.file~1]
public final class PolicyFile {
    /** The largest file that is read, in bytes: a full one is a hundredth of it. */
    public static final int LARGEST = 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PolicyFile() {}

    /**
     * Reads a file.
     *
     * @throws PolicyFileException with every mistake; a policy is never read in part
     */
    public static SitePolicy read(Path file) throws PolicyFileException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw whole(name, "is a folder, not a policy file");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return read(name, content.readNBytes(LARGEST + 1));
        } catch (NoSuchFileException e) {
            throw new PolicyFileException(name, "no such file", e);
        } catch (IOException e) {
            throw new PolicyFileException(name, "cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param name what to call it in messages
     * @throws PolicyFileException with every mistake
     */
    public static SitePolicy read(String name, byte[] content) throws PolicyFileException {
        if (content.length > LARGEST) {
            throw whole(name, "is larger than 1 MiB");
        }
        return new PolicyReader(name, text(name, content)).read();
    }

    /**
     * The full file of a policy: every setting with its meaning, default, permitted range and
     * source. Read again it is the same policy.
     */
    public static String write(SitePolicy policy) {
        return PolicyWriter.write(policy);
    }

    private static PolicyFileException whole(String name, String reason) {
        return new PolicyFileException(name, List.of(new Mistake(0, 0, "", reason)));
    }

    /** Not by the constructor of String, which puts marks where the text is no UTF-8. */
    private static String text(String name, byte[] content) throws PolicyFileException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            String before = text.toString();
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            throw new PolicyFileException(
                    name,
                    List.of(new Mistake(line, column, "", "is no UTF-8; save the file as UTF-8")));
        }
        // Some editors begin a file with this mark, which TOML does not know.
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }
}
