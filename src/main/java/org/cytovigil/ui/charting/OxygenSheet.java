package org.cytovigil.ui.charting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.OxygenDevices;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.MaskKind;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The oxygen device, then only the settings that it has. */
// [impl->req~ui.chart-oxygen~1]
final class OxygenSheet implements Sheet {
    private static final String UNKNOWN = "?";
    private static final List<String> DEVICES = devices();

    /** Their fraction cannot be set; the scales estimate it. */
    private static final Set<String> WITHOUT_FRACTION =
            Set.of(
                    "nasal-cannula",
                    MaskKind.SIMPLE.device(),
                    MaskKind.PARTIAL_REBREATHER.device(),
                    MaskKind.NON_REBREATHER.device());

    private final Field device = Field.chosen("device", choices()).lastBelow();
    private final Field flow = Field.typed("flow");
    private final Field fraction = Field.typed("fraction");
    private boolean begun;

    /** What is in use now says nothing of what was charted then. */
    private boolean correcting;

    private static List<String> devices() {
        List<String> ids = new ArrayList<>(List.of("room-air", "nasal-cannula", "hfnc"));
        for (MaskKind kind : MaskKind.values()) {
            ids.add(kind.device());
        }
        ids.addAll(List.of("blow-by", "cpap", "bipap", "mechanical-ventilation"));
        return List.copyOf(ids);
    }

    private static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>(List.of(Choices.NONE));
        for (String id : DEVICES) {
            OxygenDevices.named(id, null, null)
                    .ifPresent(support -> choices.add(new Choice(id, Wording.oxygen(support))));
        }
        return choices;
    }

    @Override
    public String id() {
        return "oxygen";
    }

    @Override
    public boolean charts(Observation fact) {
        return fact instanceof Observation.OxygenDevice
                || fact instanceof Observation.OxygenSettings;
    }

    @Override
    public List<Field> fields() {
        return List.of(device, flow, fraction);
    }

    @Override
    public boolean fill(Observation fact) {
        if (!(fact instanceof OxygenDevice charted)
                || !DEVICES.contains(charted.support().device())) {
            return false;
        }
        begun = true;
        correcting = true;
        OxygenSupport was = charted.support();
        device.textProperty().set(was.device());
        flow.textProperty()
                .set(was.flow() == null ? "" : Wording.number(was.flow().litresPerMinute()));
        fraction.textProperty().set(was.fio2() == null ? "" : Wording.number(was.fio2().percent()));
        return true;
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        OxygenSupport inUse = inUse(stay);
        if (!begun) {
            begun = true;
            if (inUse != null && DEVICES.contains(inUse.device())) {
                device.textProperty().set(inUse.device());
            }
        }
        device.setLast(Readings.words(stay.picture().oxygen(), Wording::oxygen, now));
        String id = device.text();
        flow.shownProperty().set(hasFlow(id));
        fraction.shownProperty().set(hasFraction(id));
        OxygenSupport same = isSame(inUse) ? inUse : null;
        note(
                flow,
                same == null || same.flow() == null
                        ? ""
                        : Wording.number(same.flow().litresPerMinute()) + " L/min");
        note(
                fraction,
                same == null || same.fio2() == null
                        ? ""
                        : Wording.number(same.fio2().percent()) + " %");
    }

    private static void note(Field field, String stands) {
        field.setLast(stands);
        String typed = field.text();
        field.setNote(
                typed.isEmpty() && !stands.isEmpty()
                        ? Texts.of("charting.stays", stands)
                        : typed.isEmpty() || typed.equals(UNKNOWN)
                                ? Texts.of("charting.unknown-setting")
                                : "");
    }

    /** What counts as in use now; {@code null} when that is not known. */
    private static @Nullable OxygenSupport inUse(StaySnapshot stay) {
        return stay.picture().oxygen() instanceof Reading.Measured<OxygenSupport> measured
                ? measured.value()
                : null;
    }

    private boolean isSame(@Nullable OxygenSupport inUse) {
        return !correcting && inUse != null && inUse.device().equals(device.text());
    }

    private static boolean hasFlow(String id) {
        return OxygenDevices.named(id, new OxygenFlow(1), null)
                .map(support -> support.flow() != null)
                .orElse(false);
    }

    private static boolean hasFraction(String id) {
        return !WITHOUT_FRACTION.contains(id)
                && OxygenDevices.named(id, null, OxygenFraction.of(1))
                        .map(support -> support.fio2() != null)
                        .orElse(false);
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts filled = new Doubts(stay.policy().plausibility());
        String id = device.text();
        if (id.isEmpty()) {
            return filled.filled();
        }
        OxygenSupport inUse = inUse(stay);
        OxygenSupport same = isSame(inUse) ? inUse : null;
        OxygenFlow flows = same == null ? null : same.flow();
        if (hasFlow(id) && !flow.text().isEmpty()) {
            Double typed = flow.text().equals(UNKNOWN) ? null : Numbers.read(flow);
            flows = typed == null ? null : new OxygenFlow(typed);
        }
        OxygenFraction set = same == null ? null : same.fio2();
        if (hasFraction(id) && !fraction.text().isEmpty()) {
            Double typed = fraction.text().equals(UNKNOWN) ? null : Numbers.read(fraction);
            set = typed == null ? null : OxygenFraction.charted(typed);
        }
        OxygenSupport support = OxygenDevices.charted(id, flows, set).orElseThrow();
        filled.add(new OxygenDevice(support));
        if (same != null) {
            filled.compare(
                    Wording.oxygen(support),
                    flows == null ? null : flows.litresPerMinute(),
                    same.flow() == null ? null : same.flow().litresPerMinute(),
                    Wording.oxygen(same));
        }
        return filled.filled();
    }
}
