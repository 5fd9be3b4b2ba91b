package org.cytovigil.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.derived.DerivedValue;
import org.cytovigil.derived.DerivedValues;
import org.cytovigil.feed.casefile.CaseFile;
import org.cytovigil.feed.casefile.CaseFileException;
import org.cytovigil.feed.casefile.CaseFileReader;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StayMonitor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades the cases of case files at their last entry. */
// [impl->req~command.grade~1]
@Command(
        name = "grade",
        description = "Grades each case of a case file at its last entry.",
        mixinStandardHelpOptions = true)
final class GradeCommand implements Callable<Integer> {
    private static final Instant INFUSION = Instant.parse("2000-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How results are written. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Case files (JSON).")
    private List<Path> files = List.of();

    @Option(
            names = "--scale",
            defaultValue = "all",
            paramLabel = "SCALE",
            description =
                    "all, astct2019, lee2014, review, ctcae5, penn, cartox or icans; several by commas. Default: all.")
    private String scale = "all";

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Go by this policy file (TOML). Default: the built-in policy.")
    private @Nullable Path policy;

    @Option(names = "--format", defaultValue = "text", description = "text or json. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--derived",
            description = "With text: derived values under the grades. JSON always has them.")
    private boolean derived;

    /** Filled in by the command line before anything else happens. */
    GradeCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws RejectedInputException, JsonProcessingException {
        List<GradingScale> scales = Scales.parse(scale, spec.commandLine());
        SitePolicy site = Policies.read(policy, SitePolicy.DEFAULT);
        List<CaseFile.Course> courses = new ArrayList<>();
        PrintWriter err = spec.commandLine().getErr();
        for (Path file : files) {
            try {
                CaseFile read = new CaseFileReader(INFUSION, site.plausibility()).read(file);
                read.remarks().forEach(remark -> err.println("cytovigil: " + remark));
                courses.addAll(read.cases());
            } catch (CaseFileException e) {
                throw new RejectedInputException(e);
            }
        }
        if (format == Format.JSON) {
            printJson(courses, site, scales);
        } else {
            printText(courses, site, scales);
        }
        return ExitCode.DONE;
    }

    /** The case at its last entry. */
    private static StayMonitor graded(
            CaseFile.Course course, SitePolicy site, List<GradingScale> scales) {
        StayMonitor monitor = new StayMonitor(course.stay(), site, scales);
        for (Entry entry : course.entries()) {
            monitor.take(entry);
        }
        monitor.advance(course.lastEntryAt(), assessment -> {});
        return monitor;
    }

    private static List<Assessment> assessments(StayMonitor monitor, List<GradingScale> scales) {
        List<Assessment> assessments = new ArrayList<>();
        for (GradingScale graded : scales) {
            Assessment assessment = monitor.assessment(graded.id());
            if (assessment != null) {
                assessments.add(assessment);
            }
        }
        return assessments;
    }

    private static List<DerivedValue> derived(StayMonitor monitor, SitePolicy site) {
        return DerivedValues.of(monitor.picture(), site);
    }

    private void printText(
            List<CaseFile.Course> courses, SitePolicy site, List<GradingScale> scales) {
        PrintWriter out = spec.commandLine().getOut();
        for (CaseFile.Course course : courses) {
            out.println(course.stay().id());
            StayMonitor monitor = graded(course, site, scales);
            Infusion infusion = course.stay().infusion();
            for (Assessment assessment : assessments(monitor, scales)) {
                Explanation explanation =
                        Explanation.countingFrom(infusion, assessment, ZoneOffset.UTC);
                out.println("  " + explanation.sentence());
            }
            if (derived) {
                for (DerivedValue value : derived(monitor, site)) {
                    out.println("  " + value.sentence(infusion));
                }
            }
        }
    }

    private void printJson(
            List<CaseFile.Course> courses, SitePolicy site, List<GradingScale> scales)
            throws JsonProcessingException {
        ArrayNode results = JSON.createArrayNode();
        for (CaseFile.Course course : courses) {
            ObjectNode result = results.addObject();
            result.put("id", course.stay().id().value());
            StayMonitor monitor = graded(course, site, scales);
            AssessmentJson json = new AssessmentJson(monitor);
            json.origin(result);
            ObjectNode grades = result.putObject("grades");
            for (Assessment assessment : assessments(monitor, scales)) {
                json.assessment(grades.putObject(assessment.scale().id()), assessment);
            }
            json.episodes(result.putArray("episodes"));
            json.rejected(result.putArray("rejected"));
            DerivedJson.write(result.putObject("derived"), derived(monitor, site));
        }
        spec.commandLine()
                .getOut()
                .println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(results));
    }
}
