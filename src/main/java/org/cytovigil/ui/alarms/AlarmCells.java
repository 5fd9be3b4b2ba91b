package org.cytovigil.ui.alarms;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ui.theme.LineCell;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The lines of the lists of alarms; their texts wrap and are never cut. FX thread. */
final class AlarmCells {
    private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
    private static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private AlarmCells() {}

    /** The colour of an alarm is on its mark while it waits for an answer. */
    private static void mark(Label mark, @Nullable AlarmPriority waiting) {
        mark.pseudoClassStateChanged(HIGH, waiting == AlarmPriority.HIGH);
        mark.pseudoClassStateChanged(MEDIUM, waiting == AlarmPriority.MEDIUM);
        mark.pseudoClassStateChanged(LOW, waiting == AlarmPriority.LOW);
    }

    /** An alarm that stands. */
    static final class Standing extends LineCell<StandingRow> {
        private final Label mark;
        private final Label who;
        private final Label what;
        private final Label answer;

        Standing(ListView<StandingRow> list) {
            this(
                    label("alarm-mark", false),
                    label("feed-note", true),
                    label("feed-title", true),
                    label("feed-note", true));
        }

        private Standing(Label mark, Label who, Label what, Label answer) {
            super(row(mark, column(who, what, answer)));
            this.mark = mark;
            this.who = who;
            this.what = what;
            this.answer = answer;
        }

        @Override
        protected String fill(StandingRow row) {
            AlarmPriority priority = row.alarm().condition().priority();
            mark.setText(priority.mark());
            mark(mark, row.alarm().answered() ? null : priority);
            who.setText(row.who());
            what.setText(row.what());
            answer.setText(row.answer());
            return String.join(", ", priority.mark(), row.who(), row.what(), row.answer());
        }
    }

    /** An alarm that is hidden. */
    static final class Hidden extends LineCell<HiddenRow> {
        private final Label who;
        private final Label what;
        private final Label why;
        private final Button back;
        private final Consumer<HiddenRow> bringBack;

        Hidden(ListView<HiddenRow> list, Consumer<HiddenRow> bringBack) {
            this(
                    label("feed-note", true),
                    label("feed-title", true),
                    label("feed-note", true),
                    new Button(),
                    bringBack);
        }

        private Hidden(
                Label who, Label what, Label why, Button back, Consumer<HiddenRow> bringBack) {
            super(row(column(who, what, why), back));
            this.who = who;
            this.what = what;
            this.why = why;
            this.back = back;
            this.bringBack = bringBack;
            back.setMinWidth(Region.USE_PREF_SIZE);
            back.setFocusTraversable(false);
        }

        @Override
        protected String fill(HiddenRow row) {
            who.setText(row.who());
            what.setText(row.what());
            why.setText(row.why());
            boolean can = row.way() != HiddenRow.Way.NONE;
            back.setVisible(can);
            back.setManaged(can);
            back.setText(can ? Texts.of("alarms.bring-back." + row.way().name()) : "");
            back.setOnAction(event -> bringBack.accept(row));
            return String.join(", ", row.who(), row.what(), row.why());
        }
    }

    /** An alarm whose settings are others for one patient. */
    static final class Adjusted extends LineCell<AdjustedRow> {
        private final Label who;
        private final Label what;
        private final Label why;
        private final Button end;
        private final Consumer<AdjustedRow> ends;

        Adjusted(ListView<AdjustedRow> list, Consumer<AdjustedRow> ends) {
            this(
                    label("feed-note", true),
                    label("feed-title", true),
                    label("feed-note", true),
                    new Button(Texts.of("adjust.end")),
                    ends);
        }

        private Adjusted(Label who, Label what, Label why, Button end, Consumer<AdjustedRow> ends) {
            super(row(column(who, what, why), end));
            this.who = who;
            this.what = what;
            this.why = why;
            this.end = end;
            this.ends = ends;
            end.setMinWidth(Region.USE_PREF_SIZE);
            end.setFocusTraversable(false);
        }

        @Override
        protected String fill(AdjustedRow row) {
            who.setText(row.who());
            what.setText(row.what());
            why.setText(row.why());
            end.setOnAction(event -> ends.accept(row));
            return String.join(", ", row.who(), row.what(), row.why());
        }
    }

    /** A line of the log. */
    static final class Logged extends LineCell<LogRow> {
        private final Label time;
        private final Label mark;
        private final Label who;
        private final Label what;

        Logged(ListView<LogRow> list) {
            this(
                    label("log-time", false),
                    label("log-mark", false),
                    label("feed-note", true),
                    label("log-what", true));
        }

        private Logged(Label time, Label mark, Label who, Label what) {
            super(row(time, mark, column(who, what)));
            this.time = time;
            // However long the words beside it are.
            time.setMinWidth(USE_PREF_SIZE);
            this.mark = mark;
            this.who = who;
            this.what = what;
        }

        @Override
        protected String fill(LogRow row) {
            time.setText(row.time());
            mark.setText(row.mark());
            who.setText(Texts.of("history.line", row.who(), row.kind()));
            what.setText(row.what());
            return String.join(", ", row.time(), row.mark(), row.who(), row.kind(), row.what());
        }
    }
}
