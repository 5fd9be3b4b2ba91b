package org.cytovigil.feed.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads files of FHIR resources: JSON, XML, or one resource in each line (.ndjson). */
// [impl->req~feed.fhir~1]
public final class FhirImport {
    private static final Set<String> ENDINGS = Set.of("json", "xml", "ndjson");

    private FhirImport() {}

    /**
     * The resources of a file, or of all files in a folder and the folders in it, by name.
     *
     * @return of a file that cannot be read one item that says so
     * @throws IOException when there is no such file or folder, or nothing in it to read
     */
    public static List<FhirItem> read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            if (!Files.exists(path)) {
                throw new IOException(path + ": there is no such file or folder");
            }
            return file(path, String.valueOf(path.getFileName()));
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(path)) {
            files =
                    all.filter(file -> Files.isRegularFile(file) && ENDINGS.contains(ending(file)))
                            .sorted()
                            .toList();
        }
        if (files.isEmpty()) {
            throw new IOException(path + ": there is no .json, .xml or .ndjson file in it");
        }
        List<FhirItem> items = new ArrayList<>();
        for (Path file : files) {
            items.addAll(file(file, path.relativize(file).toString()));
        }
        return items;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<FhirItem> file(Path file, String name) {
        try {
            long size = Files.size(file);
            if (size > FhirText.LONGEST) {
                return List.of(
                        new FhirItem(
                                name,
                                1,
                                "",
                                null,
                                "longer than %d bytes".formatted(FhirText.LONGEST),
                                "",
                                ""));
            }
            byte[] bytes = Files.readAllBytes(file);
            return ending(file).equals("ndjson")
                    ? FhirText.readLines(bytes, name)
                    : FhirText.read(bytes, name);
        } catch (IOException e) {
            return List.of(
                    new FhirItem(name, 1, "", null, "cannot be read: " + e.getMessage(), "", ""));
        }
    }
}
