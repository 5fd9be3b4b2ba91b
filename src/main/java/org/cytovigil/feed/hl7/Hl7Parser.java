package org.cytovigil.feed.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes messages apart with the lenient, generic model of HAPI. Segments are parsed one by one: a
 * message of thousands of them costs no more for each than a short one, and a broken one does not
 * take the others with it. Safe for use by several threads.
 */
final class Hl7Parser {
    private static final Set<String> READ = Set.of("PID", "PV1", "OBR", "OBX", "EVN", "MRG");

    /** A line feed inside a field is text; before what looks like a segment it ends one. */
    private static final Pattern LINE_FEED =
            Pattern.compile("\n(?=[A-Z][A-Z0-9]{2}[^A-Za-z0-9\\s]|\\s*$)");

    private static final Pattern SEGMENT = Pattern.compile("[A-Z][A-Z0-9]{2}");

    /** Segments that carry nothing that is read here; others are not known to any version. */
    private static final Set<String> PASSED_OVER =
            Set.of(
                    "ACC", "AL1", "ARV", "CTD", "CTI", "DB1", "DG1", "DRG", "DSC", "FT1", "GT1",
                    "IAM", "IN1", "IN2", "IN3", "NK1", "NTE", "ORC", "PD1", "PDA", "PR1", "PRT",
                    "PV2", "ROL", "SFT", "SPM", "TQ1", "TQ2", "TXA", "UAC", "UB1", "UB2");

    private final HapiContext context;
    private final PipeParser parser;

    Hl7Parser() {
        context = new DefaultHapiContext(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        parser = new PipeParser(context);
    }

    /**
     * Takes a message apart.
     *
     * @param text a message from its MSH on
     * @param header its header
     */
    Hl7Message parse(String text, Header header) {
        List<Hl7Segment> segments = new ArrayList<>();
        List<Hl7Message.UnknownLine> unknown = new ArrayList<>();
        int line = 0;
        for (String raw : lines(text)) {
            line++;
            if (line == 1 || raw.isBlank()) {
                continue;
            }
            String name = raw.length() < 3 ? raw : raw.substring(0, 3);
            boolean separated =
                    raw.length() == 3
                            || (raw.length() > 3 && raw.charAt(3) == header.separators().field());
            if (separated && READ.contains(name)) {
                try {
                    segments.add(new Hl7Segment(name, line, raw, fields(name, raw, header)));
                } catch (HL7Exception | RuntimeException e) {
                    unknown.add(new Hl7Message.UnknownLine(line, raw));
                }
            } else if (!separated || !isPassedOver(name)) {
                unknown.add(new Hl7Message.UnknownLine(line, raw));
            }
        }
        return new Hl7Message(text, header, segments, unknown);
    }

    private static boolean isPassedOver(String name) {
        return PASSED_OVER.contains(name)
                || (name.startsWith("Z") && SEGMENT.matcher(name).matches());
    }

    /** Without escape sequences there is nothing in a segment that needs the whole of HAPI. */
    private Fields fields(String name, String raw, Header header) throws HL7Exception {
        return Fields.Plain.canRead(raw, header.separators())
                ? new Fields.Plain(raw, header.separators())
                : parsed(name, raw, header.separators());
    }

    /** The fields of a segment as HAPI reads them. */
    Fields parsed(String name, String raw, Separators separators) throws HL7Exception {
        GenericMessage message = new GenericMessage.V26(context.getModelClassFactory());
        message.setParser(parser);
        GenericSegment segment = new GenericSegment(message, name);
        parser.parse(segment, raw, separators.encoding());
        return new Fields.Parsed(segment);
    }

    /** The segments of a text, however their ends are written. */
    static String[] lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = lineEnd(text, 0); end < text.length(); end = lineEnd(text, from)) {
            lines.add(text.substring(from, end));
            from = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        lines.add(text.substring(from));
        return lines.toArray(String[]::new);
    }

    /** The first of them. */
    static String firstLine(String text) {
        return text.substring(0, lineEnd(text, 0));
    }

    /** Where the line ends that begins there. */
    private static int lineEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '\r' || (one == '\n' && endsLine(text, i))) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean endsLine(String text, int lineFeed) {
        return LINE_FEED.matcher(text).region(lineFeed, text.length()).lookingAt();
    }
}
