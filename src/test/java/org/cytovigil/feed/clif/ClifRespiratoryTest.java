package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.OxygenSettings;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClifRespiratoryTest {
    @TempDir private Path folder;

    private ClifFixture imported(String... rows) {
        ClifFixture clif = ClifFixture.withOneStay(folder).respiratory(rows);
        clif.run();
        return clif;
    }

    /** A row; columns after the category: mode, tracheostomy, FiO2, flow, PEEP, observed rate. */
    private static String row(String name, String category, String rest) {
        return "1,2026-01-02 06:00:00+00,%s,%s,%s".formatted(name, category, rest);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Endotracheal tube,       IMV,           mechanical-ventilation
                    Tracheostomy tube,       IMV,           mechanical-ventilation
                    Bipap mask ,             NIPPV,         bipap
                    CPAP mask ,              CPAP,          cpap
                    High flow nasal cannula, High Flow NC,  hfnc
                    Non-rebreather,          Face Mask,     non-rebreather
                    Partial rebreather,      Face Mask,     partial-rebreather
                    Venti mask ,             Face Mask,     venturi
                    Face tent,               Face Mask,     face-tent
                    Aerosol-cool,            Face Mask,     simple-mask
                    '',                      Face Mask,     simple-mask
                    Trach mask,              Trach Collar,  tracheostomy-collar
                    Nasal cannula,           Nasal Cannula, nasal-cannula
                    None,                    Room Air,      room-air
                    Other,                   Other,         unrecognised
                    Ultrasonic neb,          '',            unrecognised
                    """)
    void deviceIsReadFromCategoryAndName(String name, String category, String device) {
        ClifFixture clif = imported(row(name, category, ",false,,,,"));

        assertThat(clif.observations())
                .singleElement()
                .satisfies(
                        observation ->
                                assertThat(((OxygenDevice) observation).support().device())
                                        .isEqualTo(device));
        assertThat(clif.ledger.items()).isEmpty();
    }

    @Test
    void deviceThatNobodyKnowsKeepsItsNameAndSettings() {
        assertThat(imported(row("Helmet", "Other", ",false,0.6,30,,")).observations())
                .containsExactly(
                        new OxygenDevice(
                                new OxygenSupport.Unrecognised(
                                        "Helmet", new OxygenFlow(30), OxygenFraction.of(0.6))));
    }

    @ParameterizedTest
    @CsvSource({"0.4,4000", "40,4000", "1.0,10000", "100,10000", "21,2100"})
    void setOxygenIsAFractionOrAPercentage(String charted, int tenThousandths) {
        assertThat(
                        imported(row("", "High Flow NC", ",false," + charted + ",45.0,,"))
                                .observations())
                .containsExactly(
                        new OxygenDevice(
                                new OxygenSupport.HighFlowCannula(
                                        new OxygenFlow(45), new OxygenFraction(tenThousandths))));
    }

    @Test
    void settingsWithoutDeviceAdjustTheDeviceInUse() {
        assertThat(imported(row("", "", ",false,0.5,6,,")).observations())
                .containsExactly(new OxygenSettings(new OxygenFlow(6), OxygenFraction.of(0.5)));
    }

    @ParameterizedTest
    @CsvSource({"'CPAP/PSV,false,,,,'", "',false,,,5,'", "',false,,,,18'"})
    void otherVentilatorChartingConfirmsTheDeviceInUse(String rest) {
        assertThat(imported(row("", "", rest)).observations())
                .containsExactly(new OxygenSettings(null, null));
    }

    @Test
    void rowWithNothingInItIsNotOfInterest() {
        ClifFixture clif = ClifFixture.withOneStay(folder).respiratory(row("", "", ",false,,,,"));

        ClifReport report = clif.run();

        assertThat(report.tables().get(2).notOfInterest()).isEqualTo(1);
        assertThat(clif.observations()).isEmpty();
        assertThat(clif.ledger.items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.8,     130,  oxygen flow 130 L/min is outside 0 to 100
                    12,      40,   FiO2 12 is outside 0.21 to 1
                    429497,  40,   FiO2 101 is outside 0.21 to 1
                    0.8,     high, lpm_set: 'high' is not a number
                    """)
    void implausibleSettingWithoutDeviceIsQuarantined(String fio2, String flow, String reason) {
        ClifFixture clif = imported(row("", "", ",false," + fio2 + "," + flow + ",,"));

        assertThat(clif.observations()).isEmpty();
        assertThat(clif.quarantined()).containsExactly("2: " + reason);
    }

    @Test
    void deviceIsNotLostForAnImplausibleSetting() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .respiratory(row("", "High Flow NC", ",false,0.8,130,,"));

        ClifReport report = clif.run();

        assertThat(clif.observations())
                .containsExactly(
                        new OxygenDevice(
                                new OxygenSupport.HighFlowCannula(null, OxygenFraction.of(0.8))));
        assertThat(report.tables().get(2).accepted()).isEqualTo(1);
        assertThat(report.tables().get(2).remarks()).isEqualTo(1);
        assertThat(clif.quarantined())
                .containsExactly("2: row accepted, but oxygen flow 130 L/min is outside 0 to 100");
    }

    @Test
    void roomAirWithAFlowOfOxygenIsRemarkedUpon() {
        ClifFixture clif = imported(row("", "Room Air", ",false,,4,,"));

        assertThat(clif.observations())
                .containsExactly(new OxygenDevice(new OxygenSupport.RoomAir()));
        assertThat(clif.quarantined())
                .containsExactly(
                        "2: row accepted, but room air with a setting of oxygen: the setting was not taken");
    }

    @Test
    void sameRowTwiceIsADuplicate() {
        ClifFixture clif =
                imported(
                        row("", "Nasal Cannula", ",false,,2,,"),
                        row("", "Nasal Cannula", ",false,,2.0,,"));

        assertThat(clif.observations())
                .containsExactly(
                        new OxygenDevice(new OxygenSupport.NasalCannula(new OxygenFlow(2), null)));
        assertThat(clif.quarantined()).containsExactly("3: duplicate of line 2");
    }
}
