package org.cytovigil.report;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.feed.fhir.FhirCodes;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.codesystems.ObservationCategory;

/** Small parts of FHIR resources. */
final class Fhir {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private Fhir() {}

    static DateTimeType time(Instant at) {
        return new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, UTC);
    }

    static InstantType instant(Instant at) {
        return new InstantType(Date.from(at), TemporalPrecisionEnum.MILLI, UTC);
    }

    static CodeableConcept concept(String system, String code, String display) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code).setDisplay(display);
        return concept;
    }

    /** A kind of fact, or a part of one, that no public code system has. */
    static CodeableConcept fact(String code) {
        return concept(FhirCodes.FACT, code, code.replace('-', ' '));
    }

    /** A word of the clinical language. */
    static CodeableConcept word(String word) {
        return concept(FhirCodes.WORD, word, word.replace('-', ' '));
    }

    static CodeableConcept word(Enum<?> constant) {
        return word(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** An oxygen device; one that no scale knows keeps the name under which it was charted. */
    static CodeableConcept device(OxygenSupport support) {
        CodeableConcept device = word(support.device());
        return support instanceof OxygenSupport.Unrecognised other
                ? device.setText(other.name())
                : device;
    }

    /** A number with its UCUM unit; the digits are those of the number, no more and no fewer. */
    static Quantity quantity(double value, String ucum) {
        return quantity(BigDecimal.valueOf(value), ucum);
    }

    static Quantity quantity(BigDecimal value, String ucum) {
        BigDecimal plain =
                value.scale() < 0 || value.stripTrailingZeros().scale() <= 0
                        ? value.setScale(0, RoundingMode.UNNECESSARY)
                        : value.stripTrailingZeros();
        return new Quantity().setValue(plain).setUnit(ucum).setSystem(FhirCodes.UCUM).setCode(ucum);
    }

    /** A dose rate; UCUM has no units of drugs but international ones. */
    static Quantity dose(DoseRate rate) {
        return quantity(rate.amount(), rate.unit().ucum().replace("[U]", "[iU]"));
    }

    static CodeableConcept category(ObservationCategory category) {
        return concept(category.getSystem(), category.toCode(), category.getDisplay());
    }

    /** The same identifier for the same thing of the same stay, whenever it is exported. */
    static String id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static Reference reference(String id) {
        return new Reference("urn:uuid:" + id);
    }
}
