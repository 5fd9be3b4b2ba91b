package org.cytovigil.clinical;

import java.util.Locale;
import java.util.Optional;
import org.cytovigil.clinical.OxygenSupport.MaskKind;
import org.jspecify.annotations.Nullable;

/** Reads the names of oxygen devices used in case files and the ledger. */
public final class OxygenDevices {
    private OxygenDevices() {}

    /**
     * The device of that name with its settings, as somebody charted them. Room air to which oxygen
     * flows is no room air: one of the two is wrong, and the device is not known.
     *
     * @return empty when the name is none of the documented ones
     */
    public static Optional<OxygenSupport> charted(
            String device, @Nullable OxygenFlow flow, @Nullable OxygenFraction fio2) {
        boolean oxygenFlows =
                (flow != null && flow.litresPerMinute() > 0)
                        || (fio2 != null && fio2.compareTo(OxygenFraction.ROOM_AIR) > 0);
        return named(device, flow, fio2)
                .map(
                        support ->
                                support instanceof OxygenSupport.RoomAir && oxygenFlows
                                        ? new OxygenSupport.Unrecognised(
                                                "room air with oxygen", flow, fio2)
                                        : support);
    }

    /**
     * The device of that name with its settings.
     *
     * @return empty when the name is none of the documented ones
     */
    public static Optional<OxygenSupport> named(
            String device, @Nullable OxygenFlow flow, @Nullable OxygenFraction fio2) {
        OxygenSupport support =
                switch (device.strip().toLowerCase(Locale.ROOT)) {
                    case "room-air" -> new OxygenSupport.RoomAir();
                    case "nasal-cannula" -> new OxygenSupport.NasalCannula(flow, fio2);
                    case "hfnc" -> new OxygenSupport.HighFlowCannula(flow, fio2);
                    case "blow-by" -> new OxygenSupport.BlowBy(flow, fio2);
                    case "cpap" -> new OxygenSupport.Cpap(fio2);
                    case "bipap", "niv" -> new OxygenSupport.Bipap(fio2);
                    case "mechanical-ventilation", "ventilator" ->
                            new OxygenSupport.Ventilator(fio2);
                    case "face-mask" -> new OxygenSupport.Mask(MaskKind.SIMPLE, flow, fio2);
                    case "venturi-mask" -> new OxygenSupport.Mask(MaskKind.VENTURI, flow, fio2);
                    case "tracheostomy-mask" ->
                            new OxygenSupport.Mask(MaskKind.TRACHEOSTOMY_COLLAR, flow, fio2);
                    default -> null;
                };
        if (support == null) {
            for (MaskKind kind : MaskKind.values()) {
                if (kind.device().equals(device.strip().toLowerCase(Locale.ROOT))) {
                    support = new OxygenSupport.Mask(kind, flow, fio2);
                }
            }
        }
        return Optional.ofNullable(support);
    }
}
