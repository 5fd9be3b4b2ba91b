package org.cytovigil.feed.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.jspecify.annotations.Nullable;

/** Reads ICE and CAPD: the sum as a number, or task by task. */
final class ScoreReader {
    private static final Set<String> TASKS =
            Set.of(
                    "year",
                    "month",
                    "city",
                    "hospital",
                    "objects",
                    "command",
                    "sentence",
                    "counting",
                    "note");

    private ScoreReader() {}

    /** The field "ice": a number, or an object with a field a task; {@code null} when absent. */
    static @Nullable IceScore ice(Place exam, CourseReader course) throws CaseFileException {
        if (!exam.isObjectIn("ice")) {
            Integer points = whole(exam, "ice");
            return points == null ? null : new IceScore.Total(points);
        }
        Place tasks = exam.object("ice");
        if (tasks == null) {
            return null;
        }
        course.check(tasks, TASKS);
        return new IceScore.Items(
                tasks.truth("year"),
                tasks.truth("month"),
                tasks.truth("city"),
                tasks.truth("hospital"),
                whole(tasks, "objects"),
                tasks.truth("command"),
                tasks.truth("sentence"),
                tasks.truth("counting"));
    }

    /** The field "capd": a number, or an array of eight points; {@code null} when absent. */
    static @Nullable CapdScore capd(Place exam, CourseReader course) throws CaseFileException {
        if (!exam.isArrayIn("capd")) {
            Integer points = whole(exam, "capd");
            return points == null ? null : new CapdScore.Total(points);
        }
        List<Place> questions = exam.array("capd");
        List<@Nullable Integer> points = new ArrayList<>();
        for (Place question : questions == null ? List.<Place>of() : questions) {
            points.add(question.wholeNumberOrNull());
        }
        return new CapdScore.Items(points);
    }

    private static @Nullable Integer whole(Place place, String field) throws CaseFileException {
        Double value = place.number(field);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || Math.abs(value) > 1_000) {
            throw place.fault("\"" + field + "\" of " + place.written(field) + " is no score");
        }
        return value.intValue();
    }
}
