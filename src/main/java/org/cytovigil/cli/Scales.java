package org.cytovigil.cli;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.GradingScales;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the value of {@code --scale}. */
final class Scales {
    private Scales() {}

    /**
     * The scales named, in the order named.
     *
     * @param text "all", or identifiers separated by commas
     * @throws ParameterException when one is no scale
     */
    static List<GradingScale> parse(String text, CommandLine line) {
        if (text.strip().equalsIgnoreCase("all")) {
            return GradingScales.ALL;
        }
        List<GradingScale> scales = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            ScaleId id =
                    ScaleId.parse(name)
                            .orElseThrow(
                                    () ->
                                            new ParameterException(
                                                    line,
                                                    "--scale: \"%s\" is no scale; there are %s and all"
                                                            .formatted(name, names())));
            scales.add(GradingScales.of(id));
        }
        return scales;
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (ScaleId id : ScaleId.values()) {
            names.add(id.id());
        }
        return String.join(", ", names);
    }
}
