package org.cytovigil.ledger.jdbc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of events: a word for the kind and the record as JSON. Quantities keep the names
 * of their units ({@code {"mmHg":62.0}}), instants are ISO-8601 in UTC, a component that is {@code
 * null} is left out, and the kinds of observation and oxygen device are told by the properties
 * {@code kind} and {@code device}.
 *
 * <p>Reading is strict: an unknown kind or property, and a missing component that may not be {@code
 * null}, are errors. What is written here is read for as long as there are stores: a word or a name
 * in it never changes its meaning.
 */
final class EntryJson {
    private static final Map<String, Class<? extends Entry.Event>> EVENTS =
            Map.ofEntries(
                    Map.entry("admitted", Entry.Admitted.class),
                    Map.entry("infusion-charted", Entry.InfusionCharted.class),
                    Map.entry("patient-identified", Entry.PatientIdentified.class),
                    Map.entry("admission-cancelled", Entry.AdmissionCancelled.class),
                    Map.entry("moved", Entry.Moved.class),
                    Map.entry("discharged", Entry.Discharged.class),
                    Map.entry("discharge-cancelled", Entry.DischargeCancelled.class),
                    Map.entry("nurse-assigned", Entry.NurseAssigned.class),
                    Map.entry("observed", Entry.Observed.class),
                    Map.entry("corrected", Entry.Corrected.class),
                    Map.entry("retracted", Entry.Retracted.class),
                    Map.entry("technical", Entry.Technical.class),
                    Map.entry("acknowledged", Entry.Acknowledged.class),
                    Map.entry("alarm-shelved", Entry.AlarmShelved.class),
                    Map.entry("alarm-unshelved", Entry.AlarmUnshelved.class),
                    Map.entry("alarm-taken-out", Entry.AlarmTakenOut.class),
                    Map.entry("alarm-put-back", Entry.AlarmPutBack.class),
                    Map.entry("alarm-adjusted", Entry.AlarmAdjusted.class),
                    Map.entry("alarm-adjustment-ended", Entry.AlarmAdjustmentEnded.class),
                    Map.entry("check-put-off", Entry.CheckPutOff.class),
                    Map.entry("check-asked-again", Entry.CheckAskedAgain.class));

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(
                            AnnotationIntrospector.pair(
                                    new JacksonAnnotationIntrospector(), new NullMarkedRecords()))
                    .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .addMixIn(Observation.class, ObservationForm.class)
                    .addMixIn(OxygenSupport.class, OxygenSupportForm.class)
                    .addMixIn(RiskFactor.class, RiskFactorForm.class)
                    .addMixIn(StayId.class, StayIdForm.class)
                    .addMixIn(Treatment.class, TreatmentForm.class)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, new InstantWriter())
                                    .addDeserializer(Instant.class, new InstantReader())
                                    .addSerializer(
                                            new ScoreForms.TotalWriter<>(
                                                    IceScore.Total.class, IceScore.Total::points))
                                    .addSerializer(
                                            new ScoreForms.TotalWriter<>(
                                                    CapdScore.Total.class, CapdScore.Total::points))
                                    .addDeserializer(IceScore.class, new ScoreForms.IceReader())
                                    .addDeserializer(CapdScore.class, new ScoreForms.CapdReader()))
                    .build();

    private EntryJson() {}

    /** The word for the kind of an event. */
    static String kind(Entry.Event event) {
        return switch (event) {
            case Entry.Admitted a -> "admitted";
            case Entry.InfusionCharted i -> "infusion-charted";
            case Entry.PatientIdentified p -> "patient-identified";
            case Entry.AdmissionCancelled a -> "admission-cancelled";
            case Entry.Moved m -> "moved";
            case Entry.Discharged d -> "discharged";
            case Entry.DischargeCancelled d -> "discharge-cancelled";
            case Entry.NurseAssigned n -> "nurse-assigned";
            case Entry.Observed o -> "observed";
            case Entry.Corrected c -> "corrected";
            case Entry.Retracted r -> "retracted";
            case Entry.Technical t -> "technical";
            case Entry.Acknowledged a -> "acknowledged";
            case Entry.AlarmShelved s -> "alarm-shelved";
            case Entry.AlarmUnshelved u -> "alarm-unshelved";
            case Entry.AlarmTakenOut t -> "alarm-taken-out";
            case Entry.AlarmPutBack b -> "alarm-put-back";
            case Entry.AlarmAdjusted a -> "alarm-adjusted";
            case Entry.AlarmAdjustmentEnded e -> "alarm-adjustment-ended";
            case Entry.CheckPutOff p -> "check-put-off";
            case Entry.CheckAskedAgain a -> "check-asked-again";
        };
    }

    /** The event as JSON, always the same text for the same event. */
    static String payload(Entry.Event event) throws JsonProcessingException {
        return MAPPER.writeValueAsString(event);
    }

    /**
     * The event that was stored.
     *
     * @throws JsonProcessingException when the text is not the form of an event of that kind
     * @throws IllegalArgumentException when the kind is unknown
     */
    static Entry.Event read(String kind, String payload) throws JsonProcessingException {
        Class<? extends Entry.Event> type = EVENTS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("the kind \"" + kind + "\" is unknown");
        }
        return MAPPER.readValue(payload, type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Observation.BodyTemperature.class, name = "body-temperature"),
        @JsonSubTypes.Type(value = Observation.BloodPressure.class, name = "blood-pressure"),
        @JsonSubTypes.Type(value = Observation.OxygenSaturation.class, name = "oxygen-saturation"),
        @JsonSubTypes.Type(value = Observation.HeartRate.class, name = "heart-rate"),
        @JsonSubTypes.Type(
                value = Observation.NeurologicalExamination.class,
                name = "neurological-examination"),
        @JsonSubTypes.Type(value = Observation.RespiratoryRate.class, name = "respiratory-rate"),
        @JsonSubTypes.Type(value = Observation.BodyWeight.class, name = "body-weight"),
        @JsonSubTypes.Type(value = Observation.BodyHeight.class, name = "body-height"),
        @JsonSubTypes.Type(value = Observation.RiskFactorCharted.class, name = "risk-factor"),
        @JsonSubTypes.Type(value = Observation.OxygenDevice.class, name = "oxygen-device"),
        @JsonSubTypes.Type(value = Observation.OxygenSettings.class, name = "oxygen-settings"),
        @JsonSubTypes.Type(value = Observation.VasopressorCharted.class, name = "vasopressor"),
        @JsonSubTypes.Type(value = Observation.VasopressorList.class, name = "vasopressor-list"),
        @JsonSubTypes.Type(
                value = Observation.HypotensionStated.class,
                name = "hypotension-stated"),
        @JsonSubTypes.Type(value = Observation.FluidBolus.class, name = "fluid-bolus"),
        @JsonSubTypes.Type(value = Observation.TreatmentGiven.class, name = "treatment"),
        @JsonSubTypes.Type(
                value = Observation.ConstitutionalSymptoms.class,
                name = "constitutional-symptoms"),
        @JsonSubTypes.Type(value = Observation.OrganToxicity.class, name = "organ-toxicity"),
        @JsonSubTypes.Type(
                value = Observation.CoagulopathyTreated.class,
                name = "coagulopathy-treated"),
        @JsonSubTypes.Type(
                value = Observation.IntravenousTherapy.class,
                name = "intravenous-therapy"),
        @JsonSubTypes.Type(value = Observation.LaboratoryResult.class, name = "laboratory-result"),
        @JsonSubTypes.Type(value = Observation.Attributed.class, name = "attributed"),
        @JsonSubTypes.Type(value = Observation.GradeOverridden.class, name = "grade-overridden"),
        @JsonSubTypes.Type(value = Observation.EpisodeOpened.class, name = "episode-opened"),
        @JsonSubTypes.Type(value = Observation.Note.class, name = "note"),
        @JsonSubTypes.Type(value = Observation.DeathDueToCrs.class, name = "death-due-to-crs")
    })
    private interface ObservationForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "device")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OxygenSupport.RoomAir.class, name = "room-air"),
        @JsonSubTypes.Type(value = OxygenSupport.NasalCannula.class, name = "nasal-cannula"),
        @JsonSubTypes.Type(value = OxygenSupport.HighFlowCannula.class, name = "hfnc"),
        @JsonSubTypes.Type(value = OxygenSupport.BlowBy.class, name = "blow-by"),
        @JsonSubTypes.Type(value = OxygenSupport.Mask.class, name = "mask"),
        @JsonSubTypes.Type(value = OxygenSupport.Cpap.class, name = "cpap"),
        @JsonSubTypes.Type(value = OxygenSupport.Bipap.class, name = "bipap"),
        @JsonSubTypes.Type(value = OxygenSupport.Ventilator.class, name = "mechanical-ventilation"),
        @JsonSubTypes.Type(value = OxygenSupport.Unrecognised.class, name = "unrecognised")
    })
    private interface OxygenSupportForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "factor")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RiskFactor.CellDose.class, name = "cell-dose"),
        @JsonSubTypes.Type(value = RiskFactor.DiseaseBurden.class, name = "disease-burden"),
        @JsonSubTypes.Type(value = RiskFactor.Lymphodepletion.class, name = "lymphodepletion"),
        @JsonSubTypes.Type(value = RiskFactor.Baseline.class, name = "baseline")
    })
    private interface RiskFactorForm {}

    /** Only the whole record is its stored form. */
    private abstract static class TreatmentForm {
        @JsonCreator
        TreatmentForm(
                @SuppressWarnings("unused") @JsonProperty("drug") String drug,
                @SuppressWarnings("unused") @JsonProperty("amount") @Nullable DrugAmount amount,
                @SuppressWarnings("unused") @JsonProperty("text") String text) {}
    }

    private abstract static class StayIdForm {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        StayIdForm(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }

    /** Makes a component required unless its type says {@code @Nullable}. */
    private static final class NullMarkedRecords extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            return mayNotBeNull(member) ? Boolean.TRUE : null;
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            return mayNotBeNull(annotated)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : JsonSetter.Value.empty();
        }

        private static boolean mayNotBeNull(Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                    && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()]
                            .isAnnotationPresent(Nullable.class);
        }
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            String text = in.getValueAsString("");
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(
                        text, Instant.class, "not an ISO-8601 instant in UTC");
            }
        }
    }
}
