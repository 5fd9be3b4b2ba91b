package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

/** The same facts come to the same history, in whatever order and however often they are told. */
// [utest->req~monitor.fold~1]
class ArrivalOrderTest {
    private static final Instant END = Facts.hour(30);

    /** Six facts, among them a bag change, a contradiction at one moment and a bolus told twice. */
    private static final List<TimedFact> SIX =
            List.of(
                    Watch.at(1, Facts.FEVER),
                    Watch.at(2, Facts.norepinephrine(20)),
                    Watch.at(3, Facts.stopped(Vasopressor.NOREPINEPHRINE)),
                    Watch.at(3 + 20 / 3600.0, Facts.norepinephrine(25)),
                    Watch.at(4, Facts.cannula(4)),
                    Watch.at(4, Facts.bolus()));

    private static List<Object> live(List<TimedFact> deliveries, List<Instant> advances) {
        StayMonitor monitor = Watch.monitor();
        int next = 0;
        for (int i = 0; i < deliveries.size(); i++) {
            TimedFact fact = deliveries.get(i);
            monitor.observe(fact.at(), fact.observation());
            if (i % 2 == 1 && next < advances.size()) {
                monitor.advance(advances.get(next++), step -> {});
            }
        }
        monitor.advance(END, step -> {});
        return Watch.outcome(monitor);
    }

    @Test
    void everyOrderOfSixFactsWithTwoToldTwice() {
        List<Object> expected = Watch.outcome(Watch.told(SIX, END));
        List<Instant> advances =
                List.of(Facts.hour(2.5), Facts.hour(3).plusSeconds(10), Facts.hour(9));
        int[] deliveries = {0, 1, 2, 3, 4, 5, 3, 5};
        Set<List<Integer>> orders = Orders.of(deliveries);
        assertThat(orders).hasSize(10_080);
        for (List<Integer> order : orders) {
            List<TimedFact> told = order.stream().map(SIX::get).toList();
            assertThat(live(told, advances)).as("%s", order).isEqualTo(expected);
        }
    }

    @Test
    void factsThatContradictEachOtherAtOneMomentAreSettledWithoutRegardToArrival() {
        List<List<Observation>> pairs =
                List.of(
                        List.of(Facts.celsius(37.2), Facts.celsius(38.6)),
                        List.of(Facts.pressure(118, 70), Facts.pressure(82, 60)),
                        List.of(Facts.spo2(97), Facts.spo2(86)),
                        List.of(Facts.ROOM_AIR, Facts.device("bipap", null, 0.5)),
                        List.of(Facts.cannula(3), Facts.cannula(7)),
                        List.of(Facts.norepinephrine(5), Facts.norepinephrine(25)),
                        List.of(
                                Facts.running(Vasopressor.VASOPRESSIN, 1.8, DoseUnit.U_PER_H),
                                Facts.stopped(Vasopressor.VASOPRESSIN)),
                        List.of(
                                Facts.attributed(Observation.AttributionScope.WHOLE, false),
                                Facts.attributed(Observation.AttributionScope.WHOLE, true)),
                        List.of(
                                Facts.device("hfnc", 40.0, null),
                                new Observation.OxygenSettings(
                                        null, org.cytovigil.clinical.OxygenFraction.of(0.5))));
        List<TimedFact> before =
                List.of(
                        Watch.at(1, Facts.FEVER),
                        Watch.at(1, Facts.ROOM_AIR),
                        Watch.at(1, Facts.NORMAL_PRESSURE));
        for (List<Observation> pair : pairs) {
            List<TimedFact> forth = new ArrayList<>(before);
            List<TimedFact> back = new ArrayList<>(before);
            for (int i = 0; i < 2; i++) {
                forth.add(new TimedFact(Facts.hour(2), pair.get(i)));
                back.add(new TimedFact(Facts.hour(2), pair.get(1 - i)));
            }
            List<Instant> advances = List.of(Facts.hour(2), Facts.hour(3));
            assertThat(live(back, advances)).as("%s", pair).isEqualTo(live(forth, advances));
        }
    }

    @Test
    void noneOfSeveralExaminationsOfOneMomentHidesWhatAnotherFound() {
        NeurologicalExamination nothing =
                new NeurologicalExamination(null, null, null, null, null, null, null);
        List<Observation> three =
                List.of(
                        nothing.withIce(new IceScore.Total(9)).withSeizure(Seizure.PROLONGED),
                        nothing.withIce(
                                        new IceScore.Items(
                                                false, false, false, false, null, null, null, null))
                                .withSeizure(Seizure.NONE),
                        nothing.withIce(new IceScore.Total(7))
                                .withConsciousness(Consciousness.TO_VOICE));
        int[] orders = {0, 1, 2};
        Set<List<Integer>> all = Orders.of(orders);
        for (List<Integer> order : all) {
            List<TimedFact> told =
                    order.stream().map(i -> new TimedFact(Facts.hour(2), three.get(i))).toList();
            StayMonitor monitor = Watch.told(List.of());
            monitor.advance(Facts.hour(2), step -> {});
            told.forEach(fact -> monitor.observe(fact.at(), fact.observation()));
            monitor.advance(Facts.hour(3), step -> {});
            assertThat(monitor.picture().neurology().toString())
                    .as("%s", order)
                    .contains("seizure=PROLONGED")
                    .contains("consciousness=TO_VOICE")
                    .contains("year=false");
            assertThat(Watch.grades(monitor, ScaleId.ICANS)).containsExactly("2.0000 4");
        }
    }

    @Test
    void longerRunsFromSeededGenerators() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<TimedFact> facts = drawn(random);
            List<Object> expected = Watch.outcome(Watch.told(facts, END));

            List<TimedFact> deliveries = new ArrayList<>(facts);
            for (int i = 0; i < 5; i++) {
                deliveries.add(facts.get(random.nextInt(facts.size())));
            }
            Collections.shuffle(deliveries, random);
            List<Instant> advances = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                advances.add(Facts.minute(random.nextInt(29 * 60)));
            }
            Collections.sort(advances);
            assertThat(live(deliveries, advances)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** Forty facts within 28 hours, with seconds, many of them at a shared moment. */
    private static List<TimedFact> drawn(Random random) {
        List<Supplier<Observation>> kinds =
                List.of(
                        () -> Facts.celsius(36 + random.nextInt(40) / 10.0),
                        () -> Facts.pressure(70 + random.nextInt(60), 40 + random.nextInt(25)),
                        () -> Facts.spo2(85 + random.nextInt(15)),
                        () -> Facts.ROOM_AIR,
                        () -> Facts.cannula(1 + random.nextInt(8)),
                        () -> Facts.device("hfnc", 40.0, 0.3 + random.nextInt(4) / 10.0),
                        () -> Facts.norepinephrine(5.0 * random.nextInt(6)),
                        () ->
                                Facts.running(
                                        Vasopressor.VASOPRESSIN,
                                        0.03 * random.nextInt(2),
                                        DoseUnit.U_PER_MIN),
                        Facts::bolus,
                        () -> Facts.given("tocilizumab"),
                        Observation.HypotensionStated::new);
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant moment = Facts.minute(random.nextInt(28 * 60));
            moments.add(moment);
            moments.add(moment.plusSeconds(random.nextInt(60)));
        }
        List<TimedFact> facts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            facts.add(
                    new TimedFact(
                            moments.get(random.nextInt(moments.size())),
                            kinds.get(random.nextInt(kinds.size())).get()));
        }
        return facts;
    }
}
