package org.cytovigil.feed.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of a file or of an answer apart into resources. Each resource of a bundle is read
 * by itself, so that a bad one does not take the others with it.
 */
final class FhirText {
    /** What is longer is no chart of a stay, and would fill the memory. */
    static final long LONGEST = 64L * 1024 * 1024;

    private static final int REASON_LENGTH = 200;

    /** Of what is no FHIR at all as much as shows what it is. */
    private static final int SHOWN = 4096;

    private static final Pattern NUMBER_OF_ERROR = Pattern.compile("HAPI-\\d+: ");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(
                            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final String source;
    private final List<FhirItem> items = new ArrayList<>();

    /** Names the bundle that is being taken apart; empty outside of one. */
    private String scope = "";

    private FhirText(String source) {
        this.source = source;
    }

    /**
     * The resources of a JSON or XML text, a bundle taken apart.
     *
     * @param source names the file or server
     * @return at least one item, if only to say why nothing could be read
     */
    static List<FhirItem> read(byte[] bytes, String source) {
        FhirText text = new FhirText(source);
        text.read(bytes);
        return text.items;
    }

    /** The resources of a text with one of them in each line, as bulk exports have. */
    static List<FhirItem> readLines(byte[] bytes, String source) {
        FhirText text = new FhirText(source);
        // A letter a byte, so that one broken letter spoils its own line only, and that visibly.
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        all.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.read(line.getBytes(StandardCharsets.ISO_8859_1)));
        if (text.items.isEmpty()) {
            text.refuse("there is no resource in it", "");
        }
        return text.items;
    }

    /**
     * A page of answers to a search.
     *
     * @param next where the next page is; empty on the last
     */
    record Page(List<FhirItem> items, String next) {}

    /**
     * Reads an answer of a server to a search.
     *
     * @throws FhirServerException when it is none
     */
    static Page page(byte[] bytes, String source) throws FhirServerException {
        JsonNode root = answer(bytes);
        if (!root.path("resourceType").asText("").equals("Bundle")) {
            throw new FhirServerException("the answer is no Bundle");
        }
        FhirText text = new FhirText(source);
        if (!root.path("entry").isEmpty()) {
            text.add(root, "");
        }
        String next = "";
        for (JsonNode link : root.path("link")) {
            if (link.path("relation").asText("").equals("next")) {
                next = link.path("url").asText("");
            }
        }
        return new Page(text.items, next);
    }

    /**
     * The version of FHIR that a server says it speaks; empty when it does not say.
     *
     * @throws FhirServerException when the answer is no JSON
     */
    static String version(byte[] bytes) throws FhirServerException {
        return answer(bytes).path("fhirVersion").asText("");
    }

    private static JsonNode answer(byte[] bytes) throws FhirServerException {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new FhirServerException(
                    "the answer is no JSON: " + brief(e.getOriginalMessage()));
        }
    }

    private void read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            refuse("no UTF-8 text", shown(new String(bytes, StandardCharsets.ISO_8859_1)));
            return;
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.stripLeading().startsWith("<")) {
            readXml(text);
        } else {
            readJson(text);
        }
        scope = "";
    }

    /** The same for the same text, so that a bundle read twice is one. */
    private static String scopeOf(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void readJson(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            refuse("no JSON: " + brief(e.getOriginalMessage()), shown(text));
            return;
        }
        if (!root.isObject()) {
            refuse("no FHIR resource: the text is no JSON object", shown(text));
            return;
        }
        add(root, "");
    }

    private void add(JsonNode node, String fullUrl) {
        if (!node.path("resourceType").asText("").equals("Bundle")) {
            items.add(item(node, fullUrl));
            return;
        }
        if (scope.isEmpty()) {
            scope = scopeOf(node.toString());
        }
        JsonNode entries = node.path("entry");
        if (entries.isEmpty()) {
            refuse("a bundle without entries", node.toString());
        }
        for (JsonNode entry : entries) {
            JsonNode resource = entry.path("resource");
            if (resource.isObject()) {
                add(resource, entry.path("fullUrl").asText(""));
            } else {
                String method = entry.path("request").path("method").asText("");
                refuse(
                        method.equals("DELETE")
                                ? "the server deleted it: what was charted of it stands"
                                : "an entry of a bundle without a resource",
                        entry.toString());
            }
        }
    }

    private FhirItem item(JsonNode node, String fullUrl) {
        String raw = node.toString();
        if (!node.path("resourceType").isTextual()) {
            return bad("no FHIR resource: it has no resourceType", raw);
        }
        try {
            IBaseResource read = parser(FhirCodes.context().newJsonParser()).parseResource(raw);
            return read instanceof Resource resource
                    ? new FhirItem(source, items.size() + 1, fullUrl, resource, "", raw, scope)
                    : bad("no resource of FHIR R4", raw);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            return bad("no valid FHIR R4: " + brief(e.getMessage()), raw);
        }
    }

    /** XML is read as a whole; its resources are shown and kept as JSON. */
    private void readXml(String text) {
        try {
            IBaseResource read = parser(FhirCodes.context().newXmlParser()).parseResource(text);
            if (read instanceof Bundle bundle) {
                scope = scopeOf(text);
                for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
                    if (entry.hasResource()) {
                        add(JSON.readTree(json(entry.getResource())), nonNull(entry.getFullUrl()));
                    } else {
                        refuse("an entry of a bundle without a resource", "");
                    }
                }
            } else {
                add(JSON.readTree(json(read)), "");
            }
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            refuse("no valid FHIR R4: " + brief(e.getMessage()), shown(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was just written is JSON", e);
        }
    }

    private static String json(IBaseResource resource) {
        return FhirCodes.context().newJsonParser().encodeResourceToString(resource);
    }

    /** Bad values are errors; unknown elements are passed over, and nothing is logged. */
    private static IParser parser(IParser parser) {
        LenientErrorHandler errors = new LenientErrorHandler(false);
        errors.setErrorOnInvalidValue(true);
        return parser.setParserErrorHandler(errors);
    }

    private void refuse(String reason, String raw) {
        items.add(bad(reason, raw));
    }

    private FhirItem bad(String reason, String raw) {
        return new FhirItem(source, items.size() + 1, "", null, reason, raw, scope);
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String brief(@Nullable String message) {
        String bare =
                NUMBER_OF_ERROR
                        .matcher(message == null ? "unknown fault" : message)
                        .replaceAll("")
                        .replaceAll("\\s+", " ");
        return bare.length() <= REASON_LENGTH ? bare : bare.substring(0, REASON_LENGTH) + "...";
    }

    private static String shown(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + " ... %d characters in all".formatted(text.length());
    }
}
