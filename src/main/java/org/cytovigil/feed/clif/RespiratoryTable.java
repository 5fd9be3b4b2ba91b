package org.cytovigil.feed.clif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.Mask;
import org.cytovigil.clinical.OxygenSupport.MaskKind;
import org.cytovigil.clinical.Plausibility;
import org.jspecify.annotations.Nullable;

/**
 * {@code clif_respiratory_support}: oxygen devices and their settings.
 *
 * <p>A row that names a device is never refused for a setting: losing the device would leave the
 * one before it in use. It is accepted without that setting, with a remark.
 */
final class RespiratoryTable implements ClifTable {
    @Override
    public String name() {
        return "clif_respiratory_support";
    }

    @Override
    public List<String> required() {
        return List.of(STAY, "recorded_dttm", "device_category", "fio2_set", "lpm_set");
    }

    @Override
    public boolean concerns(Row row) {
        return namesDevice(row)
                || row.columns().names().stream()
                        .anyMatch(c -> setting(c) && !row.get(c).isEmpty());
    }

    @Override
    public String stamp(Row row) {
        return row.get("recorded_dttm");
    }

    @Override
    public Reading read(Row row) {
        Settings settings = Settings.of(row);
        if (namesDevice(row)) {
            OxygenSupport device = device(row, settings);
            List<String> faults = new ArrayList<>(settings.faults());
            if (device instanceof OxygenSupport.RoomAir && settings.aboveRoomAir()) {
                faults.add("room air with a setting of oxygen: the setting was not taken");
            }
            return new Reading.Fact(
                    new Observation.OxygenDevice(device),
                    faults.isEmpty() ? null : String.join("; ", faults));
        }
        return settings.faults().isEmpty()
                ? new Reading.Fact(
                        new Observation.OxygenSettings(settings.flow(), settings.fio2()), null)
                : new Reading.Refused(String.join("; ", settings.faults()));
    }

    private static boolean namesDevice(Row row) {
        return !row.get("device_category").isEmpty() || !row.get("device_name").isEmpty();
    }

    // Whatever a ventilator is set to or measures shows that it is in use.
    private static boolean setting(String column) {
        return column.endsWith("_set")
                || column.endsWith("_obs")
                || column.equals("mode_name")
                || column.equals("mode_category")
                || column.equals("vent_brand_name");
    }

    private static OxygenSupport device(Row row, Settings settings) {
        OxygenFlow flow = settings.flow();
        OxygenFraction fio2 = settings.fio2();
        String name = row.get("device_name");
        return switch (row.get("device_category").toLowerCase(Locale.ROOT)) {
            case "imv" -> new OxygenSupport.Ventilator(fio2);
            case "nippv" -> new OxygenSupport.Bipap(fio2);
            case "cpap" -> new OxygenSupport.Cpap(fio2);
            case "high flow nc" -> new OxygenSupport.HighFlowCannula(flow, fio2);
            case "face mask" -> new Mask(mask(name.toLowerCase(Locale.ROOT)), flow, fio2);
            case "trach collar" -> new Mask(MaskKind.TRACHEOSTOMY_COLLAR, flow, fio2);
            case "nasal cannula" -> new OxygenSupport.NasalCannula(flow, fio2);
            case "room air" -> new OxygenSupport.RoomAir();
            default ->
                    new OxygenSupport.Unrecognised(
                            name.isEmpty() ? row.get("device_category") : name, flow, fio2);
        };
    }

    private static MaskKind mask(String name) {
        if (name.contains("rebreather")) {
            return name.contains("partial") ? MaskKind.PARTIAL_REBREATHER : MaskKind.NON_REBREATHER;
        }
        if (name.contains("venti") || name.contains("ventur")) {
            return MaskKind.VENTURI;
        }
        return name.contains("face tent") ? MaskKind.FACE_TENT : MaskKind.SIMPLE;
    }

    /** The settings of a row that are plausible, and what is wrong with the others. */
    private record Settings(
            @Nullable OxygenFlow flow, @Nullable OxygenFraction fio2, List<String> faults) {
        static Settings of(Row row) {
            List<String> faults = new ArrayList<>();
            OxygenFlow flow = null;
            Optional<BigDecimal> litres = number(row, "lpm_set", faults);
            if (litres.isPresent()) {
                OxygenFlow charted = new OxygenFlow(litres.get().doubleValue());
                flow = plausible(charted, null, faults) ? charted : null;
            }
            OxygenFraction fio2 = null;
            Optional<BigDecimal> oxygen = number(row, "fio2_set", faults);
            if (oxygen.isPresent()) {
                // Far outside any percentage the fraction's own range would overflow, so such a
                // value stops here.
                OxygenFraction charted =
                        OxygenFraction.charted(Math.clamp(oxygen.get().doubleValue(), -1.0, 101.0));
                fio2 = plausible(null, charted, faults) ? charted : null;
            }
            return new Settings(flow, fio2, List.copyOf(faults));
        }

        boolean aboveRoomAir() {
            return (flow != null && flow.litresPerMinute() > 0)
                    || (fio2 != null && fio2.compareTo(OxygenFraction.ROOM_AIR) > 0);
        }

        private static Optional<BigDecimal> number(Row row, String column, List<String> faults) {
            String text = row.get(column);
            Optional<BigDecimal> number = Numbers.read(text);
            if (number.isEmpty() && !text.isEmpty()) {
                faults.add(column + ": " + Numbers.fault(text));
            }
            return number;
        }

        private static boolean plausible(
                @Nullable OxygenFlow flow, @Nullable OxygenFraction fio2, List<String> faults) {
            Optional<String> fault =
                    Plausibility.DEFAULT.fault(new Observation.OxygenSettings(flow, fio2));
            fault.ifPresent(faults::add);
            return fault.isEmpty();
        }
    }
}
