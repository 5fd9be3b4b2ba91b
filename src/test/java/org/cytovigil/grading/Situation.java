package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/**
 * One bedside situation in the words of the policy page, and how it is charted. Fresh values are as
 * old as they may be, stale ones a millisecond older; what each axis means for a grade stands in
 * {@link OracleTables}, written from the policy page without a look at the engine.
 */
record Situation(
        Air air,
        int spo2,
        Drip drip,
        Vasopressin vasopressin,
        Push push,
        Years years,
        Heat heat,
        boolean episode,
        String masking,
        Blame blame,
        Extra extra) {
    static final Instant NOW = Facts.hour(72);
    static final long HOUR = 3_600_000;

    /** No value charted. */
    static final double NONE = Double.NaN;

    /** Nothing wrong: room air, no drug, pressure at the limit, 37.9. */
    static final Situation WELL =
            new Situation(
                    new Air("room-air", NONE, 0),
                    90,
                    Drip.NONE,
                    Vasopressin.NONE,
                    Push.NORMAL,
                    Years.ADULT,
                    Heat.C_37_9,
                    false,
                    "",
                    Blame.NONE,
                    Extra.NOTHING);

    /**
     * The oxygen device: "never", "stale", "unrecognised" or a device's name.
     *
     * @param flow L/min, or {@link #NONE}
     * @param fio2 per cent, or 0 when not set
     * @param home the flow of a cannula at home, or {@link #NONE}
     */
    record Air(String device, double flow, int fio2, double home) {
        Air(String device, double flow, int fio2) {
            this(device, flow, fio2, NONE);
        }
    }

    /** Vasopressin, since so many milliseconds; -1 for none. */
    enum Vasopressin {
        NONE(-1),
        LONG(5 * HOUR),
        THREE_H(3 * HOUR),
        SHORT(3 * HOUR - 1);

        final long ago;

        Vasopressin(long ago) {
            this.ago = ago;
        }
    }

    /** Ages with the systolic limit of Clinical basis section 2. */
    enum Years {
        NEWBORN(0.05, 60),
        ONE_MONTH(1 / 12.0, 70),
        ELEVEN_MONTHS(11 / 12.0, 70),
        ONE(1, 72),
        FIVE(5, 80),
        TEN(10, 90),
        ELEVEN(11, 90),
        ADULT(45, 90),
        UNKNOWN(NONE, 90);

        final double age;
        final double limit;

        Years(double age, double limit) {
            this.age = age;
            this.limit = limit;
        }
    }

    /** The temperature. */
    @SuppressWarnings("ImmutableEnumChecker") // a temperature is a record of a number
    enum Heat {
        NEVER(null, Push.Told.UNKNOWN),
        STALE(null, Push.Told.UNKNOWN),
        C_37_9(Temperature.ofCelsius(37.9), Push.Told.LOW),
        C_38_0(Temperature.ofCelsius(38.0), Push.Told.NORMAL),
        F_100_3(Temperature.ofFahrenheit(100.3), Push.Told.LOW),
        F_100_4(Temperature.ofFahrenheit(100.4), Push.Told.NORMAL);

        final @Nullable Temperature value;

        /** LOW below the fever limit, NORMAL at it. */
        final Push.Told againstLimit;

        Heat(@Nullable Temperature value, Push.Told againstLimit) {
            this.value = value;
            this.againstLimit = againstLimit;
        }

        boolean fever() {
            return againstLimit == Push.Told.NORMAL;
        }
    }

    /** What a clinician attributes to another cause. */
    enum Blame {
        NONE,
        WHOLE,
        PRESSURE,
        OXYGEN,
        WITHDRAWN
    }

    /** Organ toxicity by CTCAE grade, and single charted facts. */
    record Extra(
            int renal,
            int transaminases,
            int other,
            boolean symptoms,
            boolean plasma,
            boolean intravenous,
            boolean died) {
        static final Extra NOTHING = new Extra(0, 0, 0, false, false, false, false);
    }

    private record Charting(Instant at, Observation observation) {}

    /** The picture that the fold makes of these facts, charted in the order of their times. */
    ClinicalPicture picture() {
        List<Charting> facts = new ArrayList<>();
        chartHeat(facts);
        chartAir(facts);
        chartDrugs(facts);
        chartPush(facts);
        chartRest(facts);
        facts.sort(Comparator.comparing(Charting::at));
        PictureFold fold = new PictureFold(patient(), SitePolicy.DEFAULT);
        for (Charting fact : facts) {
            fold.add(fact.at, fact.observation);
        }
        return fold.picture(NOW);
    }

    private Patient patient() {
        OxygenSupport home =
                Double.isNaN(air.home) ? null : Facts.support("nasal-cannula", air.home, null);
        boolean relative = push == Push.RELATIVE_LOW || push == Push.RELATIVE_AT;
        return Facts.patient(
                Double.isNaN(years.age) ? null : years.age,
                Double.isNaN(drip.kilograms) ? null : drip.kilograms,
                new Patient.Baseline(home, relative ? new Pressure(120) : null));
    }

    private static Instant ago(long millis) {
        return NOW.minus(Duration.ofMillis(millis));
    }

    private void chartHeat(List<Charting> facts) {
        if (episode) {
            facts.add(
                    heat == Heat.NEVER
                            ? new Charting(ago(20 * HOUR), new Observation.EpisodeOpened())
                            : new Charting(ago(20 * HOUR), Facts.celsius(39)));
        }
        if (heat == Heat.STALE) {
            facts.add(new Charting(ago(8 * HOUR + 1), Facts.celsius(episode ? 39 : 36.8)));
        } else if (heat.value != null) {
            facts.add(
                    new Charting(
                            ago(8 * HOUR),
                            new Observation.BodyTemperature(
                                    heat.value, TemperatureSite.UNSTATED, false)));
        }
        if (!masking.isEmpty()) {
            facts.add(new Charting(ago(10 * HOUR), Facts.given(masking)));
        }
    }

    private void chartAir(List<Charting> facts) {
        if (spo2 > 0) {
            facts.add(new Charting(ago(6 * HOUR), Facts.spo2(spo2)));
        }
        switch (air.device) {
            case "never" -> {}
            case "stale" ->
                    facts.add(new Charting(ago(12 * HOUR + 1), Facts.device("bipap", null, 0.5)));
            case "unrecognised" ->
                    facts.add(
                            new Charting(
                                    ago(12 * HOUR),
                                    new Observation.OxygenDevice(
                                            new OxygenSupport.Unrecognised("tent", null, null))));
            default ->
                    facts.add(
                            new Charting(
                                    ago(12 * HOUR),
                                    Facts.device(
                                            air.device,
                                            Double.isNaN(air.flow) ? null : air.flow,
                                            air.fio2 == 0 ? null : air.fio2 / 100.0)));
        }
    }

    private void chartDrugs(List<Charting> facts) {
        for (Drip.Dose dose : drip.doses) {
            DoseRate rate =
                    Double.isNaN(dose.amount()) ? null : new DoseRate(dose.amount(), dose.unit());
            facts.add(
                    new Charting(
                            ago(dose.ago()),
                            new Observation.VasopressorCharted(
                                    new VasopressorInfusion(dose.drug(), rate, dose.salt()))));
        }
        if (vasopressin != Vasopressin.NONE) {
            facts.add(
                    new Charting(
                            ago(vasopressin.ago),
                            Facts.running(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN)));
        }
    }

    private void chartPush(List<Charting> facts) {
        // A diastolic of 60 keeps the mean of 90 and 89 at 65 and above; a child's is lower.
        double diastolic = years.limit < 90 ? 40 : 60;
        switch (push) {
            case NEVER, STATED_NEVER, BOLUS_NEVER, BOLUSES_NEVER -> {}
            case STALE, BOLUS_STALE ->
                    facts.add(new Charting(ago(6 * HOUR + 1), Facts.pressure(50, 30)));
            // (120 + 2 x 37) / 3 = 64.67; (125 + 2 x 35) / 3 = 65.
            case MEAN_LOW -> facts.add(new Charting(ago(6 * HOUR), Facts.pressure(120, 37)));
            case MEAN_AT -> facts.add(new Charting(ago(6 * HOUR), Facts.pressure(125, 35)));
            // 80 % of 120 is 96.
            case RELATIVE_LOW -> facts.add(new Charting(ago(6 * HOUR), Facts.pressure(95, 60)));
            case RELATIVE_AT -> facts.add(new Charting(ago(6 * HOUR), Facts.pressure(96, 60)));
            default -> {
                double systolic = push.systolic == Push.Told.LOW ? years.limit - 1 : years.limit;
                facts.add(new Charting(ago(6 * HOUR), Facts.pressure(systolic, diastolic)));
            }
        }
        if (push == Push.STATED_EARLIER) {
            facts.add(new Charting(ago(6 * HOUR), new Observation.HypotensionStated()));
            facts.add(new Charting(ago(HOUR), new Observation.HeartRate(90)));
        }
        if (push.stated) {
            facts.add(new Charting(NOW, new Observation.HypotensionStated()));
        }
        for (long bolus : push.boluses) {
            facts.add(new Charting(ago(bolus), Facts.bolus()));
        }
    }

    private void chartRest(List<Charting> facts) {
        switch (blame) {
            case NONE -> {}
            case WHOLE -> facts.add(attributed(AttributionScope.WHOLE, 30 * HOUR, false));
            case PRESSURE -> facts.add(attributed(AttributionScope.PRESSURE, 30 * HOUR, false));
            case OXYGEN -> facts.add(attributed(AttributionScope.OXYGEN, 30 * HOUR, false));
            case WITHDRAWN -> {
                facts.add(attributed(AttributionScope.OXYGEN, 30 * HOUR, false));
                facts.add(attributed(AttributionScope.OXYGEN, 25 * HOUR, true));
            }
        }
        organ(facts, Organ.RENAL, extra.renal);
        organ(facts, Organ.TRANSAMINASES, extra.transaminases);
        organ(facts, Organ.CARDIAC, extra.other);
        if (extra.symptoms) {
            facts.add(new Charting(ago(40 * HOUR), new Observation.ConstitutionalSymptoms(true)));
        }
        if (extra.plasma) {
            facts.add(new Charting(ago(40 * HOUR), new Observation.CoagulopathyTreated(true)));
        }
        if (extra.intravenous) {
            facts.add(new Charting(ago(40 * HOUR), new Observation.IntravenousTherapy(true)));
        }
        if (extra.died) {
            facts.add(new Charting(NOW, new Observation.DeathDueToCrs()));
        }
    }

    private static Charting attributed(AttributionScope scope, long ago, boolean withdrawn) {
        return new Charting(ago(ago), Facts.attributed(scope, withdrawn));
    }

    private static void organ(List<Charting> facts, Organ organ, int grade) {
        if (grade > 0) {
            facts.add(new Charting(ago(40 * HOUR), new Observation.OrganToxicity(organ, grade)));
        }
    }

    Situation with(Air other, int saturation) {
        return new Situation(
                other,
                saturation,
                drip,
                vasopressin,
                push,
                years,
                heat,
                episode,
                masking,
                blame,
                extra);
    }

    Situation with(Drip other, Vasopressin beside) {
        return new Situation(
                air, spo2, other, beside, push, years, heat, episode, masking, blame, extra);
    }

    Situation with(Push other, Years age) {
        return new Situation(
                air, spo2, drip, vasopressin, other, age, heat, episode, masking, blame, extra);
    }

    Situation with(Heat other, boolean open, String drug) {
        return new Situation(
                air, spo2, drip, vasopressin, push, years, other, open, drug, blame, extra);
    }

    Situation with(Blame other, Extra more) {
        return new Situation(
                air, spo2, drip, vasopressin, push, years, heat, episode, masking, other, more);
    }
}
