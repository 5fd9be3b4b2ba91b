package org.cytovigil.feed.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.OneLine;
import org.jspecify.annotations.Nullable;

/** A JSON value and where it stands, so that every complaint names its place. */
final class Place {
    /** So many characters of a number are repeated in a message. */
    private static final int SHOWN = 40;

    private final JsonNode node;
    private final String path;

    Place(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    String path() {
        return path;
    }

    CaseFileException fault(String reason) {
        return new CaseFileException(OneLine.of(path + ": " + reason));
    }

    /** The fields of this object that are none of the known ones. */
    List<String> unknownFields(Set<String> known) {
        List<String> unknown = new ArrayList<>();
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                unknown.add(name);
                            }
                        });
        return unknown;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The object in a field; {@code null} when the field is absent or null. */
    @Nullable Place object(String field) throws CaseFileException {
        Place place = at(field);
        if (place != null && !place.node.isObject()) {
            throw place.fault("an object is expected, not " + kind(place.node));
        }
        return place;
    }

    /** The elements of the array in a field; {@code null} when the field is absent or null. */
    @Nullable List<Place> array(String field) throws CaseFileException {
        Place place = at(field);
        return place == null ? null : place.elements();
    }

    /** The elements of this array. */
    List<Place> elements() throws CaseFileException {
        if (!node.isArray()) {
            throw fault("an array is expected, not " + kind(node));
        }
        List<Place> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Place(node.get(i), path + "[" + i + "]"));
        }
        return elements;
    }

    boolean isArray() {
        return node.isArray();
    }

    boolean isObject() {
        return node.isObject();
    }

    /** The text in a field; {@code null} when the field is absent or null. */
    @Nullable String text(String field) throws CaseFileException {
        Place place = at(field);
        if (place == null) {
            return null;
        }
        if (!place.node.isTextual()) {
            throw place.fault("text is expected, not " + kind(place.node));
        }
        return place.node.textValue();
    }

    /** The text in a field that must be there. */
    String requiredText(String field) throws CaseFileException {
        String text = text(field);
        if (text == null || text.isBlank()) {
            throw fault("\"" + field + "\" is missing");
        }
        return text;
    }

    /** The number in a field; {@code null} when the field is absent or null. */
    @Nullable Double number(String field) throws CaseFileException {
        Place place = at(field);
        if (place == null) {
            return null;
        }
        if (!place.node.isNumber()) {
            throw place.fault("a number is expected, not " + kind(place.node));
        }
        double value = place.node.doubleValue();
        if (!Double.isFinite(value)) {
            throw place.fault(written(place.node) + " is beyond any number");
        }
        return value;
    }

    /** The number in a field as it was written, for messages. */
    String written(String field) {
        return has(field) ? written(node.get(field)) : "";
    }

    /** The number in a field that must be there. */
    double requiredNumber(String field) throws CaseFileException {
        Double number = number(field);
        if (number == null) {
            throw fault("\"" + field + "\" is missing");
        }
        return number;
    }

    /** The truth value in a field; {@code null} when the field is absent or null. */
    @Nullable Boolean truth(String field) throws CaseFileException {
        Place place = at(field);
        if (place == null) {
            return null;
        }
        if (!place.node.isBoolean()) {
            throw place.fault("true or false is expected, not " + kind(place.node));
        }
        return place.node.booleanValue();
    }

    /** Whether a field holds an object. */
    boolean isObjectIn(String field) {
        return has(field) && node.get(field).isObject();
    }

    /** Whether a field holds an array. */
    boolean isArrayIn(String field) {
        return has(field) && node.get(field).isArray();
    }

    /** This whole number; {@code null} for null. */
    @Nullable Integer wholeNumberOrNull() throws CaseFileException {
        if (node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw fault("a whole number is expected, not " + kind(node));
        }
        return node.intValue();
    }

    private @Nullable Place at(String field) {
        return has(field) ? new Place(node.get(field), path + "." + field) : null;
    }

    private static String written(JsonNode number) {
        String text = number.asText().replace("E+", "e").replace('E', 'e');
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "the text \"" + node.textValue() + "\"";
            case NUMBER -> "the number " + written(node);
            case BOOLEAN -> node.asText();
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "what stands there";
        };
    }
}
