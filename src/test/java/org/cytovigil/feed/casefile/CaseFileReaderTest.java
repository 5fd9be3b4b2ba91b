package org.cytovigil.feed.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~feed.case-file~1]
class CaseFileReaderTest {
    @TempDir private Path folder;

    static CaseFile read(String json) throws CaseFileException {
        return new CaseFileReader(Facts.ZERO)
                .read("cases.json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** The observations of a bare case with one entry at hour 3; quotes written as '. */
    static CaseFile entry(String fields) throws CaseFileException {
        return read("[{'id':'A','entries':[{'hours':3,%s}]}]".formatted(fields).replace('\'', '"'));
    }

    static List<Observation> observations(CaseFile file) {
        return file.cases().getFirst().entries().stream()
                .map(Entry::event)
                .filter(Entry.Observed.class::isInstance)
                .map(event -> ((Entry.Observed) event).observation())
                .toList();
    }

    @Test
    void everyDocumentedFieldIsRead() throws CaseFileException {
        CaseFile file =
                entry(
                        """
                        'note':'all', 'temperature':{'value':38.5,'unit':'Cel','site':'oral'},
                        'systolic':88,'diastolic':50,'mean':62,'pressureSource':'arterial-line',
                        'spo2':92,'heartRate':120,'respiratoryRate':24,'weightKg':71,'heightCm':172,
                        'risk':{'cellDose':{'value':2,'unit':'10*6/kg'},
                        'diseaseBurden':{'measure':'60 % blasts','high':true},
                        'lymphodepletion':{'regimen':'fludarabine + cyclophosphamide','intensive':false},
                        'platelets':{'value':42,'unit':'10*9/L'},'ferritin':{'value':1.2,'unit':'mg/L'}},
                        'oxygen':{'device':'hfnc','flowLitresPerMinute':40,'fio2':50},
                        'vasopressors':[{'drug':'noradrenaline','dose':8,'unit':'mcg/min','salt':'bitartrate'}],
                        'hypotension':true,'fluidBolusMl':500,
                        'treatments':[{'drug':'tocilizumab','text':'8 mg/kg'}],'symptoms':['malaise'],
                        'organToxicity':[{'organ':'renal','ctcaeGrade':2}],
                        'coagulopathyTreated':true,'intravenousTherapy':false,
                        'attribution':{'oxygen':'airway-protection'},'episode':'opened',
                        'labs':[{'analyte':'CRP','value':120,'unit':'mg/L'}],
                        'outcome':'death-due-to-crs'
                        """);
        assertThat(file.remarks()).isEmpty();
        assertThat(observations(file))
                .containsExactlyInAnyOrder(
                        new BodyTemperature(
                                Temperature.ofCelsius(38.5), TemperatureSite.ORAL, false),
                        new BloodPressure(
                                new Pressure(88),
                                new Pressure(50),
                                new Pressure(62),
                                PressureSource.ARTERIAL_LINE),
                        new Observation.OxygenSaturation(92),
                        new Observation.HeartRate(120),
                        new Observation.RespiratoryRate(24),
                        new Observation.BodyWeight(new Weight(71)),
                        new Observation.BodyHeight(new Height(172)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.CellDose(2, RiskFactor.Per.KILOGRAM)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.DiseaseBurden(
                                        "60 % blasts", RiskFactor.Judged.HIGH)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.Lymphodepletion(
                                        "fludarabine + cyclophosphamide",
                                        RiskFactor.Judged.NOT_HIGH)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.Baseline(Analyte.PLATELETS, 42)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.Baseline(Analyte.FERRITIN, 1200)),
                        Facts.device("hfnc", 40.0, 0.5),
                        Facts.list(
                                new VasopressorInfusion(
                                        Vasopressor.NOREPINEPHRINE,
                                        new org.cytovigil.clinical.DoseRate(8, DoseUnit.UG_PER_MIN),
                                        Salt.TARTRATE)),
                        new Observation.HypotensionStated(),
                        new Observation.FluidBolus(500),
                        new Observation.TreatmentGiven(new Treatment("tocilizumab", "8 mg/kg")),
                        new Observation.ConstitutionalSymptoms(true),
                        new Observation.OrganToxicity(Organ.RENAL, 2),
                        new Observation.CoagulopathyTreated(true),
                        new Observation.IntravenousTherapy(false),
                        new Observation.Attributed(
                                AttributionScope.OXYGEN, false, "airway protection"),
                        new Observation.EpisodeOpened(),
                        new Observation.LaboratoryResult(Analyte.CRP, 120),
                        new Observation.DeathDueToCrs());
        assertThat(file.cases().getFirst().lastEntryAt()).isEqualTo(Facts.hour(3));
    }

    @Test
    void patientAndInfusionAreRead() throws CaseFileException {
        CaseFile.Course course =
                read("""
                                {"format":"cytovigil-cases","version":1,"cases":[{"id":"A","title":"t","origin":"o","note":"n",
                                "patient":{"name":"Doe","recordNumber":"9","ageYears":8,"weightKg":25,
                                "baseline":{"oxygen":{"device":"cpap"},"systolic":101}},
                                "infusion":{"product":"axi-cel","at":"2026-02-01T08:00:00Z"},
                                "entries":[{"hours":-2,"spo2":97},{"hours":1.5,"spo2":96}]}]}
                                """)
                        .cases()
                        .getFirst();
        assertThat(course.stay().patient())
                .isEqualTo(
                        new Patient(
                                "Doe",
                                "9",
                                8.0,
                                new Weight(25),
                                new Patient.Baseline(
                                        Facts.support("cpap", null, null), new Pressure(101))));
        Instant infused = Instant.parse("2026-02-01T08:00:00Z");
        assertThat(course.stay().dayZero()).isEqualTo(infused);
        assertThat(course.stay().admitted()).isEqualTo(infused.minusSeconds(7_200));
        assertThat(course.lastEntryAt()).isEqualTo(infused.plusSeconds(5_400));
        assertThat(course.entries().getFirst().event())
                .isEqualTo(new Entry.Admitted(course.stay()));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # value, unit, Celsius, assumed?, plausible?
                    102.2, ,        39.0,  true,  true
                    45,    ,        7.222, true,  false
                    44.9,  ,        44.9,  false, true
                    115,   ,        46.111,true,  false
                    100.4, [degF],  38.0,  false, true
                    102.2, Cel,     102.2, false, false
                    38.5,  °C,      38.5,  false, true
                    """)
    void temperatureWithoutAUnitFrom45IsFahrenheit(
            String value,
            @org.jspecify.annotations.Nullable String unit,
            double celsius,
            boolean assumed,
            boolean plausible)
            throws CaseFileException {
        String unitField = unit == null ? "" : ",'unit':'" + unit + "'";
        CaseFile file = entry("'temperature':{'value':" + value + unitField + "}");
        assertThat(observations(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        BodyTemperature.class,
                        temperature -> {
                            assertThat(temperature.value().celsius())
                                    .isCloseTo(celsius, org.assertj.core.data.Offset.offset(0.001));
                            assertThat(temperature.unitAssumed()).isEqualTo(assumed);
                        });
        assertThat(file.remarks().isEmpty()).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'dose':8                              | without a unit
                    'dose':-8,'unit':'ug/min'             | -8
                    'dose':8388607,'unit':'ug/min'        | 8388607
                    'dose':11,'unit':'ug/kg/min'          | 11
                    'dose':0.03,'unit':'[U]/min'          | [U]/min
                    'dose':8,'unit':'ug/fortnight'        | ug/fortnight
                    'dose':8,'unit':'mL/h'                | concentration
                    'dose':8,'unit':'mL/h','concentration':{'value':1,'unit':'percent'} | percent
                    """)
    void aDoseThatCannotBeUsedLeavesTheDrugRunningWithARemark(String dose, String remark)
            throws CaseFileException {
        CaseFile file = entry("'vasopressors':[{'drug':'norepinephrine'," + dose + "}]");
        assertThat(observations(file))
                .containsExactly(
                        Facts.list(
                                Facts.unlabelled(Facts.unknownDose(Vasopressor.NOREPINEPHRINE))));
        assertThat(file.remarks())
                .singleElement()
                .asString()
                .contains(remark)
                .contains("unknown dose")
                .contains("cases.json[0].entries[0].vasopressors[0]");
    }

    @Test
    void pumpRateWithConcentrationIsADose() throws CaseFileException {
        assertThat(
                        observations(
                                entry(
                                        "'vasopressors':[{'drug':'norepinephrine','dose':75,'unit':'mL/h','concentration':{'value':16,'unit':'ug/mL'}}]")))
                .containsExactly(
                        Facts.list(
                                Facts.unlabelled(
                                        Facts.infusion(
                                                Vasopressor.NOREPINEPHRINE,
                                                20,
                                                DoseUnit.UG_PER_MIN))));
    }

    @Test
    void implausibleValuesAreKeptWithARemark() throws CaseFileException {
        CaseFile file = entry("'systolic':400,'spo2':0");
        assertThat(observations(file)).hasSize(2);
        assertThat(file.remarks())
                .hasSize(2)
                .allMatch(remark -> remark.endsWith("kept, not graded"));
    }

    @Test
    void anUnknownFieldIsRefusedWhereTheVersionIsStatedAndRemarkedElsewhere()
            throws CaseFileException {
        assertThat(entry("'temprature':38").remarks())
                .containsExactly(
                        "cases.json[0].entries[0]: field \"temprature\" is not known and was not read");
        assertThatThrownBy(
                        () ->
                                read(
                                        "{\"format\":\"cytovigil-cases\",\"version\":1,\"cases\":[{\"id\":\"A\",\"entries\":[{\"hours\":1,\"temprature\":38}]}]}"))
                .isInstanceOf(CaseFileException.class)
                .hasMessage("cases.json.cases[0].entries[0]: unknown field \"temprature\"");
    }

    @Test
    void oneCaseAloneIsRead() throws CaseFileException {
        assertThat(read("{\"id\":\"A\",\"entries\":[{\"hours\":1}]}").cases()).hasSize(1);
    }

    @Test
    void filesThatCannotBeReadAreNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.json"));
        CaseFileReader reader = new CaseFileReader(Facts.ZERO);
        assertThatThrownBy(() -> reader.read(empty))
                .isInstanceOf(CaseFileException.class)
                .hasMessage("empty.json: the file is empty");
        assertThatThrownBy(() -> reader.read(folder))
                .isInstanceOf(CaseFileException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> reader.read(folder.resolve("none.json")))
                .isInstanceOf(CaseFileException.class)
                .hasMessage("none.json: no such file");
    }

    @Test
    void aDrugListedTwiceIsRemarkedUpon() throws Exception {
        CaseFile file =
                entry(
                        "'vasopressors':[{'drug':'norepinephrine','dose':25,'unit':'ug/min'},"
                                + "{'drug':'noradrenaline','dose':5,'unit':'ug/min'}]");
        assertThat(file.remarks())
                .singleElement()
                .asString()
                .contains("norepinephrine is listed twice: the higher dose counts");
    }

    /** Taken for room air it would lower the grade in silence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'flowLitresPerMinute':4            | false
                    'fio2':0.4                         | false
                    'fio2':21                          | true
                    'flowLitresPerMinute':0,'fio2':0.21 | true
                    """)
    void roomAirWithOxygenIsADeviceNobodyKnows(String settings, boolean roomAir) throws Exception {
        CaseFile file = entry("'oxygen':{'device':'room-air'," + settings + "}");
        assertThat(observations(file))
                .singleElement()
                .isInstanceOfSatisfying(
                        Observation.OxygenDevice.class,
                        device ->
                                assertThat(device.support() instanceof OxygenSupport.RoomAir)
                                        .isEqualTo(roomAir));
        assertThat(file.remarks().isEmpty()).isEqualTo(roomAir);
    }
}
