package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a device gives, and what counts as the patient's own. */
class OxygenTablesTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # device, litres, set FiO2, FiO2, estimated?
                    nasal-cannula,   1,   ,     0.24,  true
                    nasal-cannula,   2,   ,     0.28,  true
                    nasal-cannula,   4,   ,     0.36,  true
                    nasal-cannula,   5,   ,     0.40,  true
                    nasal-cannula,   6,   ,     0.44,  true
                    nasal-cannula,   6,   0.35, 0.35,  false
                    simple-mask,     4,   ,     0.35,  true
                    simple-mask,     5,   ,     0.35,  true
                    simple-mask,     6,   ,     0.40,  true
                    simple-mask,     7,   ,     0.50,  true
                    simple-mask,     10,  ,     0.50,  true
                    non-rebreather,  ,    ,     0.60,  true
                    hfnc,            30,  0.3,  0.30,  false
                    hfnc,            30,  ,     ,      false
                    venturi,         8,   ,     ,      false
                    blow-by,         8,   ,     ,      false
                    nasal-cannula,   ,    ,     ,      false
                    simple-mask,     ,    ,     ,      false
                    room-air,        ,    ,     0.21,  false
                    """)
    void inspiredFraction(
            String device,
            @Nullable Double litres,
            @Nullable Double set,
            @Nullable Double fraction,
            boolean estimated) {
        OxygenFraction expected = fraction == null ? null : OxygenFraction.of(fraction);
        assertThat(InspiredOxygen.of(Facts.support(device, litres, set), SitePolicy.DEFAULT))
                .isEqualTo(new InspiredOxygen(expected, estimated));
    }

    @Test
    void aboveSixLitresACannulaGivesAtLeast44Percent() {
        for (double litres : new double[] {6.1, 8, 15, 60}) {
            InspiredOxygen inspired =
                    InspiredOxygen.of(
                            Facts.support("nasal-cannula", litres, null), SitePolicy.DEFAULT);
            assertThat(inspired.fraction()).isNotNull();
            assertThat(inspired.fraction())
                    .isBetween(OxygenFraction.of(0.44), OxygenFraction.of(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # at home, now, as at home?
                    nasal-cannula 2,    nasal-cannula 2,    true
                    nasal-cannula 2,    nasal-cannula 1,    true
                    nasal-cannula 2,    nasal-cannula 2.1,  false
                    nasal-cannula 2,    nasal-cannula ?,    false
                    nasal-cannula 2,    room-air ?,         true
                    nasal-cannula 2,    hfnc 2,             false
                    nasal-cannula 2,    simple-mask 2,      false
                    nasal-cannula ?,    nasal-cannula ?,    true
                    nasal-cannula ?,    nasal-cannula 15,   false
                    cpap ?,             cpap ?,             true
                    cpap ?,             bipap ?,            false
                    cpap ?,             mechanical-ventilation ?, false
                    """)
    void homeOxygenUnchangedOrLessIsRoomAir(String atHome, String now, boolean baseline) {
        assertThat(BaselineOxygen.isAtBaseline(device(now), device(atHome))).isEqualTo(baseline);
    }

    private static OxygenSupport device(String text) {
        String[] words = text.split(" ", -1);
        return Facts.support(
                words[0], words[1].equals("?") ? null : Double.valueOf(words[1]), null);
    }

    @Test
    void homeDeviceAtAHigherFractionIsMoreThanAtHome() {
        OxygenSupport home = Facts.support("cpap", null, 0.3);
        assertThat(BaselineOxygen.isAtBaseline(Facts.support("cpap", null, 0.3), home)).isTrue();
        assertThat(BaselineOxygen.isAtBaseline(Facts.support("cpap", null, 0.31), home)).isFalse();
        assertThat(
                        BaselineOxygen.isAtBaseline(
                                Facts.support("cpap", null, 0.25),
                                Facts.support("cpap", null, null)))
                .isFalse();
    }

    @Test
    void noHomeOxygenMakesNoDeviceBaseline() {
        assertThat(BaselineOxygen.isAtBaseline(Facts.support("nasal-cannula", 1.0, null), null))
                .isFalse();
        assertThat(BaselineOxygen.isAtBaseline(Facts.support("nasal-cannula", 0.0, null), null))
                .isTrue();
    }

    @Test
    void homeCannulaIsGradeNothingOnEveryScaleAndSaidSo() {
        Patient patient =
                Facts.patient(
                        60.0,
                        70.0,
                        new Patient.Baseline(Facts.support("nasal-cannula", 2.0, null), null));
        Charted course =
                Charted.of(patient).at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.cannula(2));
        for (ScaleId scale : ScaleId.values()) {
            if (!scale.gradesCrs()) {
                continue;
            }
            assertThat(course.grade(scale, 1)).as(scale.id()).isEqualTo("1");
            assertThat(course.assess(scale, 1).notes()).contains(Note.HOME_OXYGEN);
        }
    }
}
