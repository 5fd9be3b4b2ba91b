package org.cytovigil.feed.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.feed.mapping.Code;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Target;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a coded concept is. In FHIR a special code often stands beside a general one: a
 * pulmonary pressure beside the code of any pressure. So all codes of public systems must be in the
 * table, a name must confirm the meaning, and none may contradict it.
 */
final class Concepts {
    /** Codes that are true of the quantity beside them and say too little by themselves. */
    private static final Set<String> COMPANIONS =
            Set.of(
                    // blood pressure of any vessel or chamber
                    FhirCodes.SNOMED + "|75367002",
                    // saturation of arterial blood, however measured
                    FhirCodes.SNOMED + "|442476006",
                    FhirCodes.MDC + "|150324",
                    // temperature of blood, be it in a vessel or in the line of a device
                    FhirCodes.LOINC + "|60834-9",
                    FhirCodes.MDC + "|188436",
                    // temperature in the nasopharynx
                    FhirCodes.LOINC + "|60838-0",
                    FhirCodes.MDC + "|150380");

    /** Words that turn the meaning of a general code, in English and German. */
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "pulmon|wedge|\\bpap\\b|\\bcvp\\b|\\bzvd\\b|venous|ven(ö|oe)s|atri(al|um)|vorhof"
                            + "|ventric|ventrik|intracran|intrakran|airway|atemweg|percentile|perzentil"
                            + "|ideal|umbilical vein|target|soll|baby|fetal|fetus|maternal",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final CodeTable table;

    /** What a concept is. */
    sealed interface Meaning {
        /** It is in the table. */
        record Known(CodeTable.Match.Found found) implements Meaning {
            Target target() {
                return found.target();
            }
        }

        /** It is not, or cannot be told. */
        record Unknown(String reason) implements Meaning {}
    }

    Concepts(CodeTable table) {
        this.table = table;
    }

    /** The meaning of a concept; its codes count as one statement. */
    Meaning meaning(CodeableConcept concept) {
        List<CodeTable.Match.Found> named = new ArrayList<>();
        List<List<CodeTable.Match.Found>> silent = new ArrayList<>();
        String text = concept.hasText() ? concept.getText() : "";
        for (Coding coding : concept.getCoding()) {
            Code code = code(coding, text);
            if (code.code().isBlank()) {
                return new Meaning.Unknown("one of its codes is empty");
            }
            if (COMPANIONS.contains(coding.getSystem() + "|" + coding.getCode())) {
                continue;
            }
            List<CodeTable.Match.Found> byNumber = table.byNumber(code);
            boolean listed = !byNumber.isEmpty();
            if (listed && code.name().isBlank()) {
                silent.add(byNumber);
                continue;
            }
            switch (table.match(List.of(code))) {
                case CodeTable.Match.Found found -> named.add(found);
                case CodeTable.Match.Unknown unknown -> {
                    if (listed || FhirCodes.INTERNATIONAL.contains(coding.getSystem())) {
                        return new Meaning.Unknown(unknown.reason());
                    }
                    if (ELSEWHERE.matcher(code.name()).find()) {
                        return new Meaning.Unknown("it is called '%s'".formatted(code.name()));
                    }
                }
            }
        }
        if (named.isEmpty()) {
            return new Meaning.Unknown(
                    silent.isEmpty()
                            ? unknown(concept, text)
                            : "its code came without a name: code and name must fit");
        }
        return together(named, silent, concept);
    }

    private static Code code(Coding coding, String text) {
        String display = coding.hasDisplay() ? coding.getDisplay() : text;
        return new Code(
                coding.hasCode() ? coding.getCode() : "",
                // SNOMED names carry their kind in brackets, which is no part of the name.
                display.replaceFirst(" \\((observable entity|finding|procedure)\\)$", ""),
                coding.hasSystem() ? coding.getSystem() : "");
    }

    private static String unknown(CodeableConcept concept, String text) {
        return concept.getCoding().stream()
                .findFirst()
                .map(
                        coding ->
                                "not of interest: %s is not in the table"
                                        .formatted(code(coding, "")))
                .orElse(text.isEmpty() ? "it has no code" : "it has no code, only a text");
    }

    private static Meaning together(
            List<CodeTable.Match.Found> named,
            List<List<CodeTable.Match.Found>> silent,
            CodeableConcept concept) {
        CodeTable.Match.Found chosen = named.getFirst();
        for (CodeTable.Match.Found other : named) {
            if (!agree(chosen.target(), other.target())) {
                return disagreement(concept);
            }
            chosen = narrower(chosen, other);
        }
        for (List<CodeTable.Match.Found> one : silent) {
            Target known = chosen.target();
            // What is known to be of no use stays so, whatever general code stands beside it.
            if (!(known instanceof Target.NotOfInterest)
                    && one.stream().noneMatch(found -> agree(known, found.target()))) {
                return disagreement(concept);
            }
        }
        if (concept.hasText()
                && !(chosen.target() instanceof Target.NotOfInterest)
                && ELSEWHERE.matcher(concept.getText()).find()) {
            return new Meaning.Unknown("it is called '%s'".formatted(concept.getText()));
        }
        return new Meaning.Known(chosen);
    }

    private static Meaning disagreement(CodeableConcept concept) {
        return new Meaning.Unknown(
                "its codes name different quantities: "
                        + concept.getCoding().stream().map(coding -> code(coding, "")).toList());
    }

    /**
     * Whether two codes can be of one quantity: the same, or a place and the quantity in general.
     */
    private static boolean agree(Target one, Target other) {
        if (one.equals(other)) {
            return true;
        }
        if (one instanceof Target.BodyTemperature first
                && other instanceof Target.BodyTemperature second) {
            return isGeneral(first.site()) || isGeneral(second.site());
        }
        return one instanceof Target.Pressure first
                && other instanceof Target.Pressure second
                && first.part() == second.part()
                && (first.source() == PressureSource.UNSTATED
                        || second.source() == PressureSource.UNSTATED);
    }

    /** "Core" is said of rectum, bladder, mouth and ear as well; the place says more. */
    private static boolean isGeneral(TemperatureSite site) {
        return site == TemperatureSite.UNSTATED || site == TemperatureSite.CORE;
    }

    private static CodeTable.Match.Found narrower(
            CodeTable.Match.Found one, CodeTable.Match.Found other) {
        return rank(other.target()) > rank(one.target()) ? other : one;
    }

    private static int rank(Target target) {
        return switch (target) {
            case Target.BodyTemperature temperature ->
                    temperature.site() == TemperatureSite.UNSTATED
                            ? 0
                            : temperature.site() == TemperatureSite.CORE ? 1 : 2;
            case Target.Pressure pressure -> pressure.source() == PressureSource.UNSTATED ? 0 : 1;
            case Target.Sign sign -> 0;
            case Target.Laboratory laboratory -> 0;
            case Target.DrugGiven given -> 0;
            case Target.Text words -> 0;
            case Target.Pump pump -> 0;
            case Target.NotOfInterest none -> 0;
        };
    }

    /** Whether one of the codes is this one. */
    static boolean has(CodeableConcept concept, String system, String code) {
        return concept.getCoding().stream()
                .anyMatch(one -> system.equals(one.getSystem()) && code.equals(one.getCode()));
    }

    /** The code of a system; {@code null} when it has none. */
    static @Nullable String of(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(one -> system.equals(one.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    /** Names and text of a concept, each once, the text first; empty when there are none. */
    static Set<String> names(CodeableConcept concept) {
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(
                        Stream.ofNullable(concept.getText()),
                        concept.getCoding().stream().map(Coding::getDisplay))
                .filter(name -> name != null && !name.isBlank())
                .forEach(names::add);
        return names;
    }

    /** For reasons that people read. */
    static String shown(CodeableConcept concept) {
        return names(concept).stream()
                .findFirst()
                .orElseGet(
                        () ->
                                concept.getCoding().stream()
                                        .map(Coding::getCode)
                                        .findFirst()
                                        .orElse("no code"));
    }
}
