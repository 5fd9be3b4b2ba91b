package org.cytovigil.grading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Weight;

/**
 * Every decision of the site policy, with its default, its permitted range and its source. The one
 * place where a default stands; the policy file, the documentation and the words on screen are made
 * from it.
 */
// [impl->req~policy.settings~1]
public final class Settings {
    private static final List<Setting<?>> LISTED = new ArrayList<>();

    private static final String POLICY_1 = "Clinical basis section 1";
    private static final String POLICY_2 = "Clinical basis section 2";
    private static final String POLICY_3 = "Clinical basis section 3";
    private static final String POLICY_4 = "Clinical basis section 4";
    private static final String TOCILIZUMAB = "ASCO 2021; prescribing information of tocilizumab";
    private static final String SCHEDULE = "chosen here; the texts set none and units differ";
    private static final String FEED = "chosen here: technical alarms, never used for a grade";
    private static final String LEE_TABLE_4 = "Lee 2014, table 4";

    // --- the unit ---

    public static final Setting<ScaleId> UNIT_SCALE =
            setting(
                    "unit.scale",
                    SettingType.choice(
                            List.of(ScaleId.values()).stream()
                                    .filter(ScaleId::gradesCrs)
                                    .toArray(ScaleId[]::new),
                            ScaleId::id),
                    ScaleId.ASTCT_2019,
                    "the scale that grades and alarms go by",
                    POLICY_4);
    public static final Setting<ScaleId> SECOND_SCALE =
            setting(
                    "unit.second-scale",
                    SettingType.choice(
                            List.of(ScaleId.values()).stream()
                                    .filter(ScaleId::gradesCrs)
                                    .toArray(ScaleId[]::new),
                            ScaleId::id),
                    ScaleId.LEE_2014,
                    "the scale shown beside it; if both are the same, ASTCT 2019 or else Lee 2014",
                    POLICY_4);

    // --- temperature ---

    public static final Setting<Temperature> FEVER_FROM =
            setting(
                    "temperature.fever",
                    SettingType.temperature(37.5, 39),
                    Temperature.ofCelsius(38),
                    "from here on a temperature is fever",
                    "ASTCT 2019; NCCN prints both > and >= 38 °C");
    public static final Setting<Duration> TEMPERATURE_FRESH =
            setting(
                    "temperature.fresh",
                    SettingType.hours(0.5, 24),
                    Duration.ofHours(8),
                    "a temperature stands for the present",
                    POLICY_1);
    public static final Setting<Double> FAHRENHEIT_FROM =
            setting(
                    "temperature.fahrenheit-from",
                    SettingType.number("", 45, 90),
                    45.0,
                    "from here a temperature without a unit was written in Fahrenheit",
                    POLICY_1);
    public static final Setting<Double> FAHRENHEIT_TO =
            setting(
                    "temperature.fahrenheit-to",
                    SettingType.number("", 100, 120),
                    115.0,
                    "up to here a temperature without a unit was written in Fahrenheit",
                    POLICY_1);

    // --- blood pressure ---

    public static final Setting<Duration> PRESSURE_FRESH =
            setting(
                    "pressure.fresh",
                    SettingType.hours(0.25, 24),
                    Duration.ofHours(6),
                    "a blood pressure stands for the present",
                    POLICY_1);
    public static final Setting<Pressure> ADULT_SYSTOLIC =
            setting(
                    "pressure.adult-systolic",
                    SettingType.pressure(70, 110),
                    new Pressure(90),
                    "below this systolic pressure an adult is hypotensive",
                    "CARTOX, Neelapu 2018; ASTCT 2019 gives no limit");
    public static final Setting<Pressure> ADULT_MEAN =
            setting(
                    "pressure.adult-mean",
                    SettingType.pressure(50, 75),
                    new Pressure(65),
                    "below this mean pressure an adult is hypotensive",
                    POLICY_2);
    public static final Setting<Pressure> RELATIVE_SYSTOLIC =
            setting(
                    "pressure.relative-systolic",
                    SettingType.pressure(80, 130),
                    new Pressure(100),
                    "below this systolic pressure an adult's own baseline counts",
                    "Brudno 2016");
    public static final Setting<Double> RELATIVE_PERCENT =
            setting(
                    "pressure.relative-percent",
                    SettingType.number("%", 50, 95),
                    80.0,
                    "of the patient's own systolic pressure, below which it is low",
                    "Brudno 2016");
    public static final Setting<Double> CHILD_UNTIL =
            setting(
                    "pressure.child-until",
                    SettingType.number("a", 5, 17),
                    10.0,
                    "up to this age the limits of children hold",
                    "PALS");
    public static final Setting<Pressure> CHILD_SYSTOLIC =
            setting(
                    "pressure.child-systolic",
                    SettingType.pressure(50, 90),
                    new Pressure(70),
                    "limit of children from 1 year on, before what each year adds",
                    "PALS");
    public static final Setting<Pressure> CHILD_SYSTOLIC_PER_YEAR =
            setting(
                    "pressure.child-systolic-per-year",
                    SettingType.pressure(0, 4),
                    new Pressure(2),
                    "what each completed year adds to the limit of children",
                    "PALS");
    public static final Setting<Pressure> INFANT_SYSTOLIC =
            setting(
                    "pressure.infant-systolic",
                    SettingType.pressure(50, 90),
                    new Pressure(70),
                    "below this systolic pressure an infant of 1 to 12 months is hypotensive",
                    "PALS");
    public static final Setting<Pressure> NEWBORN_SYSTOLIC =
            setting(
                    "pressure.newborn-systolic",
                    SettingType.pressure(40, 80),
                    new Pressure(60),
                    "below this systolic pressure a newborn is hypotensive",
                    "PALS");
    public static final Setting<Duration> BOLUS_COUNTS =
            setting(
                    "pressure.bolus-counts",
                    SettingType.hours(0, 24),
                    Duration.ofHours(6),
                    "a fluid bolus counts as hypotension",
                    POLICY_1);

    // --- oxygen ---

    public static final Setting<Duration> SATURATION_FRESH =
            setting(
                    "oxygen.saturation-fresh",
                    SettingType.hours(0.25, 24),
                    Duration.ofHours(6),
                    "a saturation stands for the present",
                    POLICY_1);
    public static final Setting<Duration> OXYGEN_FRESH =
            setting(
                    "oxygen.device-fresh",
                    SettingType.hours(0.5, 48),
                    Duration.ofHours(12),
                    "a charted oxygen device stands for the present",
                    POLICY_1);
    public static final Setting<Double> HYPOXIA_BELOW =
            setting(
                    "oxygen.hypoxia-below",
                    SettingType.number("%", 80, 95),
                    90.0,
                    "below this saturation a patient without more oxygen than at home needs some",
                    POLICY_3);
    public static final Setting<OxygenFlow> LOW_FLOW =
            setting(
                    "oxygen.low-flow",
                    SettingType.flow(2, 10),
                    new OxygenFlow(6),
                    "up to and including this flow a cannula is low-flow",
                    "ASTCT 2019, footnote to the table");
    public static final Setting<Boolean> HIGH_FLOW_CANNULA_BY_FLOW =
            setting(
                    "oxygen.high-flow-cannula-by-flow",
                    new SettingType.Flag(),
                    true,
                    "ASTCT 2019: a high-flow cannula goes by its flow, not by its name",
                    POLICY_4);
    public static final Setting<Integer> POSITIVE_PRESSURE_GRADE =
            setting(
                    "oxygen.positive-pressure-grade",
                    SettingType.count(3, 4),
                    3,
                    "CPAP and BiPAP on Lee 2014, CARTOX and Review",
                    "Clinical basis section 4; the texts do not settle it");
    public static final Setting<OxygenFraction> HIGH_FRACTION =
            setting(
                    "oxygen.high-fraction",
                    SettingType.fraction(30, 60),
                    OxygenFraction.of(0.40),
                    "from this FiO2 on the requirement is high",
                    "Lee 2014; the review leaves exactly 40 % open");
    public static final Setting<OxygenFraction> CANNULA_BASE =
            setting(
                    "oxygen.cannula-base",
                    SettingType.fraction(18, 24),
                    OxygenFraction.of(0.20),
                    "estimated FiO2 of a cannula before what each litre adds",
                    POLICY_4);
    public static final Setting<OxygenFraction> CANNULA_PER_LITRE =
            setting(
                    "oxygen.cannula-per-litre",
                    SettingType.fraction(1, 6),
                    OxygenFraction.of(0.04),
                    "what each L/min adds to the estimated FiO2 of a cannula",
                    POLICY_4);
    public static final Setting<OxygenFraction> CANNULA_ABOVE_LOW_FLOW =
            setting(
                    "oxygen.cannula-above-low-flow",
                    SettingType.fraction(30, 60),
                    OxygenFraction.of(0.44),
                    "least estimated FiO2 of a cannula above low flow",
                    POLICY_4);
    public static final Setting<OxygenFraction> SIMPLE_MASK_AT_5 =
            setting(
                    "oxygen.simple-mask-at-5",
                    SettingType.fraction(24, 60),
                    OxygenFraction.of(0.35),
                    "estimated FiO2 of a simple mask at 5 L/min and below",
                    POLICY_4);
    public static final Setting<OxygenFraction> SIMPLE_MASK_AT_6 =
            setting(
                    "oxygen.simple-mask-at-6",
                    SettingType.fraction(24, 60),
                    OxygenFraction.of(0.40),
                    "estimated FiO2 of a simple mask at 6 L/min",
                    POLICY_4);
    public static final Setting<OxygenFraction> SIMPLE_MASK_AT_7 =
            setting(
                    "oxygen.simple-mask-at-7",
                    SettingType.fraction(24, 60),
                    OxygenFraction.of(0.50),
                    "estimated FiO2 of a simple mask at 7 L/min and above",
                    POLICY_4);
    public static final Setting<OxygenFraction> NON_REBREATHER =
            setting(
                    "oxygen.non-rebreather",
                    SettingType.fraction(40, 100),
                    OxygenFraction.of(0.60),
                    "least estimated FiO2 of a non-rebreather mask",
                    POLICY_4);

    // --- vasopressors ---

    public static final Setting<Duration> INFUSION_CONFIRMED =
            setting(
                    "vasopressor.confirmed",
                    SettingType.hours(1, 48),
                    Duration.ofHours(12),
                    "a running vasopressor needs no new charting; later it is noted as unconfirmed",
                    POLICY_1);
    public static final Setting<Boolean> INOTROPES_COUNT =
            setting(
                    "vasopressor.inotropes-count",
                    new SettingType.Flag(),
                    false,
                    "dobutamine and milrinone count as vasopressors",
                    POLICY_4);
    public static final Setting<Salt> NOREPINEPHRINE_MASS =
            setting(
                    "vasopressor.norepinephrine-mass",
                    SettingType.choice(new Salt[] {Salt.BASE, Salt.TARTRATE}),
                    Salt.BASE,
                    "what an unlabelled mass of norepinephrine means",
                    "criteria section 2: labels in the United States name the base");
    public static final Setting<Duration> HIGH_DOSE_AFTER =
            setting(
                    "vasopressor.high-dose-after",
                    SettingType.hours(0, 12),
                    Duration.ofHours(3),
                    "a high dose must run without a break to count",
                    LEE_TABLE_4);
    public static final Setting<DoseRate> HIGH_NOREPINEPHRINE =
            setting(
                    "vasopressor.high-norepinephrine",
                    SettingType.dose(DoseUnit.UG_PER_MIN, 5, 60),
                    new DoseRate(20, DoseUnit.UG_PER_MIN),
                    "from here on norepinephrine alone is at high dose",
                    LEE_TABLE_4);
    public static final Setting<DoseRate> HIGH_EPINEPHRINE =
            setting(
                    "vasopressor.high-epinephrine",
                    SettingType.dose(DoseUnit.UG_PER_MIN, 2, 60),
                    new DoseRate(10, DoseUnit.UG_PER_MIN),
                    "from here on epinephrine alone is at high dose",
                    LEE_TABLE_4);
    public static final Setting<DoseRate> HIGH_PHENYLEPHRINE =
            setting(
                    "vasopressor.high-phenylephrine",
                    SettingType.dose(DoseUnit.UG_PER_MIN, 50, 600),
                    new DoseRate(200, DoseUnit.UG_PER_MIN),
                    "from here on phenylephrine alone is at high dose",
                    LEE_TABLE_4);
    public static final Setting<DoseRate> HIGH_DOPAMINE =
            setting(
                    "vasopressor.high-dopamine",
                    SettingType.dose(DoseUnit.UG_PER_KG_PER_MIN, 3, 30),
                    new DoseRate(10, DoseUnit.UG_PER_KG_PER_MIN),
                    "from here on dopamine alone is at high dose",
                    LEE_TABLE_4);
    public static final Setting<DoseRate> HIGH_EQUIVALENT =
            setting(
                    "vasopressor.high-equivalent",
                    SettingType.dose(DoseUnit.UG_PER_MIN, 5, 60),
                    new DoseRate(20, DoseUnit.UG_PER_MIN),
                    "from this VASST equivalent on several drugs are at high dose",
                    LEE_TABLE_4);
    public static final Setting<DoseRate> HIGH_EQUIVALENT_WITH_VASOPRESSIN =
            setting(
                    "vasopressor.high-equivalent-with-vasopressin",
                    SettingType.dose(DoseUnit.UG_PER_MIN, 2, 60),
                    new DoseRate(10, DoseUnit.UG_PER_MIN),
                    "from this VASST equivalent on drugs beside vasopressin are at high dose",
                    LEE_TABLE_4);
    public static final Setting<Weight> LIGHTEST =
            setting(
                    "vasopressor.lightest",
                    SettingType.weight(0.3, 10),
                    new Weight(2),
                    "the lightest patient reckoned with when no weight is charted",
                    POLICY_3);
    public static final Setting<Weight> HEAVIEST =
            setting(
                    "vasopressor.heaviest",
                    SettingType.weight(100, 400),
                    new Weight(240),
                    "the heaviest patient reckoned with when no weight is charted",
                    POLICY_3);

    // --- episode ---

    public static final Setting<Duration> EPISODE_CLOSES =
            setting(
                    "episode.closes-after",
                    SettingType.hours(6, 96),
                    Duration.ofHours(24),
                    "every charted set must be clear for an episode to close",
                    "Clinical basis section 5; ASTCT 2019 sets no fever-free time");

    // --- Penn ---

    public static final Setting<Integer> PENN_BOLUSES =
            setting(
                    "penn.boluses",
                    SettingType.count(2, 5),
                    2,
                    "fluid boluses that are \"multiple\"",
                    POLICY_4);
    public static final Setting<Duration> PENN_BOLUSES_WITHIN =
            setting(
                    "penn.boluses-within",
                    SettingType.hours(6, 72),
                    Duration.ofHours(24),
                    "boluses are counted together",
                    POLICY_4);

    // --- ICANS ---

    public static final Setting<Double> ICE_FROM =
            setting(
                    "icans.ice-from",
                    SettingType.number("a", 6, 18),
                    12.0,
                    "from this age on ICE is asked for, below it CAPD",
                    "Clinical basis section 4; ASTCT says below 12, the NCI thesaurus 12 and"
                            + " under");
    public static final Setting<Integer> CAPD_POSITIVE =
            setting(
                    "icans.capd-positive",
                    SettingType.count(5, 15),
                    9,
                    "from this CAPD on it is grade 3",
                    "criteria section 1.8");
    public static final Setting<Duration> NEUROLOGY_FRESH =
            setting(
                    "icans.fresh",
                    SettingType.hours(4, 72),
                    Duration.ofHours(24),
                    "a neurological examination stands for the present",
                    "three examinations at the interval of schedule.ice; the texts set none");

    // --- derived values ---

    public static final Setting<Duration> RATE_FRESH =
            setting(
                    "derived.rate-fresh",
                    SettingType.hours(0.25, 24),
                    Duration.ofHours(6),
                    "a heart or respiratory rate stands for the present",
                    "as blood pressure in Clinical basis section 1");
    public static final Setting<Duration> LABORATORY_FRESH =
            setting(
                    "derived.laboratory-fresh",
                    SettingType.hours(6, 96),
                    Duration.ofHours(36),
                    "a laboratory result stands for the present",
                    "daily sampling and half a day's delay; never used for a grade");

    // --- treatment counters ---

    public static final Setting<Double> TOCILIZUMAB_DOSE =
            setting(
                    "tocilizumab.dose",
                    SettingType.number("mg/kg", 4, 12),
                    8.0,
                    "tocilizumab for patients who are not light",
                    TOCILIZUMAB);
    public static final Setting<Double> TOCILIZUMAB_DOSE_LIGHT =
            setting(
                    "tocilizumab.dose-light",
                    SettingType.number("mg/kg", 4, 16),
                    12.0,
                    "tocilizumab for light patients",
                    TOCILIZUMAB);
    public static final Setting<Weight> TOCILIZUMAB_LIGHT_BELOW =
            setting(
                    "tocilizumab.light-below",
                    SettingType.weight(10, 50),
                    new Weight(30),
                    "below this weight a patient is light",
                    TOCILIZUMAB);
    public static final Setting<Double> TOCILIZUMAB_MOST =
            setting(
                    "tocilizumab.most",
                    SettingType.number("mg", 400, 1_000),
                    800.0,
                    "at most in one dose",
                    TOCILIZUMAB);
    public static final Setting<Duration> TOCILIZUMAB_INTERVAL =
            setting(
                    "tocilizumab.interval",
                    SettingType.hours(4, 24),
                    Duration.ofHours(8),
                    "at least between two doses",
                    TOCILIZUMAB + "; CARTOX says 6 h");
    public static final Setting<Integer> TOCILIZUMAB_IN_24_H =
            setting(
                    "tocilizumab.doses-in-24-h",
                    SettingType.count(1, 4),
                    3,
                    "doses at most in 24 h",
                    TOCILIZUMAB);
    public static final Setting<Integer> TOCILIZUMAB_IN_ALL =
            setting(
                    "tocilizumab.doses-in-all",
                    SettingType.count(1, 8),
                    4,
                    "doses at most in all",
                    TOCILIZUMAB);

    public static final Setting<Double> DEXAMETHASONE_DOSE =
            setting(
                    "dexamethasone.dose",
                    SettingType.number("mg", 4, 40),
                    10.0,
                    "one dose of dexamethasone",
                    "criteria section 1.10");

    // --- monitoring schedule ---

    public static final Setting<Duration> VITALS_EVERY =
            setting(
                    "schedule.vitals",
                    SettingType.hours(0.25, 12),
                    Duration.ofHours(4),
                    "vital signs at least this often",
                    SCHEDULE);
    public static final Setting<Duration> VITALS_EVERY_GRADE_2 =
            setting(
                    "schedule.vitals-from-grade-2",
                    SettingType.hours(0.25, 12),
                    Duration.ofHours(2),
                    "vital signs at least this often from grade 2 on",
                    SCHEDULE);
    public static final Setting<Duration> VITALS_EVERY_GRADE_3 =
            setting(
                    "schedule.vitals-from-grade-3",
                    SettingType.hours(0.25, 12),
                    Duration.ofHours(1),
                    "vital signs at least this often from grade 3 on",
                    SCHEDULE);
    public static final Setting<Duration> TEMPERATURE_EVERY_GRADE_2 =
            setting(
                    "schedule.temperature-from-grade-2",
                    SettingType.hours(0.25, 12),
                    Duration.ofHours(4),
                    "temperature at least this often from grade 2 on, where pressure and oxygen"
                            + " decide",
                    SCHEDULE);
    public static final Setting<Double> OVERDUE_TIMES =
            setting(
                    "schedule.overdue-times",
                    SettingType.number("", 1, 2),
                    1.25,
                    "times its interval without charting, and what is due is overdue",
                    SCHEDULE);
    public static final Setting<Duration> GRADE_EVERY =
            setting(
                    "schedule.grade",
                    SettingType.hours(1, 24),
                    Duration.ofHours(12),
                    "the CRS grade is confirmed at least this often",
                    SCHEDULE);
    public static final Setting<Duration> ICE_EVERY =
            setting(
                    "schedule.ice",
                    SettingType.hours(1, 24),
                    Duration.ofHours(8),
                    "ICE at least this often",
                    SCHEDULE);
    public static final Setting<Duration> ICE_EVERY_GRADE_2 =
            setting(
                    "schedule.ice-from-grade-2",
                    SettingType.hours(0.5, 24),
                    Duration.ofHours(4),
                    "ICE at least this often from ICANS grade 2 on",
                    "common practice is 4 to 6 h at ICANS grade 2; the texts set none");
    public static final Setting<Double> ICE_DAYS =
            setting(
                    "schedule.ice-days",
                    SettingType.number("d", 7, 60),
                    28.0,
                    "after the infusion ICE is asked for",
                    "product labels: watch for signs for four weeks");
    public static final Setting<Double> ICE_DAYS_EARLY =
            setting(
                    "schedule.ice-days-early",
                    SettingType.number("d", 7, 60),
                    14.0,
                    "after axi-, tisa- or liso-cel ICE is asked for",
                    "no new CRS after two weeks in 475 patients, Blood Advances 2024;8:5346");

    // --- the feed ---

    public static final Setting<Duration> SILENT_FROM =
            setting(
                    "feed.silent-from",
                    SettingType.minutes(1, 60),
                    Duration.ofMinutes(5),
                    "no device is said to be silent before this time",
                    FEED);
    public static final Setting<Double> SILENT_TIMES =
            setting(
                    "feed.silent-times",
                    SettingType.number("", 2, 10),
                    3.0,
                    "times its usual interval without data, and the feed of a stay is silent",
                    FEED);
    public static final Setting<Duration> CLOCK_SKEW =
            setting(
                    "feed.clock-skew",
                    SettingType.minutes(0.5, 10),
                    Duration.ofMinutes(1),
                    "a device clock may be this far from the program's",
                    FEED);
    public static final Setting<Duration> LATE_AFTER =
            setting(
                    "feed.late-after",
                    SettingType.minutes(1, 240),
                    Duration.ofMinutes(15),
                    "a fact learned longer than this after it was so is marked as late",
                    "chosen here: a mark, never used for a grade");

    // --- what cannot be a measurement ---

    public static final Setting<Temperature> TEMPERATURE_FROM =
            setting(
                    "plausible.temperature-from",
                    SettingType.temperature(20, 34),
                    Temperature.ofCelsius(25),
                    "the lowest body temperature",
                    POLICY_1);
    public static final Setting<Temperature> TEMPERATURE_TO =
            setting(
                    "plausible.temperature-to",
                    SettingType.temperature(42, 47),
                    Temperature.ofCelsius(45),
                    "the highest body temperature",
                    POLICY_1);
    public static final Setting<Pressure> SYSTOLIC_FROM =
            setting(
                    "plausible.systolic-from",
                    SettingType.pressure(10, 50),
                    new Pressure(20),
                    "the lowest systolic pressure",
                    POLICY_1);
    public static final Setting<Pressure> SYSTOLIC_TO =
            setting(
                    "plausible.systolic-to",
                    SettingType.pressure(220, 350),
                    new Pressure(300),
                    "the highest systolic pressure",
                    POLICY_1);
    public static final Setting<Pressure> DIASTOLIC_FROM =
            setting(
                    "plausible.diastolic-from",
                    SettingType.pressure(0, 30),
                    new Pressure(5),
                    "the lowest diastolic pressure",
                    POLICY_1);
    public static final Setting<Pressure> DIASTOLIC_TO =
            setting(
                    "plausible.diastolic-to",
                    SettingType.pressure(140, 250),
                    new Pressure(200),
                    "the highest diastolic pressure",
                    POLICY_1);
    public static final Setting<Pressure> MEAN_FROM =
            setting(
                    "plausible.mean-from",
                    SettingType.pressure(0, 40),
                    new Pressure(10),
                    "the lowest mean pressure",
                    POLICY_1);
    public static final Setting<Pressure> MEAN_TO =
            setting(
                    "plausible.mean-to",
                    SettingType.pressure(180, 300),
                    new Pressure(250),
                    "the highest mean pressure",
                    POLICY_1);
    public static final Setting<Double> SATURATION_FROM =
            setting(
                    "plausible.saturation-from",
                    SettingType.number("%", 0, 50),
                    1.0,
                    "the lowest saturation",
                    POLICY_1);
    public static final Setting<Double> SATURATION_TO =
            setting(
                    "plausible.saturation-to",
                    SettingType.number("%", 99, 100),
                    100.0,
                    "the highest saturation",
                    POLICY_1);
    public static final Setting<OxygenFraction> FRACTION_FROM =
            setting(
                    "plausible.fraction-from",
                    SettingType.fraction(15, 21),
                    OxygenFraction.ROOM_AIR,
                    "the lowest FiO2",
                    POLICY_1);
    public static final Setting<OxygenFlow> FLOW_TO =
            setting(
                    "plausible.flow-to",
                    SettingType.flow(60, 120),
                    new OxygenFlow(100),
                    "the highest oxygen flow",
                    POLICY_1);
    public static final Setting<DoseRate> CATECHOLAMINE_TO =
            setting(
                    "plausible.catecholamine-to",
                    SettingType.dose(DoseUnit.UG_PER_KG_PER_MIN, 2, 20),
                    new DoseRate(10, DoseUnit.UG_PER_KG_PER_MIN),
                    "the highest dose of norepinephrine and epinephrine",
                    POLICY_1);

    private Settings() {}

    /** All settings, those of alarms behind, in the order in which they are documented. */
    public static List<Setting<?>> all() {
        // Those of alarms join the list when their class is first used, which is here at the
        // latest.
        AlarmSettings.all();
        return Collections.unmodifiableList(LISTED);
    }

    /** The first of them; whoever needs it has all that are made here. */
    static Setting<?> first() {
        return UNIT_SCALE;
    }

    /** The setting of that key; empty when there is none. */
    public static Optional<Setting<?>> of(String key) {
        return all().stream().<Setting<?>>map(s -> s).filter(s -> s.key().equals(key)).findFirst();
    }

    static <T> Setting<T> setting(
            String key, SettingType<T> type, T standard, String meaning, String source) {
        Setting<T> setting = new Setting<>(LISTED.size(), key, type, standard, meaning, source);
        LISTED.add(setting);
        return setting;
    }
}
