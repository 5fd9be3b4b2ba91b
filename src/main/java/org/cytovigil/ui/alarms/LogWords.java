package org.cytovigil.ui.alarms;

import java.time.ZoneId;
import java.util.Objects;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Answer;
import org.cytovigil.alarm.Condition;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** Says in words what a line of the alarm log is: raised, answered by whom, over, put off. */
public final class LogWords {
    private LogWords() {}

    /** One line of the log in words. */
    public static String of(AlarmLine line, ZoneId zone) {
        AlarmLine.Adjusting adjusting = line.adjusting();
        if (adjusting != null) {
            return AdjustmentWords.line(adjusting, line.at(), zone);
        }
        AlarmState before = line.before();
        return switch (line.after()) {
            case AlarmState.Unacknowledged now -> raised(before, now.condition());
            case AlarmState.Acknowledged now ->
                    Texts.of(
                            "log.answered",
                            AlarmWords.by(now.answer()),
                            AlarmWords.cause(now.condition()));
            case AlarmState.ReturnedUnacknowledged now ->
                    Texts.of("log.returned", AlarmWords.cause(now.condition()));
            case AlarmState.Normal now -> over(before, line.answer());
            case AlarmState.Shelved now -> shelved(line, before, now, zone);
            case AlarmState.Suppressed now ->
                    Texts.of(
                            "log.inside",
                            AlarmWords.kind(now.inside()),
                            AlarmWords.cause(now.condition()));
            case AlarmState.OutOfService now ->
                    before instanceof AlarmState.OutOfService
                            ? meanwhile(now.condition(), "log.out.holds", "log.out.over")
                            : Texts.of("log.out", now.by(), now.reason());
        };
    }

    private static String raised(AlarmState before, Condition now) {
        String cause = AlarmWords.cause(now);
        return switch (before) {
            case AlarmState.Normal was -> Texts.of("log.raised", cause);
            case AlarmState.Unacknowledged was -> Texts.of("log.rose", cause);
            case AlarmState.Acknowledged was ->
                    Texts.of(now.equals(was.condition()) ? "log.reminded" : "log.rose", cause);
            case AlarmState.ReturnedUnacknowledged was -> Texts.of("log.again", cause);
            case AlarmState.Suppressed was -> Texts.of("log.rose", cause);
            case AlarmState.Shelved was ->
                    Texts.of(
                            Objects.equals(now, was.condition())
                                    ? "log.unshelved.holds"
                                    : "log.through",
                            cause);
            case AlarmState.OutOfService was -> Texts.of("log.back.holds", cause);
        };
    }

    private static String over(AlarmState before, @Nullable Answer answer) {
        return switch (before) {
            case AlarmState.Normal was -> Texts.of("log.over");
            case AlarmState.Unacknowledged was -> Texts.of("log.over.unanswered");
            case AlarmState.Acknowledged was -> Texts.of("log.over");
            case AlarmState.ReturnedUnacknowledged was ->
                    answer == null
                            ? Texts.of("log.over")
                            : Texts.of("log.answered.over", AlarmWords.by(answer));
            case AlarmState.Suppressed was -> Texts.of("log.over");
            case AlarmState.Shelved was -> Texts.of("log.unshelved");
            case AlarmState.OutOfService was -> Texts.of("log.back");
        };
    }

    private static String shelved(
            AlarmLine line, AlarmState before, AlarmState.Shelved now, ZoneId zone) {
        if (before instanceof AlarmState.Shelved was && was.shelf().equals(now.shelf())) {
            return meanwhile(now.condition(), "log.shelved.holds", "log.shelved.over");
        }
        return AlarmWords.hidden(now, line.at(), zone);
    }

    private static String meanwhile(@Nullable Condition holds, String whileSo, String whenOver) {
        return holds == null ? Texts.of(whenOver) : Texts.of(whileSo, AlarmWords.cause(holds));
    }
}
