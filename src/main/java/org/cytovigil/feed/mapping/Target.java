package org.cytovigil.feed.mapping;

import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;

/** What a code stands for. */
public sealed interface Target {
    /** A body temperature, and where it is taken. */
    record BodyTemperature(TemperatureSite site) implements Target {}

    /** One of the three numbers of a blood pressure, and what measures it. */
    record Pressure(PressurePart part, PressureSource source) implements Target {}

    /** The numbers of a blood pressure. */
    enum PressurePart {
        SYSTOLIC,
        DIASTOLIC,
        MEAN
    }

    /** A number that stands by itself. */
    record Sign(VitalSign sign) implements Target {}

    /** Numbers that stand by themselves, or set an oxygen device. */
    enum VitalSign {
        OXYGEN_SATURATION,
        HEART_RATE,
        RESPIRATORY_RATE,
        INSPIRED_OXYGEN,
        OXYGEN_FLOW,
        WEIGHT,
        HEIGHT,
        ICE,
        CAPD,
        /** A bolus of fluid that was given. */
        FLUID_BOLUS
    }

    /** A laboratory result. */
    record Laboratory(Analyte analyte) implements Target {}

    // [impl->req~feed.hl7.given~1]
    /** An amount of a drug given, other than of a vasopressor, by its generic name. */
    record DrugGiven(String drug) implements Target {}

    /** A word. */
    record Text(TextKind kind) implements Target {}

    /** Words that say something about the numbers beside them, or of an event. */
    enum TextKind {
        OXYGEN_DEVICE,
        TEMPERATURE_SITE,
        PUMP_DRUG,
        PUMP_STATE,
        /** The product of CAR-T cells whose infusion began. */
        CELL_INFUSION
    }

    /** A number of an infusion pump. */
    record Pump(PumpNumber number) implements Target {}

    /** The numbers of an infusion pump. */
    enum PumpNumber {
        DOSE_RATE,
        FLOW,
        CONCENTRATION
    }

    /** Known, and of no use for grading. */
    record NotOfInterest() implements Target {}
}
