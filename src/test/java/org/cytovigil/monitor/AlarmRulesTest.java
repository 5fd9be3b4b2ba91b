package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.alarm.AlarmKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule by a table: settings, course, until when, what became of the alarm. Priorities, delays
 * and clearances are those of the default policy unless settings are given.
 */
class AlarmRulesTest {
    private static void holds(
            AlarmKind kind,
            @Nullable String settings,
            String course,
            String until,
            @Nullable String expected) {
        assertThat(Bedside.well(settings, course).log(kind, until))
                .isEqualTo(expected == null ? "" : expected);
    }

    // [utest->req~alarm.fever-onset~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 T37.9 | 3:00 |
                    | 1:00 apart T38.0 | 3:00 | 1:00 1 fever: 38.0 °C
                    # grade 1 tells it
                    | 1:00 T38.5 | 3:00 | 1:00 (1 fever: 38.5 °C)
                    # 10 minutes later the grade no longer does
                    alarm-fever-onset.delay=10 min | 1:00 T38.5 | 3:00 | 1:10 1 fever: 38.5 °C
                    alarm-fever-onset.delay=10 min | 1:00 T38.5 1:09 T37 | 3:00 |
                    # the same fever, until a day has passed without
                    | 1:00 apart T38.5 5:00 T37 10:00 T38.6 | 12:00 | 1:00 1 fever: 38.5 °C
                    | 1:00 apart T38.5 5:00 T37 12:00 T37 19:00 T37 26:00 T37 29:30 T38.6 | 30:00 | 1:00 1 fever: 38.5 °C; 29:00 -; 29:30 1 fever: 38.6 °C
                    # a day without a temperature is not a day without fever
                    | 1:00 apart T38.5 5:00 T37 29:30 T38.6 | 40:00 | 1:00 1 fever: 38.5 °C
                    """)
    void feverOnset(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.FEVER_ONSET, settings, course, until, expected);
    }

    // [utest->req~alarm.hypotension~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 bolus 1:30 BP80/50 | 2:00 | 1:30 1 80/50 mmHg after a fluid bolus
                    | 1:00 bolus 1:20 bolus 1:30 BP80/50 | 2:00 | 1:30 1 80/50 mmHg after 2 boluses
                    | 1:00 bolus 1:30 BP120/70 | 2:00 |
                    | 1:30 BP80/50 | 2:00 |
                    # measured before the bolus
                    | 1:00 BP80/50 bolus | 2:00 |
                    | 0:30 NE5 1:00 bolus 1:30 BP80/50 | 2:00 |
                    # with fever the bolus is grade 2; what comes within 5 minutes belongs to it
                    | 1:00 T39 bolus 1:05 BP80/50 | 2:00 | 1:05 (1 80/50 mmHg after a fluid bolus)
                    | 1:00 T39 bolus 1:06 BP80/50 | 2:00 | 1:06 1 80/50 mmHg after a fluid bolus
                    # over, and still to be answered
                    | 1:00 bolus 1:30 BP80/50 1:45 BP120/70 | 3:00 | 1:30 1 80/50 mmHg after a fluid bolus; 2:00 gone
                    | 1:00 bolus 1:30 BP80/50 1:45 BP120/70 1:59 BP84/50 | 3:00 | 1:30 1 80/50 mmHg after a fluid bolus
                    | 1:00 bolus 1:30 BP80/50 1:45 NE5 | 3:00 | 1:30 1 80/50 mmHg after a fluid bolus; 2:00 gone
                    # a bolus counts for 6 hours
                    | 1:00 bolus 1:30 BP80/50 | 7:20 | 1:30 1 80/50 mmHg after a fluid bolus; 7:15 gone
                    # without a pressure nobody knows whether it is still low
                    pressure.bolus-counts=24 h | 1:00 bolus 1:30 BP80/50 | 20:00 | 1:30 1 80/50 mmHg after a fluid bolus
                    alarm-refractory-hypotension.delay=5 min | 1:00 bolus 1:30 BP80/50 1:34 BP120/70 | 3:00 |
                    """)
    void refractoryHypotension(
            @Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.REFRACTORY_HYPOTENSION, settings, course, until, expected);
    }

    // [utest->req~alarm.hypotension~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 NE5 | 2:00 |
                    | 1:00 NE5 DOB5 | 2:00 |
                    vasopressor.inotropes-count=true | 1:00 NE5 DOB5 | 2:00 | 1:00 1 2 vasopressors: norepinephrine, dobutamine
                    | 1:00 NE5 1:30 EPI4 | 2:00 | 1:30 1 2 vasopressors: norepinephrine, epinephrine
                    | 1:00 NE? 1:30 EPI4 | 2:00 | 1:30 1 2 vasopressors: norepinephrine, epinephrine
                    | 1:00 NE5 EPI4 1:30 VP0.03 | 2:00 | 1:00 1 2 vasopressors: norepinephrine, epinephrine; 1:30 2 3 vasopressors: norepinephrine, epinephrine, vasopressin
                    # with fever grade 4 tells it
                    | 1:00 T39 NE5 1:30 EPI4 | 2:00 | 1:30 (1 2 vasopressors: norepinephrine, epinephrine)
                    # a bag change is no end
                    | 1:00 NE5 EPI4 1:30 EPIoff 1:44 EPI4 | 3:00 | 1:00 1 2 vasopressors: norepinephrine, epinephrine
                    | 1:00 NE5 EPI4 1:30 EPIoff | 3:00 | 1:00 1 2 vasopressors: norepinephrine, epinephrine; 1:45 gone
                    | 1:00 NE5 EPI4 1:30 EPIoff 2:00 EPI4 | 3:00 | 1:00 1 2 vasopressors: norepinephrine, epinephrine; 1:45 gone; 2:00 1 2 vasopressors: norepinephrine, epinephrine
                    """)
    void secondVasopressor(
            @Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.SECOND_VASOPRESSOR, settings, course, until, expected);
    }

    // [utest->req~alarm.high-dose~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 NE19 | 5:00 |
                    | 1:00 NE20 | 3:59 | 1:00 1 vasopressors at high dose: 3 h at 04:00
                    | 1:00 NE20 | 4:00 | 1:00 1 vasopressors at high dose: 3 h at 04:00; 4:00 2 vasopressors at high dose for 3 h, since 01:00
                    | 1:00 NE20 2:00 NE10 | 3:00 | 1:00 1 vasopressors at high dose: 3 h at 04:00; 2:15 -
                    | 1:00 NE20 4:30 NE10 | 5:00 | 1:00 1 vasopressors at high dose: 3 h at 04:00; 4:00 2 vasopressors at high dose for 3 h, since 01:00; 4:45 gone
                    # begun anew within the quarter of an hour: three hours from then
                    | 1:00 NE20 2:00 NE10 2:10 NE20 | 5:10 | 1:00 1 vasopressors at high dose: 3 h at 04:00; 5:10 2 vasopressors at high dose for 3 h, since 02:10
                    # a dose that nobody knows neither begins nor ends it
                    | 1:00 NE? | 5:00 |
                    | 1:00 NE20 2:00 NE? | 6:00 | 1:00 1 vasopressors at high dose: 3 h at 04:00
                    vasopressor.high-dose-after=1 h | 1:00 NE20 | 2:00 | 1:00 1 vasopressors at high dose: 1 h at 02:00; 2:00 2 vasopressors at high dose for 1 h, since 01:00
                    """)
    void highDose(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.HIGH_DOSE, settings, course, until, expected);
    }

    // [utest->req~alarm.oxygen-step~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 nc2 | 1:01 |
                    | 1:00 nc2 | 3:00 | 1:02 1 oxygen: cannula 2 L
                    | 1:00 nc2 1:01 air | 3:00 |
                    | 1:00 nc2 2:00 nc6 | 3:00 | 1:02 1 oxygen: cannula 2 L
                    | 1:00 nc2 2:00 hf40/50 3:00 vent60 | 4:00 | 1:02 1 oxygen: cannula 2 L; 2:02 3 oxygen: HFNC 40 L 50 %; 3:02 5 oxygen: vent 60 %
                    # with fever the cannula is grade 2, which tells it
                    | 1:00 T39 nc2 | 3:00 | 1:02 (1 oxygen: cannula 2 L)
                    # back within the hour is no new step
                    | 1:00 hf40/50 2:00 nc2 2:50 hf40/50 | 6:00 | 1:02 3 oxygen: HFNC 40 L 50 %
                    | 1:00 hf40/50 2:00 nc2 3:01 hf40/50 | 6:00 | 1:02 3 oxygen: HFNC 40 L 50 %; 3:00 -; 3:03 3 oxygen: HFNC 40 L 50 %
                    # a device nobody knows, or a stale one, is no step down
                    | 1:00 hf40/50 2:00 helmet | 6:00 | 1:02 3 oxygen: HFNC 40 L 50 %
                    | 1:00 hf40/50 | 30:00 | 1:02 3 oxygen: HFNC 40 L 50 %
                    | 1:00 helmet | 6:00 |
                    """)
    void oxygenStep(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.OXYGEN_STEP, settings, course, until, expected);
    }

    // [utest->req~alarm.rapid-rise~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 NK0.05 1:30 NK0.09 2:05 NK0.14 | 3:00 |
                    # 0.05 has been left at 1:30 and counts until 2:30, then an hour until it is over
                    | 1:00 NK0.05 1:30 NK0.09 2:05 NK0.14 2:20 NK0.15 | 6:00 | 2:20 1 vasopressors up by 0.1 µg/kg/min within an hour (norepinephrine equivalent); 3:30 -
                    | 1:00 NK0.05 1:30 NK0.09 2:05 NK0.14 2:30 NK0.15 | 6:00 |
                    # an hour in small steps is a rise; a fall is its end at once
                    | 1:00 NK0.05 1:20 NK0.1 1:25 NK0.05 | 6:00 | 1:20 1 vasopressors up by 0.1 µg/kg/min within an hour (norepinephrine equivalent); 2:25 -
                    # the grade tells the first dose, and not what follows
                    | 0:30 T39 1:00 NK0.2 | 3:00 |
                    | 0:30 T39 1:00 NK0.2 1:30 NK0.3 | 1:40 | 1:30 1 vasopressors up by 0.1 µg/kg/min within an hour (norepinephrine equivalent)
                    # a dose nobody knows
                    | 1:00 NE? | 6:00 |
                    | 1:00 vent40 1:30 vent59 | 6:00 |
                    | 1:00 vent40 1:30 vent60 | 6:00 | 1:30 1 FiO2 up by 20 % within an hour; 3:30 -
                    # 40 has been left at 2:00 and counts until 3:00
                    | 1:00 vent40 2:00 vent50 2:59 vent60 | 6:00 | 2:59 1 FiO2 up by 20 % within an hour; 4:00 -
                    | 1:00 vent40 2:00 vent50 3:00 vent60 | 6:00 |
                    | 1:00 vent40 1:59 vent60 | 6:00 | 1:59 1 FiO2 up by 20 % within an hour; 3:59 -
                    alarm-rapid-rise.fraction=30 % | 1:00 vent40 1:30 vent60 | 6:00 |
                    alarm-rapid-rise.delay=10 min | 1:00 vent40 1:30 vent60 1:39 vent50 | 6:00 |
                    alarm-rapid-rise.delay=10 min | 1:00 vent40 1:55 vent60 | 6:00 | 2:05 1 FiO2 up by 20 % within an hour; 3:55 -
                    """)
    void rapidRise(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.RAPID_RISE, settings, course, until, expected);
    }

    // [utest->req~alarm.neurotoxicity~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 T36.8 | 3:00 |
                    | 1:00 ICE10 | 3:00 |
                    | 1:00 ICE10 2:00 ICE9 | 3:00 | 2:00 1 ICANS 0 → 1 · ICE 9 (02:00)
                    | 1:00 ICE6 2:00 ICE2 | 3:00 | 1:00 2 ICANS 0 → 2 · ICE 6 (01:00); 2:00 3 ICANS 2 → 3 · ICE 2 (02:00)
                    | 1:00 ICE9 2:00 ICE10 | 3:00 | 1:00 1 ICANS 0 → 1 · ICE 9 (01:00); 2:15 -
                    | 1:00 ICE6 2:00 ICE10 | 3:00 | 1:00 2 ICANS 0 → 2 · ICE 6 (01:00); 2:15 gone
                    # an old examination ends nothing
                    | 1:00 ICE9 | 72:00 | 1:00 1 ICANS 0 → 1 · ICE 9 (01:00)
                    alarm-icans-rise.delay=10 min | 1:00 ICE9 1:09 ICE10 | 3:00 |
                    """)
    void neurotoxicity(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.ICANS_RISE, settings, course, until, expected);
    }

    // [utest->req~alarm.neurotoxicity~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 ICE7 | 3:00 |
                    | 1:00 ICE10 2:00 ICE9 3:00 ICE8 | 4:00 |
                    | 1:00 ICE10 2:00 ICE8 | 4:00 | 2:00 2 ICE 10 → 8 of 10
                    | 1:00 ICE10 2:00 ICE8 3:00 ICE5 | 4:00 | 2:00 2 ICE 10 → 8 of 10; 3:00 3 ICE 8 → 5 of 10
                    | 1:00 ICE10 2:00 ICE8 3:00 ICE8 | 4:00 | 2:00 2 ICE 10 → 8 of 10; 3:00 -
                    # tasks that were not charted: nothing to compare
                    | 1:00 ICE10 2:00 ICE? | 4:00 |
                    | 1:00 ICE10 2:00 ICE? 3:00 ICE8 | 4:00 | 3:00 2 ICE 10 → 8 of 10
                    # the same examination told twice
                    | 1:00 ICE10 2:00 ICE9 ICE8 | 4:00 | 2:00 2 ICE 10 → 8 of 10
                    """)
    void iceDrop(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.ICE_DROP, settings, course, until, expected);
    }

    // [utest->req~alarm.recurrence~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 T39 | 3:00 |
                    # not yet over: clear for 23 hours
                    | 1:00 T39 13:00 T36.8 BP120/70 air none 36:00 T36.8 BP120/70 air none 37:00 T39 | 40:00 |
                    | 1:00 T39 13:00 T36.8 BP120/70 air none 37:00 T36.8 BP120/70 air none 39:00 T39 | 40:00 | 39:00 1 CRS again: episode 2
                    episode.closes-after=6 h | 1:00 T39 2:00 T36.8 BP120/70 air none 8:00 T36.8 BP120/70 air none 9:00 T39 10:00 T36.8 BP120/70 air none 16:00 T36.8 BP120/70 air none 18:00 T39 | 20:00 | 9:00 1 CRS again: episode 2; 16:00 gone; 18:00 2 CRS again: episode 3
                    """)
    void recurrence(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.RECURRENCE, settings, course, until, expected);
    }

    // [utest->req~alarm.override-overtaken~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 T39 1:30 set2 2:00 BP80/50 | 3:00 |
                    # grade 2 of the same priority tells it
                    | 1:00 T39 1:30 set1 2:00 BP80/50 | 3:00 | 2:00 (1 computed grade 2 is above the 1 that Dr. Y had set)
                    alarm-override-overtaken.priority=high | 1:00 T39 1:30 set1 2:00 BP80/50 | 3:00 | 2:00 1 computed grade 2 is above the 1 that Dr. Y had set
                    alarm-override-overtaken.priority=high | 1:00 T39 1:30 set1 2:00 BP80/50 2:30 BP120/70 | 3:00 | 2:00 1 computed grade 2 is above the 1 that Dr. Y had set; 2:30 gone
                    alarm-override-overtaken.priority=high | 1:00 T39 1:30 set1 2:00 BP80/50 2:30 set2 | 3:00 | 2:00 1 computed grade 2 is above the 1 that Dr. Y had set; 2:30 gone
                    # a pressure that turns stale leaves open whether it still is
                    alarm-override-overtaken.priority=high | 1:00 T39 1:30 set1 2:00 BP80/50 | 12:00 | 2:00 1 computed grade 2 is above the 1 that Dr. Y had set
                    alarm-override-overtaken.delay=10 min | 1:00 T39 1:30 set1 2:00 BP80/50 2:09 BP120/70 | 3:00 |
                    """)
    void overrideOvertaken(
            @Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.OVERRIDE_OVERTAKEN, settings, course, until, expected);
    }

    // [utest->req~alarm.overdue~2]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    | 1:00 air | 4:59 |
                    # one alarm for one lapse
                    | 1:00 air | 5:30 | 5:00 2 temperature and blood pressure: due every 4 h
                    | 3:00 T36.8 | 5:30 | 5:00 2 blood pressure: due every 4 h
                    | 4:59 T36.8 BP120/70 | 6:00 |
                    | 5:30 T36.8 BP120/70 | 10:29 | 5:00 2 temperature and blood pressure: due every 4 h; 5:30 -
                    # one of two does not end it, and what is due next does not begin it anew
                    | 5:10 T36.8 5:30 BP120/70 | 10:09 | 5:00 2 temperature and blood pressure: due every 4 h; 5:30 -
                    # grade 2: pressure every 2 h; grade 3: every hour; temperature every 4 h
                    | 1:00 T39 BP80/50 | 4:00 | 3:30 2 blood pressure: due every 2 h
                    | 1:00 T39 BP120/70 NE5 | 4:00 | 2:15 2 blood pressure: due every 1 h
                    | 1:00 T39 BP120/70 NE5 2:00 BP120/70 3:00 BP120/70 4:00 BP120/70 5:00 BP120/70 6:00 BP120/70 | 6:59 | 6:00 1 temperature: due every 4 h
                    # the pressure alarms anew beside a temperature, and its coming ends nothing
                    | 1:00 T36.8 2:00 BP120/70 | 8:00 | 6:00 1 temperature: due every 4 h; 7:00 2 temperature and blood pressure: due every 4 h
                    | 1:00 T36.8 2:00 BP120/70 7:30 BP120/70 8:00 T36.8 | 9:00 | 6:00 1 temperature: due every 4 h; 7:00 2 temperature and blood pressure: due every 4 h; 8:00 -
                    | 1:00 T36.8 2:00 BP120/70 6:30 BP120/70 | 9:00 | 6:00 1 temperature: due every 4 h
                    # it lapses again while the temperature is still missing
                    | 1:00 T36.8 2:00 BP120/70 7:30 BP120/70 | 14:00 | 6:00 1 temperature: due every 4 h; 7:00 2 temperature and blood pressure: due every 4 h; 12:30 3 temperature and blood pressure: due every 4 h
                    | 1:00 T36.8 2:00 BP120/70 7:30 BP120/70 13:00 T36.8 BP120/70 | 19:00 | 6:00 1 temperature: due every 4 h; 7:00 2 temperature and blood pressure: due every 4 h; 12:30 3 temperature and blood pressure: due every 4 h; 13:00 -; 18:00 2 temperature and blood pressure: due every 4 h
                    | 7:30 BP120/70 | 14:00 | 5:00 2 temperature and blood pressure: due every 4 h; 12:30 3 temperature and blood pressure: due every 4 h
                    # a shorter interval is no new lapse
                    | 7:30 BP120/70 12:40 NE5 | 14:00 | 5:00 2 temperature and blood pressure: due every 4 h; 12:30 3 temperature and blood pressure: due every 4 h
                    schedule.temperature-from-grade-2=1 h | 1:00 T39 BP120/70 NE5 | 4:00 | 2:15 2 temperature and blood pressure: due every 1 h
                    alarm-assessment-overdue.delay=10 min | 1:00 air | 5:30 | 5:10 2 temperature and blood pressure: due every 4 h
                    schedule.vitals=6 h | 1:00 air | 8:00 | 7:30 2 temperature and blood pressure: due every 6 h
                    schedule.overdue-times=1 | 1:00 air | 4:30 | 4:00 2 temperature and blood pressure: due every 4 h
                    """)
    void overdue(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.ASSESSMENT_OVERDUE, settings, course, until, expected);
    }

    // [utest->req~alarm.second-scale~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # grade 1 of the unit's scale tells that of the other
                    | 1:00 T39 | 2:00 | 1:00 (1 Lee 2014 0 → 1 · 39.0 °C (01:00))
                    # a stale temperature ends nothing
                    | 1:00 T39 | 20:00 | 1:00 (1 Lee 2014 0 → 1 · 39.0 °C (01:00))
                    # ASTCT 2019 asks for fever, Lee 2014 does not
                    | 1:00 NE5 | 2:00 | 1:00 2 Lee 2014 0 → 2 · norepinephrine 5 µg/min (since 01:00)
                    | 1:00 NE5 2:00 NEoff | 3:00 | 1:00 2 Lee 2014 0 → 2 · norepinephrine 5 µg/min (since 01:00); 2:15 -
                    # and at high dose 3, after three hours
                    | 1:00 NE20 | 5:00 | 1:00 2 Lee 2014 0 → 2 · norepinephrine 20 µg/min (since 01:00); 4:00 3 Lee 2014 2 → 3 · norepinephrine 20 µg/min (since 01:00)
                    alarm-second-scale-rise.delay=10 min | 1:00 NE5 1:09 NEoff | 3:00 |
                    """)
    void secondScale(@Nullable String settings, String course, String until, String expected) {
        holds(AlarmKind.SECOND_SCALE_RISE, settings, course, until, expected);
    }
}
