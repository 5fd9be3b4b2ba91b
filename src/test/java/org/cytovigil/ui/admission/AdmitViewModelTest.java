package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.admit~1]
class AdmitViewModelTest {
    private final Ward ward = new Ward();
    private final List<StayId> opened = new ArrayList<>();
    private final Workbench bench =
            new Workbench(
                    ward.session(), ZoneOffset.UTC, Runnable::run, Runnable::run, words -> {});
    private final AdmitViewModel model = new AdmitViewModel(bench, opened::add);

    @BeforeEach
    void oneIsHere() {
        ward.admit("4", "DEMO Alpha");
        ward.pass(Duration.ofHours(6));
    }

    private void type(String bed, String name, String number) {
        model.bed().set(bed);
        model.person().name().set(name);
        model.person().number().set(number);
    }

    private StaySnapshot admitted() {
        model.admit();
        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());
        return ward.session().latest().stay(opened.getFirst()).orElseThrow();
    }

    private long onTheUnit() {
        ward.pass(Duration.ofSeconds(1));
        return ward.session().latest().stays().size();
    }

    @Test
    void whatIsTypedIsTheStayAndItsBedsideOpensOnceItIsOnTheUnit() {
        type("7", "DEMO Bravo", "0042");
        model.person().age().set("1964-03-02");
        model.weight().set("71,5");
        model.person().systolic().set("135");
        model.person().oxygenProperty().set(HomeOxygen.CANNULA);
        model.person().flow().set("2");
        model.infusion().product().set("axi-cel");
        model.infusion().time().set("2026-02-27 10:30");

        model.admit();
        assertThat(opened).isEmpty();
        ward.pass(Duration.ofSeconds(1));
        model.show(ward.session().latest());

        assertThat(opened).containsExactly(new StayId("0042-2026-03-01T14:00:00Z"));
        StaySnapshot stay = ward.session().latest().stay(opened.getFirst()).orElseThrow();
        assertThat(stay.bed()).isEqualTo("7");
        assertThat(stay.stay())
                .isEqualTo(
                        new Stay(
                                opened.getFirst(),
                                new Patient(
                                        "DEMO Bravo",
                                        "0042",
                                        61.0,
                                        new Weight(71.5),
                                        new Patient.Baseline(
                                                new OxygenSupport.NasalCannula(
                                                        new OxygenFlow(2), null),
                                                new Pressure(135))),
                                new Infusion("axi-cel", Instant.parse("2026-02-27T10:30:00Z")),
                                Instant.parse("2026-03-01T14:00:00Z"),
                                null,
                                "7",
                                Stay.Origin.LIVE));
    }

    @Test
    void theLeastIsBedNameAndNumberAndNoInfusionIsMadeUp() {
        type("7", "DEMO Bravo", "0042");

        Stay stay = admitted().stay();

        assertThat(stay.infusion()).isNull();
        assertThat(stay.patient())
                .isEqualTo(new Patient("DEMO Bravo", "0042", null, null, Patient.Baseline.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    4,   DEMO Bravo, 0042,  'Bed 4 is that of DEMO Alpha, MRN MRN 4. Move that patient first.', '', ''
                    7,   '',         0042,  '', 'A name is needed: it is one of the two identifiers.', ''
                    7,   DEMO Bravo, '',    '', '', 'A record number is needed: it is one of the two identifiers.'
                    7,   DEMO Bravo, mrn 4, '', '', 'Already here: DEMO Alpha, MRN MRN 4, bed 4.'
                    """)
    void whatCannotBeIsRefusedBesideItsFieldByWhom(
            String bed, String name, String number, String ofBed, String ofName, String ofNumber) {
        type(bed, name, number);

        model.admit();
        model.admit();

        assertThat(model.bed().noteProperty().get()).isEqualTo(ofBed);
        assertThat(model.person().name().noteProperty().get()).isEqualTo(ofName);
        assertThat(model.person().number().noteProperty().get()).isEqualTo(ofNumber);
        assertThat(onTheUnit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    heavy, 'Type kilograms, for instance 71.5.'
                    720,   'It could not be used for doses: weight 720 kg is outside 0.3 to 400.'
                    0.2,   'It could not be used for doses: weight 0.2 kg is outside 0.3 to 400.'
                    """)
    void aWeightThatCannotBeIsRefused(String typed, String why) {
        type("7", "DEMO Bravo", "0042");
        model.weight().set(typed);

        model.admit();
        model.admit();

        assertThat(model.weight().noteProperty().get()).isEqualTo(why);
        assertThat(onTheUnit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    61,         true
                    8 m,        true
                    2025-07-01, true
                    130,        true
                    131,        false
                    2027-01-01, false
                    old,        false
                    """)
    void anAgeIsYearsMonthsOrADateOfBirth(String typed, boolean taken) {
        type("7", "DEMO Bravo", "0042");
        model.person().age().set(typed);

        model.admit();

        assertThat(onTheUnit()).isEqualTo(taken ? 2 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    61, 25,  '', DEMO Bravo, 7
                    61, 230, '', DEMO Bravo, 7
                    61, 70,  2026-03-01 14:06, DEMO Bravo, 7
                    61, 70,  2025-03-01 14:00, DEMO Bravo, 7
                    61, 70,  '', demo alpha, 7
                    61, 70,  '', DEMO Bravo, ''
                    """)
    void whatIsUnlikelyIsAskedAboutOnceAndThenKept(
            String age, String weight, String infused, String name, String bed) {
        type(bed, name, "0042");
        model.person().age().set(age);
        model.weight().set(weight);
        model.infusion().time().set(infused);

        model.admit();
        boolean asking = model.askingProperty().get();
        long before = onTheUnit();
        model.admit();

        assertThat(asking).isTrue();
        assertThat(before).isEqualTo(1);
        assertThat(onTheUnit()).isEqualTo(2);
    }

    @Test
    void anInfusionOfTheNextFiveMinutesIsNotAskedAbout() {
        type("7", "DEMO Bravo", "0042");
        model.infusion().time().set("14:05");

        Stay stay = admitted().stay();

        assertThat(stay.infusion())
                .isEqualTo(new Infusion("not stated", Instant.parse("2026-03-01T14:05:00Z")));
    }

    @Test
    void somethingElseTypedIsAskedAboutAnew() {
        type("7", "DEMO Bravo", "0042");
        model.weight().set("230");
        model.admit();

        model.weight().set("240");
        model.admit();

        assertThat(model.askingProperty().get()).isTrue();
        assertThat(onTheUnit()).isEqualTo(1);
    }

    @Test
    void theBedOfOneWhoLeftIsFreeAndTheNumberOfOneWhoLeftIsAskedAbout() {
        ward.tell(new StayId("stay-4"), new Entry.Discharged());
        ward.pass(Duration.ofMinutes(1));
        type("4", "DEMO Alpha", "MRN 4");

        model.admit();
        String asked = model.person().number().noteProperty().get();
        StaySnapshot stay = admitted();

        assertThat(asked).startsWith("Discharged from this unit before.");
        assertThat(stay.bed()).isEqualTo("4");
        assertThat(stay.stay().id()).isNotEqualTo(new StayId("stay-4"));
    }

    @Test
    void anAdmissionThatWasCancelledDoesNotComeBackUnderTheNextOne() {
        type("7", "DEMO Brawo", "0042");
        StayId wrong = admitted().stay().id();
        ward.tell(wrong, new Entry.AdmissionCancelled("name"));
        ward.pass(Duration.ofSeconds(5));
        opened.clear();
        AdmitViewModel again = new AdmitViewModel(bench, opened::add);
        again.bed().set("7");
        again.person().name().set("DEMO Bravo");
        again.person().number().set("0042");

        again.admit();
        ward.pass(Duration.ofSeconds(1));
        again.show(ward.session().latest());

        assertThat(opened).hasSize(1).doesNotContain(wrong);
        assertThat(ward.session().latest().stays())
                .extracting(stay -> stay.stay().patient().name())
                .containsExactly("DEMO Alpha", "DEMO Bravo");
    }

    @Test
    void aRecordNumberWithACharacterThatNobodySeesIsTheSameNumber() {
        type("7", "DEMO Bravo", "MRN 4\u200B");
        model.admit();

        assertThat(model.person().number().refused()).isTrue();
        assertThat(onTheUnit()).isEqualTo(1);
    }

    @Test
    void aNameOfNothingThatIsSeenIsNoName() {
        type("7", "\u200B\u202E", "0042");
        model.admit();

        assertThat(model.person().name().refused()).isTrue();
        assertThat(onTheUnit()).isEqualTo(1);
    }

    @Test
    void twoPressesWhileTheStoreIsWaitedForAdmitOneAndTheFormStaysUntilThen() {
        List<Runnable> waiting = new ArrayList<>();
        AdmitViewModel form =
                new AdmitViewModel(
                        new Workbench(
                                ward.session(),
                                ZoneOffset.UTC,
                                waiting::add,
                                Runnable::run,
                                words -> {}),
                        opened::add);
        form.bed().set("7");
        form.person().name().set("DEMO Bravo");
        form.person().number().set("0042");

        form.admit();
        form.admit();
        assertThat(form.mayLeave()).isFalse();
        assertThat(form.mayLeave()).isFalse();
        waiting.forEach(Runnable::run);
        form.admit();

        assertThat(waiting).hasSize(1);
        assertThat(form.mayLeave()).isTrue();
        assertThat(onTheUnit()).isEqualTo(2);
    }
}
