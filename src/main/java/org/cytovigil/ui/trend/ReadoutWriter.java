package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.TimedFact;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.Readouts.Line;
import org.cytovigil.ui.trend.Readouts.Readout;
import org.jspecify.annotations.Nullable;

/** Writes the present values of a picture: each with its unit, and its age once that matters. */
final class ReadoutWriter {
    /** Of a value that no device sends again and again. */
    private static final Duration AGE_SHOWN_FROM = Duration.ofHours(1);

    private final StaySnapshot stay;
    private final ClinicalPicture picture;
    private final SitePolicy policy;

    ReadoutWriter(StaySnapshot stay) {
        this.stay = stay;
        this.picture = stay.picture();
        this.policy = stay.policy();
    }

    Readouts write() {
        return new Readouts(
                readout(
                        BodyTemperature.class,
                        picture.temperature(),
                        value -> Wording.tenths(value.value().celsius()),
                        "°C",
                        "bedside.value.ago",
                        value -> List.of()),
                readout(
                        BloodPressure.class,
                        picture.pressure(),
                        Wording::pressureNumbers,
                        "mmHg",
                        "bedside.value.ago",
                        ReadoutWriter::means),
                oxygen(),
                vasopressors(),
                treatments(),
                rates(),
                LaboratoryReadout.of(stay),
                neurology());
    }

    private Readout rates() {
        Readout heart =
                readout(
                        Observation.HeartRate.class,
                        picture.heartRate(),
                        value -> whole(value.perMinute()),
                        Texts.of("trend.heart"),
                        "bedside.value.ago",
                        value -> List.of());
        Readout breath =
                readout(
                        Observation.RespiratoryRate.class,
                        picture.respiratoryRate(),
                        value -> whole(value.perMinute()),
                        "",
                        "bedside.value.ago",
                        value -> List.of());
        List<Line> lines = new ArrayList<>(heart.lines());
        lines.add(new Line(Texts.of("trend.value.breath", breath.value()), breath.stale()));
        boolean known =
                picture.respiratoryRate() instanceof Reading.Measured
                        || picture.respiratoryRate() instanceof Reading.Stale;
        if (known) {
            lines.addAll(breath.lines());
        }
        return new Readout(heart.value(), heart.unit(), heart.stale(), List.copyOf(lines));
    }

    private Readout neurology() {
        Readout score =
                readout(
                        Observation.NeurologicalExamination.class,
                        picture.neurology(),
                        NeurologyScore::words,
                        "",
                        "bedside.value.ago",
                        value -> List.of());
        Assessment grade = stay.assessment(ScaleId.ICANS);
        List<Line> lines = new ArrayList<>();
        if (grade != null) {
            lines.add(plain(Texts.of("trend.value.icans", grade.standing())));
        }
        lines.addAll(score.lines());
        return new Readout(score.value(), score.unit(), score.stale(), List.copyOf(lines));
    }

    private Readout treatments() {
        List<TimedFact> events = stay.chart().events();
        long now = picture.at().toEpochMilli();
        for (int i = Steps.lastAt(events, TimedFact::at, now); i >= 0; i--) {
            TimedFact event = events.get(i);
            if (!(event.observation() instanceof Observation.Note)) {
                String ago = Texts.of("bedside.value.ago", Wording.age(event.at(), picture.at()));
                return new Readout(
                        EventWords.brief(event.observation()), "", false, List.of(plain(ago)));
            }
        }
        return new Readout(Texts.of("bedside.value.none"), "", false, List.of());
    }

    private static List<String> means(BloodPressure value) {
        Pressure mean = value.meanOrDerived();
        String source =
                value.source() == Observation.PressureSource.UNSTATED
                        ? ""
                        : Texts.of("trend.source." + value.source().name());
        if (mean == null) {
            return source.isEmpty() ? List.of() : List.of(source);
        }
        String words = Texts.of("bedside.value.mean", whole(mean.mmHg()));
        return List.of(source.isEmpty() ? words : Texts.of("trend.value.aged", words, source));
    }

    private <T> Readout readout(
            Class<? extends Observation> kind,
            Reading<T> reading,
            Function<T, String> value,
            String unit,
            String ageKey,
            Function<T, List<String>> more) {
        return switch (reading) {
            case Reading.Measured<T>(T known, Instant at) ->
                    new Readout(
                            value.apply(known),
                            unit,
                            false,
                            lines(kind, more.apply(known), false, at, ageKey));
            case Reading.Stale<T>(T known, Instant at) ->
                    new Readout(
                            value.apply(known),
                            unit,
                            true,
                            lines(kind, more.apply(known), true, at, ageKey));
            case Reading.Missing<T> missing -> new Readout("–", unit, false, List.of(never()));
            case Reading.Implausible<T>(String reason, Instant at) ->
                    new Readout(
                            "?",
                            unit,
                            false,
                            List.of(plain(Texts.of("bedside.value.rejected", reason))));
        };
    }

    private List<Line> lines(
            Class<? extends Observation> kind,
            List<String> more,
            boolean stale,
            Instant at,
            String ageKey) {
        List<Line> lines = new ArrayList<>();
        more.forEach(text -> lines.add(new Line(text, stale)));
        String age = Wording.age(at, picture.at());
        if (stale) {
            lines.add(plain(Texts.of("bedside.value.stale", age)));
        } else if (stay.isLate(kind, at, picture.at(), AGE_SHOWN_FROM)) {
            lines.add(plain(Texts.of(ageKey, age)));
        }
        return List.copyOf(lines);
    }

    private Readout oxygen() {
        Readout device =
                readout(
                        Observation.OxygenDevice.class,
                        picture.oxygen(),
                        OxygenLadder::shortName,
                        "",
                        "bedside.value.charted",
                        support ->
                                settings(support).isEmpty()
                                        ? List.of()
                                        : List.of(settings(support)));
        Readout saturation =
                readout(
                        Observation.OxygenSaturation.class,
                        picture.saturation(),
                        value -> Wording.number(value.percent()),
                        "%",
                        "bedside.value.ago",
                        value -> List.of());
        List<Line> lines = new ArrayList<>(device.lines());
        lines.add(
                new Line(
                        Texts.of("bedside.value.saturation", saturation.value()),
                        saturation.stale()));
        boolean known =
                picture.saturation() instanceof Reading.Measured
                        || picture.saturation() instanceof Reading.Stale;
        if (known) {
            lines.addAll(saturation.lines());
        }
        return new Readout(device.value(), device.unit(), device.stale(), List.copyOf(lines));
    }

    /** "40 L/min, FiO2 50 %"; empty when nothing is set. */
    static String settings(OxygenSupport support) {
        OxygenFlow flow = support.flow();
        OxygenFraction fio2 = support.fio2();
        List<String> parts = new ArrayList<>();
        if (flow != null) {
            parts.add(Texts.of("bedside.value.flow", Wording.number(flow.litresPerMinute())));
        }
        if (fio2 != null) {
            parts.add(Texts.of("bedside.value.fio2", Wording.number(fio2.percent())));
        }
        return String.join(", ", parts);
    }

    private Readout vasopressors() {
        List<RunningVasopressor> running = picture.vasopressors().drugs();
        if (running.isEmpty()) {
            return new Readout(Texts.of("bedside.value.none"), "", false, List.of());
        }
        RunningVasopressor first = running.getFirst();
        Dose dose = dose(first, picture.patient().weight());
        List<Line> lines = new ArrayList<>();
        if (!dose.charted.isEmpty()) {
            lines.add(plain(dose.charted));
        }
        RunningVasopressor oldest = first;
        for (RunningVasopressor other : running.subList(1, running.size())) {
            Dose more = dose(other, picture.patient().weight());
            lines.add(plain((more.value + " " + more.unit).strip()));
            oldest = other.confirmed().isBefore(oldest.confirmed()) ? other : oldest;
        }
        String age = age(oldest.confirmed());
        if (!age.isEmpty()) {
            String drug = oldest.infusion().drug().shortName();
            lines.add(
                    plain(
                            running.size() == 1
                                    ? age
                                    : Texts.of("bedside.value.of-drug", drug, age)));
        }
        return new Readout(dose.value, dose.unit, false, List.copyOf(lines));
    }

    /** How long ago an infusion was charted, once that matters; else empty. */
    private String age(Instant confirmed) {
        String age = Wording.age(confirmed, picture.at());
        if (older(confirmed, policy.get(Settings.INFUSION_CONFIRMED))) {
            return Texts.of("bedside.value.unconfirmed", age);
        }
        return older(confirmed, AGE_SHOWN_FROM) ? Texts.of("bedside.value.charted", age) : "";
    }

    private record Dose(String value, String unit, String charted) {}

    private static Dose dose(RunningVasopressor running, @Nullable Weight weight) {
        String name = running.infusion().drug().shortName();
        DoseRate charted = running.infusion().rate();
        DoseRate base = running.infusion().baseRate();
        if (charted == null || base == null) {
            return new Dose(name + " ?", "", Texts.of("bedside.value.dose-unknown"));
        }
        boolean convert =
                weight != null
                        && running.infusion().drug().quantity() == DoseUnit.Quantity.MASS
                        && charted.unit() != DoseUnit.UG_PER_KG_PER_MIN;
        if (!convert || weight == null) {
            return new Dose(
                    name + " " + Wording.number(charted.amount()),
                    Wording.unit(charted.unit()),
                    "");
        }
        return new Dose(
                name + " " + DoseScale.amount(base.perKilogramPerMinute(weight)),
                Texts.of("bedside.unit.per-kg"),
                Texts.of("bedside.value.as-charted", Wording.dose(charted)));
    }

    private boolean older(Instant at, Duration than) {
        return Duration.between(at, picture.at()).compareTo(than) > 0;
    }

    /** That nothing was ever charted. */
    static Line never() {
        return plain(Texts.of("bedside.value.never"));
    }

    private static Line plain(String text) {
        return new Line(text, false);
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}
