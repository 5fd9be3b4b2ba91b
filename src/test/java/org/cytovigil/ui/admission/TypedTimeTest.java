package org.cytovigil.ui.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.cytovigil.clinical.Infusion;
import org.junit.jupiter.api.Test;

// [utest->req~ui.patient-panel~1]
class TypedTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    // On 2026-03-29 the clocks of Berlin went from 02:00 to 03:00.
    @Test
    void anHourThatTheClockSkippedIsNoTime() {
        Instant now = Instant.parse("2026-03-29T10:00:00Z");

        assertThat(Typed.time("2:30", now, BERLIN)).isNull();
        assertThat(Typed.time("2026-03-29 03:30", now, BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    // On 2026-10-25 they went from 03:00 CEST (UTC+2) back to 02:00 CET (UTC+1).
    @Test
    void ofAnHourThatCameTwiceTheLaterCountsUnlessItIsStillToCome() {
        assertThat(Typed.time("2:30", Instant.parse("2026-10-25T06:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(Typed.time("2:30", Instant.parse("2026-10-25T00:40:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void aProductPutRightMovesTheInfusionByNoSecondAndNoHour() {
        Instant first = Instant.parse("2026-10-25T00:30:45Z");
        InfusionForm form = new InfusionForm(BERLIN);
        form.begin(new Infusion("axi-cel", first));
        form.product().set("tisa-cel");

        assertThat(form.infusion(Instant.parse("2026-10-25T12:00:00Z")))
                .isEqualTo(new Infusion("tisa-cel", first));
    }
}
