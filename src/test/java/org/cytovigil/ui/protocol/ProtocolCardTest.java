package org.cytovigil.ui.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;

// [utest->req~ui.protocol~1]
class ProtocolCardTest {
    private final Ward ward = new Ward();
    private final StayId stay = ward.admit("4", "DEMO Alpha");
    private final Protocol own = Protocol.builtIn();

    private ProtocolCard card(Protocol protocol) {
        return java.util.Objects.requireNonNull(
                ProtocolCard.of(ward.session().latest().stays().getFirst(), protocol));
    }

    @Test
    void saysWhatIsSaidForTheGradeThatStands() {
        ward.chart(stay, 39, 84, 50, 6);

        assertThat(card(own).heading()).isEqualTo("ASTCT 2019 grade 3");
        assertThat(card(own).items()).isEqualTo(own.of(3));
        assertThat(card(own).range()).isEmpty();
        assertThat(card(own).source()).startsWith("Source: in our own words after ASCO 2021");
    }

    @Test
    void ofAnOpenGradeTheHighestPossibleIsNamed() {
        ward.chart(stay, 39, 84, 50, 0);
        ward.chart(
                stay,
                new Observation.OxygenDevice(new OxygenSupport.Unrecognised("helmet", null, null)));

        assertThat(card(own).heading()).isEqualTo("ASTCT 2019 grade 2");
        assertThat(card(own).range())
                .isEqualTo("At least this grade: facts are missing, and it could be up to 4.");
    }

    @Test
    void nothingIsSaidBelowGradeOneUnlessAFileWasRefused() {
        ward.chart(stay, 36.8, 120, 70, 0);

        assertThat(ProtocolCard.of(ward.session().latest().stays().getFirst(), own)).isNull();
        assertThat(card(Protocol.insteadOf("unit.db.protocol.md", "line 3: wrong")).fault())
                .isEqualTo(
                        "The unit's own protocol is not shown: unit.db.protocol.md: line 3: wrong."
                                + " This is the program's text.");
    }
}
