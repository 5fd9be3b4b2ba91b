package org.cytovigil.ui.feeds;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.cytovigil.ui.theme.LineCell;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The lines of the four lists; their texts wrap and are never cut. FX thread. */
final class FeedCells {
    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private static final PseudoClass SETTLED = PseudoClass.getPseudoClass("settled");

    private FeedCells() {}

    /** A way in. */
    static final class Sender extends LineCell<SenderRow> {
        private final Label title;
        private final Label state;
        private final Label mark;
        private final Label count;

        Sender(ListView<SenderRow> list) {
            this(
                    label("feed-title", true),
                    label("feed-note", true),
                    label("feed-mark", false),
                    label("feed-count", false));
        }

        private Sender(Label title, Label state, Label mark, Label count) {
            super(row(column(title, state), mark, count));
            this.title = title;
            this.state = state;
            this.mark = mark;
            this.count = count;
            mark.setText(Texts.of("feeds.silent.mark"));
        }

        @Override
        protected String fill(SenderRow row) {
            title.setText(row.title());
            state.setText(row.state());
            mark.setVisible(row.silent());
            mark.setManaged(row.silent());
            count.setText(row.waiting() == 0 ? "" : Long.toString(row.waiting()));
            return Texts.of("feeds.waiting.accessible", row.title(), row.state(), row.waiting());
        }

        @Override
        protected void decorate(@Nullable SenderRow row) {
            pseudoClassStateChanged(SILENT, row != null && row.silent());
        }
    }

    /** A reason of a sender. */
    static final class Group extends LineCell<GroupRow> {
        private final Label count;
        private final Label reason;
        private final Label note;

        Group(ListView<GroupRow> list) {
            this(label("feed-count", false), label("feed-title", true), label("feed-note", true));
        }

        private Group(Label count, Label reason, Label note) {
            super(row(count, column(reason, note)));
            this.count = count;
            this.reason = reason;
            this.note = note;
            count.getStyleClass().add("leading");
        }

        @Override
        protected String fill(GroupRow row) {
            count.setText(Long.toString(row.group().count()));
            reason.setText(row.group().reason());
            note.setText(row.group().source() + " · " + row.times());
            return Texts.of(
                    "feeds.group.accessible",
                    row.group().count(),
                    row.group().source(),
                    row.group().reason(),
                    row.times());
        }
    }

    /** An item. */
    static final class Item extends LineCell<ItemRow> {
        private final FeedsViewModel model;
        private final Label time;
        private final Label state;

        Item(ListView<ItemRow> list, FeedsViewModel model) {
            this(model, label("feed-time", false), label("feed-note", true));
        }

        private Item(FeedsViewModel model, Label time, Label state) {
            super(row(time, column(state)));
            this.model = model;
            this.time = time;
            this.state = state;
        }

        @Override
        protected String fill(ItemRow row) {
            time.setText(row.time());
            state.setText(row.state());
            if (getIndex() == model.items().rows().size() - 1) {
                model.items().more();
            }
            return Texts.of(
                    "feeds.item.accessible",
                    row.time(),
                    row.state().isEmpty() ? Texts.of("feeds.item.waits") : row.state());
        }

        @Override
        protected void decorate(@Nullable ItemRow row) {
            pseudoClassStateChanged(SETTLED, row != null && !row.state().isEmpty());
        }
    }
}
