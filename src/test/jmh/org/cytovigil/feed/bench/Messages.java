package org.cytovigil.feed.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages in their frames, each with a control id, a time and values of its own, so that none is
 * taken for one sent before. Safe for use by several threads.
 */
public final class Messages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS").withZone(ZoneOffset.UTC);

    private final AtomicLong number = new AtomicLong();
    private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    /** A message to send. */
    public record Sent(String controlId, byte[] frame) {}

    /** A patient's admission; patients are numbered from 0. */
    public Sent admission(int patient, Instant at) {
        String id = id();
        return sent(
                id,
                List.of(
                        "MSH|^~\\&|ADT|HOSPITAL|||%s||ADT^A01^ADT_A01|%s|P|2.6"
                                .formatted(time(at), id),
                        "EVN|A01|" + time(at),
                        "PID|||%s^^^HOSPITAL^MR||Bench^Bed%d||19700101|F"
                                .formatted(record(patient), patient),
                        "PV1||I|ICU^R%d^%d||||||||||||||||V%d|||||||||||||||||||||||||%s"
                                .formatted(patient, patient, patient, time(at))));
    }

    /** The end of a patient's stay. */
    public Sent discharge(int patient, Instant at) {
        String id = id();
        return sent(
                id,
                List.of(
                        "MSH|^~\\&|ADT|HOSPITAL|||%s||ADT^A03^ADT_A03|%s|P|2.6"
                                .formatted(time(at), id),
                        "EVN|A03|" + time(at),
                        "PID|||%s^^^HOSPITAL^MR||Bench^Bed%d||19700101|F"
                                .formatted(record(patient), patient),
                        "PV1||I|ICU^R%d^%d||||||||||||||||V%d||||||||||||||||||||||||||%s"
                                .formatted(patient, patient, patient, time(at))));
    }

    /** What a monitor sends each second: pulse, breathing, saturation, temperature, pressure. */
    public Sent vitals(int patient, Instant at, double celsius, int systolic) {
        String id = id();
        long varied = number.get();
        return sent(
                id,
                List.of(
                        "MSH|^~\\&|MONITOR|ICU|||%s||ORU^R01^ORU_R01|%s|P|2.6"
                                .formatted(time(at), id),
                        "PID|||%s^^^^MR".formatted(record(patient)),
                        "OBR|1||%s|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|||%s"
                                .formatted(id, time(at)),
                        result(1, "147842^MDC_ECG_CARD_BEAT_RATE", 80 + varied % 9, "/min"),
                        result(2, "151562^MDC_RESP_RATE", 15 + varied % 7, "/min"),
                        result(3, "150456^MDC_PULS_OXIM_SAT_O2", 95 + varied % 5, "%"),
                        result(4, "150344^MDC_TEMP", celsius, "Cel"),
                        result(5, "150037^MDC_PRESS_BLD_ART_ABP_SYS", systolic, "mm[Hg]"),
                        result(6, "150038^MDC_PRESS_BLD_ART_ABP_DIA", systolic / 2, "mm[Hg]")));
    }

    /**
     * A monitor's report as in the published IHE PCD-01 example: 17 OBX, 1.8 KB; four facts, the
     * rest is of the device. The status of its results is final.
     */
    Sent periodic(int patient, Instant at) {
        String id = id();
        long varied = number.get();
        String time = time(at);
        return sent(
                id,
                List.of(
                        ("MSH|^~\\&|PAT_DEVICE_PHILIPS_C|Philips|||%s||ORU^R01^ORU_R01|%s|P|2.6|||AL|NE||8859/1"
                                        + "|EN^English^ISO639||IHE_PCD_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.1.1^ISO")
                                .formatted(time, id),
                        "PID|||%s^^^^MR||Hon^Albert^\"\"^^^^L||19610101|M"
                                .formatted(record(patient)),
                        "PV1||I|HO Surgery^OR^1",
                        "OBR|1||%s|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|||%s"
                                .formatted(id, time),
                        "OBX|1|ST|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|1.0.0.0|||||||F|||||||e86c094f-f751-4acf-92b2-38f11c1f6f57-Device",
                        "OBX|2|ST|70686^MDC_DEV_PRESS_BLD_NONINV_VMD^MDC|1.1.0.0|||||||F|||||||0600dc750001",
                        "OBX|3|ST|70675^MDC_DEV_PULS_CHAN^MDC|1.1.1.0|||||||F",
                        "OBX|4|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC|1.1.1.5|%d|266016^MDC_DIM_MMHG^MDC|90-160||||F|||%s"
                                .formatted(105 + varied % 20, time),
                        "OBX|5|NM|150022^MDC_PRESS_BLD_NONINV_DIA^MDC|1.1.1.6|82|266016^MDC_DIM_MMHG^MDC|||||F|||"
                                + time,
                        "OBX|6|NM|150023^MDC_PRESS_BLD_NONINV_MEAN^MDC|1.1.1.7|90|266016^MDC_DIM_MMHG^MDC|||||F|||"
                                + time,
                        "OBX|7|ST|4262^MDC_DEV_ECG_VMD^MDC|1.2.0.0|||||||F|||||||0600dc750001",
                        "OBX|8|ST|4263^MDC_DEV_ECG_CHAN^MDC|1.2.1.0|||||||F",
                        "OBX|9|NM|147842^MDC_ECG_CARD_BEAT_RATE^MDC|1.2.1.1|%d|264864^MDC_DIM_BEAT_PER_MIN^MDC|50-120||||F"
                                .formatted(80 + varied % 9),
                        "OBX|10|NM|147232^MDC_ECG_TIME_PD_QT_GL^MDC|1.2.1.14|360|264338^MDC_DIM_MILLI_SEC^MDC|||||F",
                        "OBX|11|NM|147236^MDC_ECG_TIME_PD_QTc^MDC|1.2.1.15|416|264338^MDC_DIM_MILLI_SEC^MDC|<500||||F",
                        "OBX|12|NM|151562^MDC_RESP_RATE^MDC|1.2.1.19|%d|264928^MDC_DIM_RESP_PER_MIN^MDC|8-45||||F"
                                .formatted(15 + varied % 7),
                        "OBX|13|ST|184327^MDC_ECG_STAT_RHY^MDC|1.2.1.21|MDC_ECG_SINUS_RHY||||||F",
                        "OBX|14|ST|69642^MDC_DEV_ANALY_SAT_O2_VMD^MDC|1.3.0.0|||||||F|||||||0600dc750001",
                        "OBX|15|ST|70771^MDC_DEV_ANALY_PERF_REL_CHAN^MDC|1.3.1.0|||||||F",
                        "OBX|16|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.3.1.1|%d|262688^MDC_DIM_PERCENT^MDC|90-100||||F"
                                .formatted(95 + varied % 5),
                        "OBX|17|NM|150448^MDC_PULS_OXIM_PERF_REL^MDC|1.3.1.3|3.9|262656^MDC_DIM_DIMLESS^MDC|||||F"));
    }

    /** As {@link #periodic}, with nothing in it that is charted: seventeen perfusion indexes. */
    Sent nothing(int patient, Instant at) {
        String id = id();
        List<String> segments = new ArrayList<>();
        segments.add(
                "MSH|^~\\&|MONITOR|ICU|||%s||ORU^R01^ORU_R01|%s|P|2.6".formatted(time(at), id));
        segments.add("PID|||%s^^^^MR".formatted(record(patient)));
        segments.add(
                "OBR|1||%s|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|||%s"
                        .formatted(id, time(at)));
        for (int i = 1; i <= 17; i++) {
            segments.add(
                    result(i, "150448^MDC_PULS_OXIM_PERF_REL", i, "262656^MDC_DIM_DIMLESS^MDC"));
        }
        return sent(id, segments);
    }

    /** Eight parameters of one moment, seven of which are charted, as five facts. */
    Sent eight(int patient, Instant at) {
        String id = id();
        long varied = number.get();
        return sent(
                id,
                List.of(
                        "MSH|^~\\&|MONITOR|ICU|||%s||ORU^R01^ORU_R01|%s|P|2.6"
                                .formatted(time(at), id),
                        "PID|||%s^^^^MR".formatted(record(patient)),
                        "OBR|1||%s|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|||%s"
                                .formatted(id, time(at)),
                        result(1, "147842^MDC_ECG_CARD_BEAT_RATE", 80 + varied % 9, "/min"),
                        result(2, "151562^MDC_RESP_RATE", 15 + varied % 7, "/min"),
                        result(3, "150456^MDC_PULS_OXIM_SAT_O2", 95 + varied % 5, "%"),
                        result(4, "150344^MDC_TEMP", 37 + varied % 3, "Cel"),
                        result(5, "150037^MDC_PRESS_BLD_ART_ABP_SYS", 105 + varied % 20, "mm[Hg]"),
                        result(6, "150038^MDC_PRESS_BLD_ART_ABP_DIA", 60 + varied % 9, "mm[Hg]"),
                        result(7, "150039^MDC_PRESS_BLD_ART_ABP_MEAN", 75 + varied % 9, "mm[Hg]"),
                        result(8, "150448^MDC_PULS_OXIM_PERF_REL", 3, "1")));
    }

    private static String result(int number, String code, Number value, String unit) {
        return "OBX|%d|NM|%s^MDC|1.1.1.%d|%s|%s|||||F".formatted(number, code, number, value, unit);
    }

    private String id() {
        return "B%s%010d".formatted(run, number.incrementAndGet());
    }

    private static String record(int patient) {
        return "HO%07d".formatted(2_009_001 + patient);
    }

    private static String time(Instant at) {
        return TIME.format(at) + "+0000";
    }

    private static Sent sent(String id, List<String> segments) {
        byte[] text = (String.join("\r", segments) + "\r").getBytes(StandardCharsets.ISO_8859_1);
        byte[] frame = new byte[text.length + 3];
        frame[0] = 0x0B;
        System.arraycopy(text, 0, frame, 1, text.length);
        frame[text.length + 1] = 0x1C;
        frame[text.length + 2] = 0x0D;
        return new Sent(id, frame);
    }
}
