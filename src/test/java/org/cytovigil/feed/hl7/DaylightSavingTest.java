package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times without an offset on the days on which clocks change. */
// [utest->req~feed.hl7.local-time~1]
class DaylightSavingTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");

    /** From two hours before the change, on both days of a year, in three zones. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Europe/Berlin      , 2027-03-27T23:00:00Z
                    Europe/Berlin      , 2027-10-30T23:00:00Z
                    America/New_York   , 2027-03-14T05:00:00Z
                    America/New_York   , 2027-11-07T04:00:00Z
                    Australia/Lord_Howe, 2027-04-03T13:00:00Z
                    Australia/Lord_Howe, 2027-10-02T13:30:00Z
                    """)
    void readingsAreAsFarApartAsTheyWere(String zoneName, Instant from) {
        ZoneId zone = ZoneId.of(zoneName);
        assertThat(zone.getRules().nextTransition(from).getInstant())
                .isEqualTo(from.plus(Duration.ofHours(2)));
        for (DateTimeFormatter ofMessage : List.of(LOCAL, WITH_OFFSET)) {
            try (Feed feed = new Feed(zone, CodeTable.standard())) {
                List<Instant> sent = new ArrayList<>();
                for (int minute = 0; minute < 300; minute += 5) {
                    Instant at = from.plus(Duration.ofMinutes(minute));
                    feed.now = at.plusSeconds(40);
                    sent.add(at);
                    feed.send(
                            "MSH|^~\\&|GATE|W|||%s||ORU^R01|%d|P|2.5"
                                    .formatted(ofMessage.format(feed.now.atZone(zone)), minute),
                            Wire.PATIENT,
                            "OBR|1|||vitals|||" + LOCAL.format(at.atZone(zone)),
                            "OBX|1|NM|8867-4^Heart rate^LN||80|/min|||||F");
                }
                assertThat(feed.ledger.items()).isEmpty();
                assertThat(feed.told.stream().map(entry -> entry.at()).toList()).isEqualTo(sent);
            }
        }
    }

    @Test
    void ofTheHourThatComesTwiceItIsTheLaterThatCanHaveBeen() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant first = Instant.parse("2027-10-31T00:30:00Z");
        Instant second = Instant.parse("2027-10-31T01:30:00Z");
        assertThat(Hl7Time.read("20271031023000", berlin, first)).contains(first);
        assertThat(Hl7Time.read("20271031023000", berlin, second.minusSeconds(301)))
                .contains(first);
        assertThat(Hl7Time.read("20271031023000", berlin, second.minusSeconds(299)))
                .contains(second);
        assertThat(Hl7Time.read("20271031023000", berlin, second.plusSeconds(3600)))
                .contains(second);
        assertThat(Hl7Time.read("20271031023000+0200", berlin, second)).contains(first);
    }

    @Test
    void anOffsetThatTheSiteHasNotIsThatOfTheSender() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(Hl7Time.zone("20270701120000+0200", berlin)).isEqualTo(berlin);
        assertThat(Hl7Time.zone("20270701120000+0000", berlin)).isEqualTo(ZoneOffset.UTC);
        assertThat(Hl7Time.zone("20270701120000", berlin)).isEqualTo(berlin);
        assertThat(Hl7Time.zone("20270701120000+9900", berlin)).isEqualTo(berlin);
    }

    @Test
    void whatWasToldInTheFirstOfTheTwoHoursWasNotInTheSecondHoweverLateItArrives() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant nextDay = Instant.parse("2026-10-26T00:00:00Z");
        ZoneId first = Hl7Time.zone("20261025023500+0200", berlin);
        ZoneId second = Hl7Time.zone("20261025023500+0100", berlin);

        assertThat(Hl7Time.read("20261025023000", first, nextDay))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(Hl7Time.read("20261025015500", first, nextDay))
                .contains(Instant.parse("2026-10-24T23:55:00Z"));
        assertThat(Hl7Time.read("20261025023000", second, nextDay))
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(Hl7Time.read("20261025015500", second, nextDay))
                .contains(Instant.parse("2026-10-24T23:55:00Z"));
    }

    @Test
    void fractionsAreKeptToTheMillisecondAndOffsetsOfNoPlaceAreRefused() {
        Instant now = Instant.parse("2026-10-26T00:00:00Z");
        assertThat(Hl7Time.read("20261025023000.999999+0000", ZoneOffset.UTC, now))
                .contains(Instant.parse("2026-10-25T02:30:00.999Z"));
        assertThat(Hl7Time.read("20261025023000+1400", ZoneOffset.UTC, now))
                .contains(Instant.parse("2026-10-24T12:30:00Z"));
        assertThat(Hl7Time.read("20261025023000+1500", ZoneOffset.UTC, now)).isEmpty();
    }
}
