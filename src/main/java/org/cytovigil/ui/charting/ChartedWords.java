package org.cytovigil.ui.charting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.Wording;
import org.cytovigil.ui.bedside.RiskWords;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.FactNames;
import org.jspecify.annotations.Nullable;

/** A fact in words with its values: "temperature 39.4 °C". */
public final class ChartedWords {
    /** More of a note would fill a list of facts. */
    private static final int LONGEST = 80;

    private ChartedWords() {}

    /** A fact with its name and value. */
    public static String of(Observation fact) {
        return (name(fact) + " " + value(fact)).strip();
    }

    /** Without the name where unit or form tell what it is, for lists of one kind. */
    static String brief(Observation fact) {
        return switch (fact) {
            case Observation.BodyTemperature t -> value(t);
            case BloodPressure p -> value(p);
            case NeurologicalExamination n -> value(n);
            case Observation.Note n -> value(n);
            default -> of(fact);
        };
    }

    private static String name(Observation fact) {
        return switch (fact) {
            case Observation.VasopressorCharted v -> "";
            case Observation.VasopressorList l -> "";
            case Observation.OxygenDevice d -> "";
            case Observation.TreatmentGiven t -> "";
            case Observation.LaboratoryResult l -> "";
            case Observation.RiskFactorCharted r -> "";
            case Observation.CoagulopathyTreated c -> Texts.of("charting.fact.coagulopathy");
            case Observation.IntravenousTherapy i -> Texts.of("charting.fact.intravenous");
            default -> FactNames.of(fact);
        };
    }

    /** The value alone: "39.4 °C". */
    static String value(Observation fact) {
        return switch (fact) {
            case Observation.BodyTemperature t -> degrees(t.value().celsius());
            case BloodPressure p -> pressure(p);
            case Observation.OxygenSaturation s -> Wording.number(s.percent()) + " %";
            case Observation.HeartRate h -> Wording.number(h.perMinute()) + " /min";
            case Observation.RespiratoryRate r -> Wording.number(r.perMinute()) + " /min";
            case Observation.BodyWeight w -> Wording.number(w.weight().kilograms()) + " kg";
            case Observation.BodyHeight h -> Wording.number(h.height().centimetres()) + " cm";
            case Observation.RiskFactorCharted r -> RiskWords.of(r.risk());
            case Observation.OxygenDevice d -> Wording.oxygen(d.support());
            case Observation.OxygenSettings s -> settings(s.flow(), s.fio2());
            case Observation.VasopressorCharted v -> infusion(v.infusion());
            case Observation.VasopressorList l ->
                    l.infusions().stream()
                            .map(ChartedWords::infusion)
                            .collect(Collectors.joining(", "));
            case Observation.HypotensionStated h -> "";
            case Observation.FluidBolus b -> Wording.number(b.millilitres()) + " mL";
            case Observation.TreatmentGiven t -> treatment(t.treatment());
            case Observation.ConstitutionalSymptoms c -> yes(c.present());
            case Observation.OrganToxicity o ->
                    Texts.of(
                            "charting.fact.organ",
                            Texts.of("charting.organ." + o.organ().name().toLowerCase(Locale.ROOT)),
                            Integer.toString(o.ctcaeGrade()));
            case Observation.CoagulopathyTreated c -> yes(c.treated());
            case Observation.IntravenousTherapy i -> yes(i.given());
            case NeurologicalExamination n -> examination(n);
            case Observation.LaboratoryResult l ->
                    l.analyte().label()
                            + " "
                            + Wording.number(l.value())
                            + " "
                            + l.analyte().ucum();
            case Observation.Attributed a ->
                    Texts.of(
                            a.withdrawn() ? "charting.fact.withdrawn" : "charting.fact.attributed",
                            Texts.of("charting.scope." + a.scope().name().toLowerCase(Locale.ROOT)),
                            a.cause());
            case Observation.GradeOverridden g ->
                    g.grade() == null
                            ? Texts.of("charting.fact.override-ended", g.scale().title())
                            : g.scale().title() + " " + g.grade();
            case Observation.EpisodeOpened e -> "";
            case Observation.Note n -> shortened(n.oneLine());
            case Observation.DeathDueToCrs d -> "";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).stripTrailing() + "…";
    }

    private static String degrees(double celsius) {
        // Tenths are cut, never rounded up; what cannot be is named as it was typed.
        return (celsius < 25 || celsius > 45 ? Wording.number(celsius) : Wording.tenths(celsius))
                + " °C";
    }

    private static String pressure(BloodPressure pressure) {
        Pressure mean = pressure.mean();
        boolean alone = pressure.systolic() == null && pressure.diastolic() == null;
        String stated =
                mean == null
                        ? ""
                        : Texts.of("charting.fact.mean", Wording.number(Math.rint(mean.mmHg())));
        String source =
                pressure.source() == Observation.PressureSource.UNSTATED
                        ? ""
                        : " "
                                + Texts.of(
                                        "charting.source."
                                                + pressure.source()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT));
        return (alone
                        ? stated + " mmHg"
                        : (Wording.pressureNumbers(pressure) + " " + stated).strip() + " mmHg")
                + source;
    }

    private static String settings(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2) {
        List<String> parts = new ArrayList<>();
        if (flow != null) {
            parts.add(Wording.number(flow.litresPerMinute()) + " L/min");
        }
        if (fio2 != null) {
            parts.add("FiO2 " + Wording.number(fio2.percent()) + " %");
        }
        return parts.isEmpty() ? Texts.of("charting.fact.unchanged") : String.join(", ", parts);
    }

    static String infusion(VasopressorInfusion infusion) {
        return infusion.running()
                ? Wording.infusion(infusion)
                : Texts.of("charting.fact.stopped", infusion.drug().id());
    }

    private static String treatment(Treatment given) {
        return (given.drug()
                        + (given.amount() == null
                                ? ""
                                : " " + Wording.number(given.amount().milligrams()) + " mg")
                        + " "
                        + given.text())
                .strip();
    }

    private static String examination(NeurologicalExamination found) {
        List<String> parts = new ArrayList<>();
        IceScore ice = found.ice();
        if (ice != null) {
            parts.add("ICE " + range(ice.least(), ice.most()));
        }
        CapdScore capd = found.capd();
        if (capd != null) {
            parts.add("CAPD " + range(capd.least(), capd.most()));
        }
        add(parts, "consciousness", found.consciousness());
        add(parts, "seizure", found.seizure());
        add(parts, "oedema", found.oedema());
        if (Objects.equals(found.motorWeakness(), true)) {
            parts.add(Texts.of("charting.fact.weakness"));
        }
        if (Objects.equals(found.sedated(), true)) {
            parts.add(Texts.of("charting.fact.sedated"));
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String field, @Nullable Enum<?> found) {
        if (found != null) {
            parts.add(
                    Texts.of("charting.field." + field)
                            + " "
                            + Texts.of(
                                    "charting."
                                            + field
                                            + "."
                                            + found.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** "7", or "7 to 9" when tasks were not charted. */
    static String range(int least, int most) {
        return least == most
                ? Integer.toString(least)
                : Texts.of("charting.range", Integer.toString(least), Integer.toString(most));
    }

    private static String yes(boolean so) {
        return Texts.of(so ? "charting.yes" : "charting.no");
    }
}
