package org.cytovigil.ui.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.clinical.ScaleId;

/**
 * What a unit's text says for each grade of one scale. It supports, and never orders.
 *
 * @param title of the text
 * @param scale the scale of the grades
 * @param source whence it comes
 * @param items by grade 1 to 4, what it says
 * @param fault why the unit's own file was refused and this text stands in its place; empty when
 *     nothing was wrong
 */
public record Protocol(
        String title,
        ScaleId scale,
        String source,
        Map<Integer, List<String>> items,
        String fault) {
    /** The grades that a text speaks of. */
    public static final List<Integer> GRADES = List.of(1, 2, 3, 4);

    /** The program's own text. */
    public static Protocol builtIn() {
        try (InputStream text =
                Objects.requireNonNull(
                        Protocol.class.getResourceAsStream("/assets/protocol/default.md"),
                        "the protocol is missing from the program")) {
            return ProtocolReader.read(text.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProtocolException e) {
            throw new IllegalStateException("the program's own protocol is no good", e);
        }
    }

    /** The program's own text in place of a file that was refused. */
    public static Protocol insteadOf(String file, String reason) {
        Protocol own = builtIn();
        return new Protocol(own.title, own.scale, own.source, own.items, file + ": " + reason);
    }

    /** What it says for a grade; empty for grades that it does not speak of. */
    public List<String> of(int grade) {
        return items.getOrDefault(grade, List.of());
    }
}
