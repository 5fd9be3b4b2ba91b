package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.RiskFactors;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;

/**
 * Who lies there and since when: the words of the line above the chart.
 *
 * @param bed the bed, or a word for none
 * @param name the patient's name
 * @param identity record number, age, weight, and height when one is charted
 * @param product the cells infused, or that no infusion is charted
 * @param infused when, or when admitted, where the stay comes from unless it is live, and who
 *     nurses the patient
 * @param day "day 3 14:09"; with no infusion charted for how long the patient has been admitted
 * @param hours hours after the infusion, or the admission
 * @param silence since when no device has sent anything; empty while data come
 * @param risks the risk factors that are known, each with its time; empty when none is
 */
public record PatientHeader(
        String bed,
        String name,
        String identity,
        String product,
        String infused,
        String day,
        String hours,
        String silence,
        List<String> risks) {
    /** Before a patient is shown. */
    static final PatientHeader NONE = new PatientHeader("", "", "", "", "", "", "", "", List.of());

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final double MONTHS_BELOW = 2;

    /** The words of a patient at a moment. */
    public static PatientHeader of(StaySnapshot snapshot, Instant now, ZoneId zone) {
        Stay stay = snapshot.stay();
        Patient patient = snapshot.picture().patient();
        Infusion infusion = stay.infusion();
        StayTime time = StayTime.of(stay);
        String infused =
                Texts.of(
                        infusion == null ? "bedside.header.admitted" : "bedside.header.infused",
                        DATE.format(stay.dayZero().atZone(zone)));
        String origin =
                switch (stay.origin()) {
                    case LIVE -> "";
                    case IMPORTED -> Texts.of("bedside.header.imported");
                    case REAL_CASE -> Texts.of("bedside.header.real-case");
                    case SYNTHETIC_CASE -> Texts.of("bedside.header.synthetic-case");
                };
        List<String> second = new ArrayList<>();
        if (!snapshot.lostBed().isEmpty()) {
            second.add(Texts.of("board.lost-bed", snapshot.lostBed()));
        }
        second.add(infused);
        if (!origin.isEmpty()) {
            second.add(origin);
        }
        if (!snapshot.nurse().isEmpty()) {
            second.add(Texts.of("bedside.header.nurse", snapshot.nurse()));
        }
        if (snapshot.discharged()) {
            second.add(Texts.of("bedside.header.discharged"));
        }
        return new PatientHeader(
                bed(snapshot),
                patient.name(),
                identity(patient, RiskWords.height(snapshot, now)),
                infusion == null ? Texts.of("bedside.header.not-charted") : infusion.product(),
                String.join(" · ", second),
                infusion == null
                        ? Texts.of("bedside.header.admitted-for", Wording.age(time.zero(), now))
                        : time.moment(now),
                time.sinceZero(now),
                snapshot.silence(),
                RiskFactors.of(snapshot, now).stream()
                        .map(known -> RiskWords.of(known, zone))
                        .toList());
    }

    private static String bed(StaySnapshot snapshot) {
        return snapshot.bed().isEmpty() ? Texts.of("bedside.header.no-bed") : snapshot.bed();
    }

    private static String identity(Patient patient, String height) {
        Double age = patient.ageYears();
        Weight weight = patient.weight();
        return String.join(
                "   ",
                Texts.of("bedside.header.record", patient.recordNumber()),
                age == null
                        ? Texts.of("bedside.header.no-age")
                        : age < MONTHS_BELOW
                                ? Texts.of(
                                        "bedside.header.months",
                                        Long.toString((long) Math.floor(age * 12)))
                                : Texts.of(
                                        "bedside.header.years",
                                        Long.toString((long) Math.floor(age))),
                weight == null
                        ? Texts.of("bedside.header.no-weight")
                        : Texts.of("bedside.header.weight", Wording.number(weight.kilograms()))
                                + (height.isEmpty() ? "" : "   " + height));
    }
}
