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
import org.cytovigil.feed.casefile.CaseFile;
import org.cytovigil.feed.casefile.CaseFileException;
import org.cytovigil.feed.casefile.CaseFileReader;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeRange;
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
                CaseFile read = new CaseFileReader(INFUSION).read(file);
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

    private static List<Assessment> assess(
            CaseFile.Course course, SitePolicy site, List<GradingScale> scales) {
        StayMonitor monitor = new StayMonitor(course.stay(), site, scales);
        for (Entry entry : course.entries()) {
            if (entry.event() instanceof Entry.Observed observed) {
                monitor.observe(entry.at(), observed.observation());
            }
        }
        monitor.advance(course.lastEntryAt(), assessment -> {});
        List<Assessment> assessments = new ArrayList<>();
        for (GradingScale graded : scales) {
            Assessment assessment = monitor.assessment(graded.id());
            if (assessment != null) {
                assessments.add(assessment);
            }
        }
        return assessments;
    }

    private void printText(
            List<CaseFile.Course> courses, SitePolicy site, List<GradingScale> scales) {
        PrintWriter out = spec.commandLine().getOut();
        for (CaseFile.Course course : courses) {
            out.println(course.stay().id());
            for (Assessment assessment : assess(course, site, scales)) {
                out.println("  " + new Explanation(assessment, ZoneOffset.UTC).sentence());
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
            ObjectNode grades = result.putObject("grades");
            for (Assessment assessment : assess(course, site, scales)) {
                write(grades.putObject(assessment.scale().id()), assessment);
            }
        }
        spec.commandLine()
                .getOut()
                .println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(results));
    }

    private static void write(ObjectNode grade, Assessment assessment) {
        Explanation explanation = new Explanation(assessment, ZoneOffset.UTC);
        grade.put("lowest", assessment.range().lowest());
        grade.put("highest", assessment.range().highest());
        grade.put("criterion", explanation.criterion());
        ArrayNode facts = grade.putArray("facts");
        explanation.facts().forEach(facts::add);
        ArrayNode missing = grade.putArray("missing");
        explanation.missing().forEach(missing::add);
        ArrayNode notes = grade.putArray("notes");
        assessment.notes().forEach(note -> notes.add(note.text()));
        ArrayNode raisedBy = grade.putArray("raisedBy");
        explanation.raisedBy().forEach(raisedBy::add);
        GradeRange wouldBe = assessment.wouldBe();
        if (wouldBe != null) {
            grade.putObject("wouldBe")
                    .put("lowest", wouldBe.lowest())
                    .put("highest", wouldBe.highest());
        }
        grade.put("policy", assessment.policyVersion());
    }
}
