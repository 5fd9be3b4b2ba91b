package org.cytovigil.feed.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.Plausibility;

/**
 * Reads case files of format version 1: an object with {@code "format": "cytovigil-cases"}, {@code
 * "version": 1} and {@code "cases"}, or the cases as a bare array, or one case alone. In a file
 * that states its version an unknown field is a mistake and refused; a bare one may come from
 * elsewhere, so there it is passed over with a remark.
 */
// [impl->req~feed.case-file~1]
public final class CaseFileReader {
    /** The version of the format written here. */
    public static final int VERSION = 1;

    private static final String FORMAT = "cytovigil-cases";
    private static final long LARGEST_FILE_BYTES = 256L * 1024 * 1024;
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    // So that messages repeat a number as it was written.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final Instant infusion;
    private final Plausibility plausibility;

    /**
     * A reader by the limits of the policy page.
     *
     * @param infusion the time of the infusion for cases that give only hours after it
     */
    public CaseFileReader(Instant infusion) {
        this(infusion, Plausibility.DEFAULT);
    }

    /**
     * @param infusion the time of the infusion for cases that give only hours after it
     * @param plausibility tells what cannot be true, and is remarked upon; it is that of the policy
     *     by which the cases are graded
     */
    public CaseFileReader(Instant infusion, Plausibility plausibility) {
        this.infusion = infusion;
        this.plausibility = plausibility;
    }

    /**
     * Reads a file.
     *
     * @throws CaseFileException when it cannot be read, is no JSON, or does not say what a case
     *     must say
     */
    public CaseFile read(Path file) throws CaseFileException {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                throw new CaseFileException(name + ": is a folder, not a case file");
            }
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                throw new CaseFileException(name + ": larger than 256 MiB");
            }
            return read(name, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new CaseFileException(name + ": no such file", e);
        } catch (IOException e) {
            throw new CaseFileException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param name what to call it in messages
     */
    public CaseFile read(String name, byte[] content) throws CaseFileException {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (JsonProcessingException e) {
            throw new CaseFileException(
                    OneLine.of(
                            "%s: line %d, column %d: %s"
                                    .formatted(
                                            name,
                                            e.getLocation() == null
                                                    ? 1
                                                    : e.getLocation().getLineNr(),
                                            e.getLocation() == null
                                                    ? 1
                                                    : e.getLocation().getColumnNr(),
                                            BrokenJson.reason(e))),
                    e);
        } catch (IOException e) {
            throw new CaseFileException(name + ": cannot be read: " + e.getMessage(), e);
        }
        if (root == null || root.isMissingNode()) {
            throw new CaseFileException(name + ": the file is empty");
        }
        return courses(name, new Place(root, name));
    }

    private CaseFile courses(String name, Place root) throws CaseFileException {
        boolean strict = false;
        List<Place> cases;
        if (root.isArray()) {
            cases = root.elements();
        } else if (root.isObject() && root.has("cases")) {
            strict = true;
            checkEnvelope(root);
            List<Place> listed = root.array("cases");
            cases = listed == null ? List.of() : listed;
        } else if (root.isObject()) {
            cases = List.of(root);
        } else {
            throw root.fault("a case file is an object or an array of cases");
        }
        if (cases.isEmpty()) {
            throw root.fault("there is no case in the file");
        }
        List<String> remarks = new ArrayList<>();
        List<CaseFile.Course> courses = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Place place : cases) {
            CaseFile.Course course =
                    new CourseReader(place, infusion, name, strict, plausibility, remarks).read();
            String earlier = seen.putIfAbsent(course.stay().id().value(), place.path());
            if (earlier != null) {
                throw place.fault(
                        "the id \"" + course.stay().id() + "\" was used before, at " + earlier);
            }
            courses.add(course);
        }
        return new CaseFile(List.copyOf(courses), List.copyOf(remarks));
    }

    private static void checkEnvelope(Place root) throws CaseFileException {
        String format = root.requiredText("format");
        if (!format.equals(FORMAT)) {
            throw root.fault("\"format\" is \"" + format + "\", not \"" + FORMAT + "\"");
        }
        double version = root.requiredNumber("version");
        if (version != VERSION) {
            throw root.fault(
                    "version %s is not known; this program reads version %d"
                            .formatted(root.written("version"), VERSION));
        }
        List<String> unknown =
                root.unknownFields(
                        Set.of("format", "version", "cases", "title", "note", "origin", "licence"));
        if (!unknown.isEmpty()) {
            throw root.fault("unknown field \"" + unknown.getFirst() + "\"");
        }
    }
}
