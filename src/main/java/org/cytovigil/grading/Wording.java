package org.cytovigil.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.MaskKind;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/** Facts in words and numbers as the ward writes them; every value with its unit. */
public final class Wording {
    /** Ends the words of a drug whose dose nobody knows. */
    static final String DOSE_UNKNOWN = ", dose unknown";

    private Wording() {}

    /**
     * "88/51 mmHg (mean 63)", with a question mark for a part that was not charted; "mean 63 mmHg"
     * when it was the mean alone.
     */
    public static String pressure(BloodPressure pressure) {
        Pressure mean = pressure.meanOrDerived();
        if (mean != null && pressure.systolic() == null && pressure.diastolic() == null) {
            return "mean %s mmHg".formatted(number(Math.rint(mean.mmHg())));
        }
        return pressureNumbers(pressure)
                + " mmHg"
                + (mean == null ? "" : " (mean %s)".formatted(number(Math.rint(mean.mmHg()))));
    }

    /** "88/51". */
    public static String pressureNumbers(BloodPressure pressure) {
        return part(pressure.systolic()) + "/" + part(pressure.diastolic());
    }

    private static String part(@Nullable Pressure pressure) {
        return pressure == null ? "?" : number(Math.rint(pressure.mmHg()));
    }

    /** "high-flow cannula 40 L/min, FiO2 50 %". */
    public static String oxygen(OxygenSupport support) {
        return device(support) + settings(support, " L/min");
    }

    /** "HFNC 40 L 50 %", for a tile. */
    public static String shortOxygen(OxygenSupport support) {
        OxygenFlow flow = support.flow();
        OxygenFraction fio2 = support.fio2();
        return shortDevice(support)
                + (flow == null ? "" : " " + number(flow.litresPerMinute()) + " L")
                + (fio2 == null ? "" : " " + number(fio2.percent()) + " %");
    }

    private static String settings(OxygenSupport support, String flowUnit) {
        OxygenFlow flow = support.flow();
        OxygenFraction fio2 = support.fio2();
        return (flow == null ? "" : " " + number(flow.litresPerMinute()) + flowUnit)
                + (fio2 == null ? "" : ", FiO2 " + number(fio2.percent()) + " %");
    }

    private static String device(OxygenSupport support) {
        return switch (support) {
            case OxygenSupport.RoomAir air -> "room air";
            case OxygenSupport.NasalCannula cannula -> "nasal cannula";
            case OxygenSupport.HighFlowCannula cannula -> "high-flow nasal cannula";
            case OxygenSupport.BlowBy blowBy -> "blow-by oxygen";
            case OxygenSupport.Mask mask -> mask(mask.kind());
            case OxygenSupport.Cpap cpap -> "CPAP";
            case OxygenSupport.Bipap bipap -> "BiPAP";
            case OxygenSupport.Ventilator ventilator -> "mechanical ventilation";
            case OxygenSupport.Unrecognised unrecognised ->
                    "unknown device (" + unrecognised.name() + ")";
        };
    }

    private static String shortDevice(OxygenSupport support) {
        return switch (support) {
            case OxygenSupport.RoomAir air -> "room air";
            case OxygenSupport.NasalCannula cannula -> "cannula";
            case OxygenSupport.HighFlowCannula cannula -> "HFNC";
            case OxygenSupport.BlowBy blowBy -> "blow-by";
            case OxygenSupport.Mask mask -> shortMask(mask.kind());
            case OxygenSupport.Cpap cpap -> "CPAP";
            case OxygenSupport.Bipap bipap -> "BiPAP";
            case OxygenSupport.Ventilator ventilator -> "vent";
            case OxygenSupport.Unrecognised unrecognised -> "device?";
        };
    }

    private static String mask(MaskKind kind) {
        return switch (kind) {
            case SIMPLE -> "simple mask";
            case FACE_TENT -> "face tent";
            case TRACHEOSTOMY_COLLAR -> "tracheostomy collar";
            case T_PIECE -> "T-piece";
            case VENTURI -> "Venturi mask";
            case PARTIAL_REBREATHER -> "partial rebreather mask";
            case NON_REBREATHER -> "non-rebreather mask";
        };
    }

    private static String shortMask(MaskKind kind) {
        return switch (kind) {
            case SIMPLE -> "mask";
            case FACE_TENT -> "face tent";
            case TRACHEOSTOMY_COLLAR -> "tracheostomy collar";
            case T_PIECE -> "T-piece";
            case VENTURI -> "Venturi";
            case PARTIAL_REBREATHER -> "partial rebreather";
            case NON_REBREATHER -> "non-rebreather";
        };
    }

    /**
     * "norepinephrine 8 µg/min", "norepinephrine tartrate 39 µg/min (19.5 as base)", or
     * "norepinephrine, dose unknown".
     */
    public static String infusion(VasopressorInfusion infusion) {
        DoseRate rate = infusion.rate();
        DoseRate base = infusion.baseRate();
        // No other drug's dose changes with its salt.
        boolean tartrate =
                infusion.drug() == Vasopressor.NOREPINEPHRINE && infusion.salt() == Salt.TARTRATE;
        String name = infusion.drug().id() + (tartrate ? " tartrate" : "");
        if (rate == null || base == null) {
            return name + DOSE_UNKNOWN;
        }
        return name
                + " "
                + dose(rate)
                + (tartrate ? " (%s as base)".formatted(number(base.amount())) : "");
    }

    /** "NE 0.08", in the unit charted, for a tile; "NE ?" when the dose is unknown. */
    public static String shortInfusion(VasopressorInfusion infusion) {
        DoseRate rate = infusion.rate();
        return infusion.drug().shortName() + " " + (rate == null ? "?" : hundredths(rate.amount()));
    }

    /** "0.08 ug/kg/min"; units of vasopressin as "U". */
    public static String dose(DoseRate rate) {
        return number(rate.amount()) + " " + unit(rate.unit());
    }

    /** The unit as the ward writes it. */
    public static String unit(DoseUnit unit) {
        return unit.ucum().replace("[U]", "U").replace("ug", "µg");
    }

    /** "8 h: a temperature stands for the present"; what is or is not so ends on "yes" or "no". */
    public static String setting(Setting<?> setting, SitePolicy policy) {
        String value = plainUnit(policy.text(setting));
        return policy.get(setting) instanceof Boolean
                ? setting.meaning() + ": " + value
                : value + ": " + setting.meaning();
    }

    /** A value of a policy file as the ward writes it: "38 °C" for "38 Cel". */
    public static String plainUnit(String text) {
        return text.replace("mm[Hg]", "mmHg")
                .replace("Cel", "°C")
                .replace("ug/", "µg/")
                .replaceFirst(" a$", " years")
                .replaceFirst("^true$", "yes")
                .replaceFirst("^false$", "no");
    }

    /** At most three decimals, none that are zero; a smaller value keeps its first digit. */
    public static String number(double value) {
        int digits = value != 0 && Math.abs(value) < 0.001 ? 6 : 3;
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String hundredths(double value) {
        // Where room is short two decimals do, but never so few that a small dose reads as none.
        return Math.abs(value) < 0.01 ? number(value) : number(Math.rint(value * 100) / 100);
    }

    /** One decimal, always, and never rounded up: 37.95 is no fever and must not read as 38.0. */
    public static String tenths(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .setScale(1, RoundingMode.FLOOR)
                .toPlainString();
    }

    /** "4 min", "2 h 10", "3 days": how long ago or for how long. */
    public static String age(Instant since, Instant now) {
        return duration(Duration.between(since, now));
    }

    /**
     * "day 3 14:09": days and hours after the infusion of cells, day 0 being the first 24 hours;
     * before it "day -1 22:00", counted so that the clock runs forward.
     */
    public static String dayAndHour(Instant infusion, Instant at) {
        long minutes = Math.floorDiv(Duration.between(infusion, at).toSeconds(), 60);
        long rest = Math.floorMod(minutes, 24L * 60);
        return String.format(
                Locale.ROOT,
                "day %d %02d:%02d",
                Math.floorDiv(minutes, 24 * 60),
                rest / 60,
                rest % 60);
    }

    /** "4 min", "2 h 10", "3 days". */
    public static String duration(Duration span) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            long rest = minutes % 60;
            return rest == 0
                    ? minutes / 60 + " h"
                    : String.format(Locale.ROOT, "%d h %02d", minutes / 60, rest);
        }
        return minutes / (24 * 60) + " days";
    }
}
