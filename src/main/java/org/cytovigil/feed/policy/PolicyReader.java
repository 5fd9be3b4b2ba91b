package org.cytovigil.feed.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cytovigil.feed.policy.PolicyFileException.Mistake;
import org.cytovigil.grading.PolicyConflictException;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SettingType;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads one policy file and collects its mistakes. */
final class PolicyReader {
    private static final String VERSION = "version";
    private static final int LONGEST_VERSION = 80;
    private static final int LONGEST_VALUE = 250;

    private final String file;
    private final String text;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<Integer> brokenLines = new HashSet<>();
    private final Map<Setting<?>, String> values = new LinkedHashMap<>();
    private final Map<Setting<?>, TomlPosition> places = new HashMap<>();
    private final Set<Setting<?>> mistaken = new HashSet<>();

    PolicyReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    SitePolicy read() throws PolicyFileException {
        TomlParseResult toml = parse();
        for (TomlParseError error : toml.errors()) {
            TomlPosition at = error.position();
            brokenLines.add(at.line());
            mistakes.add(new Mistake(at.line(), at.column(), "", words(error)));
        }
        String version = version(toml);
        for (String key : toml.keySet()) {
            if (!key.equals(VERSION)) {
                readSection(toml, key);
            }
        }
        SitePolicy policy = policy(toml, version);
        if (policy == null || !mistakes.isEmpty()) {
            mistakes.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
            throw new PolicyFileException(file, mistakes);
        }
        return policy;
    }

    private TomlParseResult parse() throws PolicyFileException {
        try {
            return Toml.parse(text);
        } catch (StackOverflowError e) {
            // The parser descends once for each bracket and has no limit of its own.
            throw new PolicyFileException(file, "is nested too deeply to be a policy file", e);
        }
    }

    private static String words(TomlParseError error) {
        String message = String.valueOf(error.getMessage());
        int defined = message.indexOf(" previously defined at ");
        return defined < 0
                ? "is no TOML: " + message
                : message.substring(0, defined)
                        + " is given twice, first at "
                        + message.substring(defined + " previously defined at ".length());
    }

    private String version(TomlParseResult toml) {
        Object value = toml.get(List.of(VERSION));
        TomlPosition at = toml.inputPositionOf(List.of(VERSION));
        if (value == null || at == null) {
            // It may stand in a line that is no TOML.
            if (brokenLines.isEmpty()) {
                mistakes.add(
                        new Mistake(
                                1,
                                1,
                                VERSION,
                                "is missing; name this set of decisions, for instance version = \"site-1\""));
            }
            return "";
        }
        if (!(value instanceof String name)) {
            mistake(at, VERSION, kind(value) + " is no name; write it in quotation marks");
        } else if (name.isBlank()) {
            mistake(at, VERSION, "is blank; name this set of decisions");
        } else if (name.length() > LONGEST_VERSION
                || !name.equals(name.strip())
                || name.chars().anyMatch(Character::isISOControl)) {
            mistake(
                    at,
                    VERSION,
                    "must be one line of at most %d characters without blanks at its ends"
                            .formatted(LONGEST_VERSION));
        } else {
            return name;
        }
        return "";
    }

    private void readSection(TomlTable toml, String section) {
        TomlPosition at = position(toml, section);
        Object content = toml.get(List.of(section));
        if (!SettingName.isSection(section)) {
            boolean table = content instanceof TomlTable;
            Optional<String> near =
                    table ? SettingName.sectionNear(section) : SettingName.keyNear(section);
            mistake(
                    at,
                    section.contains(".") ? "\"" + section + "\"" : section,
                    (table ? "there is no such section" : "there is no such key")
                            + near.map(name -> "; did you mean " + name + "?").orElse(""));
        } else if (content instanceof TomlTable table) {
            for (String name : table.keySet()) {
                readSetting(table, section, name);
            }
        } else {
            mistake(at, section, "is a section; write [" + section + "] and its keys below it");
        }
    }

    private void readSetting(TomlTable table, String section, String name) {
        String key = section + "." + name;
        TomlPosition at = position(table, name);
        Object value = table.get(List.of(name));
        Optional<Setting<?>> found = name.contains(".") ? Optional.empty() : Settings.of(key);
        if (found.isEmpty()) {
            String near =
                    SettingName.keyNear(key)
                            .map(meant -> "; did you mean " + meant + "?")
                            .orElse("");
            mistake(at, key, "there is no such key" + near);
            return;
        }
        Setting<?> setting = found.get();
        places.put(setting, at);
        try {
            values.put(setting, value(setting, value));
        } catch (IllegalArgumentException e) {
            mistaken.add(setting);
            mistake(at, key, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The value as the setting's type takes it, having looked that it does.
     *
     * @throws IllegalArgumentException with the reason when it does not
     */
    private static <T> String value(Setting<T> setting, @Nullable Object value) {
        String text = text(setting, value);
        if (text.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("the value is too long");
        }
        setting.type().read(text);
        return text;
    }

    private static <T> String text(Setting<T> setting, @Nullable Object value) {
        String example = setting.type().write(setting.standard());
        return switch (setting.type()) {
            case SettingType.Flag flag -> {
                if (value instanceof Boolean truth) {
                    yield truth.toString();
                }
                throw new IllegalArgumentException(
                        kind(value) + " is neither true nor false without quotation marks");
            }
            case SettingType.Choice<?> choice -> {
                if (value instanceof String name) {
                    yield name;
                }
                throw new IllegalArgumentException(
                        "%s is no text in quotation marks; write one of %s"
                                .formatted(kind(value), choice.permitted()));
            }
            case SettingType.Words words -> {
                if (value instanceof String said) {
                    yield said;
                }
                throw new IllegalArgumentException(
                        "%s is no text in quotation marks".formatted(kind(value)));
            }
            case SettingType.Amount<?> amount when amount.quoted() -> {
                if (value instanceof String words) {
                    yield words;
                }
                throw new IllegalArgumentException(
                        value instanceof Number
                                ? "%s has no unit; write for instance \"%s\""
                                        .formatted(kind(value), example)
                                : "%s is no amount; write for instance \"%s\""
                                        .formatted(kind(value), example));
            }
            case SettingType.Amount<?> number -> {
                if (value instanceof Long whole) {
                    yield whole.toString();
                }
                if (value instanceof Double decimal && Double.isFinite(decimal)) {
                    yield BigDecimal.valueOf(decimal).toPlainString();
                }
                throw new IllegalArgumentException(
                        "%s is no number; write for instance %s, without quotation marks"
                                .formatted(kind(value), example));
            }
        };
    }

    private static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String words -> "\"" + words + "\"";
            case TomlTable table -> "a table";
            case TomlArray array -> "an array";
            default -> value.toString();
        };
    }

    private @Nullable SitePolicy policy(TomlTable toml, String version) {
        values.keySet().removeAll(mistaken);
        try {
            SitePolicy policy = SitePolicy.of(version.isEmpty() ? "unnamed" : version, values);
            if (version.equals(SitePolicy.DEFAULT.version()) && !policy.changed().isEmpty()) {
                mistake(
                        position(toml, VERSION),
                        VERSION,
                        "\"%s\" names the built-in policy, and this one differs in %s; give it a name of its own"
                                .formatted(version, keys(policy.changed())));
            }
            return policy;
        } catch (PolicyConflictException e) {
            for (PolicyConflictException.Conflict conflict : e.conflicts()) {
                if (!mistaken.contains(conflict.lower()) && !mistaken.contains(conflict.upper())) {
                    mistake(place(conflict), conflict.lower().key(), conflict.reason());
                }
            }
            return null;
        }
    }

    /** Of the two settings at least one stands in the file, because the defaults go together. */
    private TomlPosition place(PolicyConflictException.Conflict conflict) {
        TomlPosition lower = places.get(conflict.lower());
        return lower == null ? Objects.requireNonNull(places.get(conflict.upper())) : lower;
    }

    private static String keys(List<Setting<?>> settings) {
        return settings.stream().map(Setting::key).collect(Collectors.joining(", "));
    }

    private static TomlPosition position(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        if (position == null) {
            throw new IllegalStateException("the parser gives no place for " + key);
        }
        return position;
    }

    /** Notes a mistake, unless its line is no TOML, which then is the reason. */
    private void mistake(TomlPosition at, String key, String reason) {
        if (!brokenLines.contains(at.line())) {
            mistakes.add(new Mistake(at.line(), at.column(), shown(key), shown(reason)));
        }
    }

    /** What came from the file, fit for a terminal. */
    private static String shown(String words) {
        StringBuilder shown = new StringBuilder();
        words.codePoints()
                .limit(300)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return words.length() > 300 ? shown + "..." : shown.toString();
    }
}
