package org.cytovigil.feed.clif;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.jspecify.annotations.Nullable;

/** {@code clif_hospitalization}: which stays there are, and which of them are imported. */
final class StayRegister {
    /** An infusion further than this from the admission is a slip of the pen. */
    private static final Duration FURTHEST_INFUSION = Duration.ofDays(365);

    static final String TABLE = "clif_hospitalization";
    static final List<String> REQUIRED =
            List.of(ClifTable.STAY, "admission_dttm", "discharge_dttm", "age_at_admission");

    private static final double OLDEST = 130;

    /** What is to be done with the rows of a stay. */
    sealed interface Standing {
        /** They are charted. */
        record Charted(StayChart chart) implements Standing {}

        /** They go to the quarantine. */
        record Refused(String reason) implements Standing {}

        /** They are not of interest: the stay was not asked for, or is in the ledger already. */
        record Aside() implements Standing {}
    }

    private final ClifOptions options;
    private final Set<StayId> stored;
    private final Instant now;
    private final Tally tally;
    private final List<ClifReport.Fault> faults;
    private final Map<String, Standing> standings = new LinkedHashMap<>();

    StayRegister(
            ClifOptions options,
            Set<StayId> stored,
            Instant now,
            Tally tally,
            List<ClifReport.Fault> faults) {
        this.options = options;
        this.stored = stored;
        this.now = now;
        this.tally = tally;
        this.faults = faults;
    }

    /** Takes one row of the table. */
    void take(Row row) {
        String id = row.get(ClifTable.STAY);
        if (!id.isEmpty() && !wanted(id)) {
            standings.putIfAbsent(id, new Standing.Aside());
            tally.notOfInterest();
            return;
        }
        if (stored.contains(new StayId(id))) {
            if (standings.putIfAbsent(id, new Standing.Aside()) == null) {
                fault(
                        row.line(),
                        "stay %s is already in the store: it is not imported again".formatted(id));
            }
            tally.notOfInterest();
            return;
        }
        tally.ofInterest();
        if (id.isEmpty()) {
            tally.refuse(row.line(), "no " + ClifTable.STAY, row.raw());
        } else if (standings.containsKey(id)) {
            fault(row.line(), "two stays with one id: %s; the first is kept".formatted(id));
            tally.refuse(row.line(), "two stays with one id", row.raw());
        } else {
            standings.put(id, admit(id, row));
        }
    }

    private Standing admit(String id, Row row) {
        Stamp admitted = Stamp.read(row.get("admission_dttm"));
        if (!(admitted instanceof Stamp.At(Instant from))) {
            return refuse(row, "admission: " + ((Stamp.Unusable) admitted).reason());
        }
        Instant to = null;
        if (!row.get("discharge_dttm").isEmpty()) {
            Stamp discharged = Stamp.read(row.get("discharge_dttm"));
            if (!(discharged instanceof Stamp.At(Instant end))) {
                return refuse(row, "discharge: " + ((Stamp.Unusable) discharged).reason());
            }
            if (end.isBefore(from)) {
                return refuse(row, "discharge before admission");
            }
            to = end;
        }
        if (to != null && !from.isAfter(now) && to.isAfter(now.plus(StayChart.CLOCK_DIFFERENCE))) {
            tally.remark(
                    row,
                    "its discharge is dated in the future and was not taken: it is now " + now);
            to = null;
        }
        Patient patient = new Patient("STAY " + id, id, age(row), null, Patient.Baseline.NONE);
        Instant infused = options.infusions().getOrDefault(new StayId(id), from);
        if (Duration.between(from, infused).abs().compareTo(FURTHEST_INFUSION) > 0) {
            throw new ClifException(
                    "the infusion given for stay %s at %s lies more than a year from its admission at %s; nothing was imported"
                            .formatted(id, infused, from));
        }
        Stay stay =
                new Stay(
                        new StayId(id),
                        patient,
                        new Infusion("not stated", infused),
                        from,
                        to,
                        "",
                        Stay.Origin.IMPORTED);
        return new Standing.Charted(new StayChart(stay, tally, now));
    }

    private Standing refuse(Row row, String reason) {
        tally.refuse(row.line(), reason, row.raw());
        return new Standing.Refused("stay not imported: " + reason);
    }

    private @Nullable Double age(Row row) {
        String text = row.get("age_at_admission");
        Optional<Double> age = Numbers.read(text).map(BigDecimal::doubleValue);
        if (text.isEmpty() || (age.isPresent() && age.get() >= 0 && age.get() <= OLDEST)) {
            return age.orElse(null);
        }
        tally.remark(row, "its age '%s' is unreadable and was not taken".formatted(text));
        return null;
    }

    /** What is to be done with the rows of that stay. */
    Standing standing(String id) {
        Standing known = standings.get(id);
        if (known != null) {
            return known;
        }
        if (id.isEmpty()) {
            return new Standing.Refused("no " + ClifTable.STAY);
        }
        return wanted(id)
                ? new Standing.Refused("unknown stay: %s is not in %s".formatted(id, tally.file()))
                : new Standing.Aside();
    }

    private boolean wanted(String id) {
        return options.stays().isEmpty() || options.stays().contains(new StayId(id));
    }

    /** Finds stays that the options name and the table does not. */
    void findMissing() {
        missing(options.stays(), "stay %s was asked for and is not in the file");
        missing(
                options.infusions().keySet(),
                "an infusion is given for stay %s, which is not in the file");
    }

    private void missing(Collection<StayId> ids, String reason) {
        Set<String> absent = new TreeSet<>();
        for (StayId id : ids) {
            if (!standings.containsKey(id.value())) {
                absent.add(id.value());
            }
        }
        for (String id : absent) {
            fault(0, reason.formatted(id));
        }
    }

    private void fault(long line, String reason) {
        faults.add(new ClifReport.Fault(tally.file(), line, reason));
    }

    /** The charts of the stays that are imported, in the order of the file. */
    List<StayChart> charts() {
        List<StayChart> charts = new ArrayList<>();
        for (Standing standing : standings.values()) {
            if (standing instanceof Standing.Charted(StayChart chart)) {
                charts.add(chart);
            }
        }
        return charts;
    }
}
