package org.cytovigil.feed.fhir;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Reads a blood pressure with its parts. Pressures in the lungs, the heart and the veins come with
 * the general codes of parts, so the panel itself must say that it is of the systemic arteries.
 */
final class PressurePanel {
    /** The codes that say so, and what measured it as far as they tell. */
    private static final Map<String, PressureSource> PANELS =
            Map.of(
                    FhirCodes.LOINC + "|85354-9", PressureSource.UNSTATED,
                    FhirCodes.LOINC + "|55284-4", PressureSource.UNSTATED,
                    FhirCodes.LOINC + "|35094-2", PressureSource.UNSTATED,
                    FhirCodes.SNOMED + "|364090009", PressureSource.UNSTATED,
                    FhirCodes.MDC + "|150016", PressureSource.UNSTATED,
                    FhirCodes.MDC + "|150020", PressureSource.CUFF,
                    FhirCodes.MDC + "|150032", PressureSource.ARTERIAL_LINE,
                    FhirCodes.MDC + "|150036", PressureSource.ARTERIAL_LINE);

    /** True of any pressure of blood: it may stand beside a panel, and is none. */
    private static final String ANY_PRESSURE = FhirCodes.SNOMED + "|75367002";

    private static final Pattern NAME =
            Pattern.compile(
                    "blood pressure|arterial pressure|\\bbp\\b|blutdruck|mdc_press_bld",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_NAME =
            Pattern.compile(
                    "pulmon|wedge|venous|ven(ö|oe)s|atri(al|um)|vorhof|ventri",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Observation observation;
    private final Concepts concepts;
    private final Quantities quantities;

    PressurePanel(Observation observation, Concepts concepts, Quantities quantities) {
        this.observation = observation;
        this.concepts = concepts;
        this.quantities = quantities;
    }

    /** Whether its own code and name say that it is the pressure of the systemic arteries. */
    boolean isPanel() {
        boolean panel = false;
        for (Coding coding : observation.getCode().getCoding()) {
            String key = coding.getSystem() + "|" + coding.getCode();
            boolean international = FhirCodes.INTERNATIONAL.contains(coding.getSystem());
            if (PANELS.containsKey(key)) {
                panel = true;
            } else if (!coding.hasCode() || (international && !key.equals(ANY_PRESSURE))) {
                return false;
            }
        }
        return panel
                && Concepts.names(observation.getCode()).stream()
                        .anyMatch(name -> NAME.matcher(name).find())
                && Concepts.names(observation.getCode()).stream()
                        .noneMatch(name -> OTHER_NAME.matcher(name).find());
    }

    /** The pressure; empty when no part of it can be used. */
    Optional<BloodPressure> read(Outcome out) {
        if (isElsewhere(out)) {
            return Optional.empty();
        }
        if (observation.hasValue()) {
            out.refuse("a panel of pressures with a value of its own");
        }
        Map<Target.PressurePart, Pressure> parts = new EnumMap<>(Target.PressurePart.class);
        PressureSource source = ownSource();
        for (Observation.ObservationComponentComponent part : observation.getComponent()) {
            Mapped mapped = part(part, out);
            if (!(mapped instanceof Mapped.PressureValue value)) {
                continue;
            }
            PressureSource both = common(source, value.source());
            if (both == null) {
                out.refuse("its parts say different things of what measured it");
                return Optional.empty();
            }
            source = both;
            if (parts.put(value.part(), value.pressure()) != null) {
                out.refuse("several values of one part of a blood pressure");
                return Optional.empty();
            }
        }
        return pressure(parts, source);
    }

    private Mapped part(Observation.ObservationComponentComponent part, Outcome out) {
        Mapped mapped =
                switch (concepts.meaning(part.getCode())) {
                    case Concepts.Meaning.Unknown(String reason) -> new Mapped.Refused(reason);
                    case Concepts.Meaning.Known known ->
                            known.target() instanceof Target.Pressure
                                    ? quantities.read(
                                            known.found(),
                                            part.getValue(),
                                            part.hasDataAbsentReason()
                                                    ? part.getDataAbsentReason()
                                                    : null)
                                    : new Mapped.Refused(
                                            "it is no part of a blood pressure: "
                                                    + Concepts.shown(part.getCode()));
                };
        if (mapped instanceof Mapped.Refused(String reason)) {
            if (part.hasValue()) {
                out.refuse(reason);
            } else {
                out.ignore("%s: %s".formatted(Concepts.shown(part.getCode()), reason));
            }
        }
        return mapped;
    }

    /** A pressure that came alone. */
    Optional<BloodPressure> single(Mapped.PressureValue value, Outcome out) {
        if (isElsewhere(out)) {
            return Optional.empty();
        }
        PressureSource source = common(ownSource(), value.source());
        if (source == null) {
            out.refuse("its code and its method say different things of what measured it");
            return Optional.empty();
        }
        return pressure(Map.of(value.part(), value.pressure()), source);
    }

    private boolean isElsewhere(Outcome out) {
        if (BodySites.isSystemic(observation.hasBodySite() ? observation.getBodySite() : null)) {
            return false;
        }
        out.refuse(
                "no pressure of the systemic arteries as far as its place tells: '%s'"
                        .formatted(Concepts.shown(observation.getBodySite())));
        return true;
    }

    private PressureSource ownSource() {
        for (Coding coding : observation.getCode().getCoding()) {
            PressureSource source = PANELS.get(coding.getSystem() + "|" + coding.getCode());
            if (source != null && source != PressureSource.UNSTATED) {
                return source;
            }
        }
        return BodySites.source(observation.hasMethod() ? observation.getMethod() : null);
    }

    private static @Nullable PressureSource common(PressureSource one, PressureSource other) {
        if (one == PressureSource.UNSTATED) {
            return other;
        }
        return other == PressureSource.UNSTATED || one == other ? one : null;
    }

    private static Optional<BloodPressure> pressure(
            Map<Target.PressurePart, Pressure> parts, PressureSource source) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new BloodPressure(
                                parts.get(Target.PressurePart.SYSTOLIC),
                                parts.get(Target.PressurePart.DIASTOLIC),
                                parts.get(Target.PressurePart.MEAN),
                                source));
    }
}
