package org.cytovigil.ui.bedside;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The time at each grade of an episode as parts of one bar, the lowest grade first; a part that is
 * too narrow for its digit goes without. FX thread.
 */
final class GradeBar extends Region {
    /** However short a time was, it is seen. */
    private static final double NARROWEST = 3;

    private final List<EpisodeCard.Share> shares;
    private final List<Label> parts = new ArrayList<>();

    GradeBar(List<EpisodeCard.Share> shares) {
        this.shares = shares;
        getStyleClass().add("grade-bar");
        for (EpisodeCard.Share share : shares) {
            Label part = new Label();
            part.setAlignment(Pos.CENTER);
            part.setMinSize(0, 0);
            part.getStyleClass().setAll("part", "grade-" + Math.min(4, share.grade()));
            parts.add(part);
        }
        getChildren().addAll(parts);
    }

    @Override
    protected void layoutChildren() {
        double total = 0;
        for (EpisodeCard.Share share : shares) {
            total += share.time().toMillis();
        }
        double free = Math.max(0, getWidth() - NARROWEST * shares.size());
        double x = 0;
        for (int i = 0; i < shares.size(); i++) {
            EpisodeCard.Share share = shares.get(i);
            double width = NARROWEST + free * share.time().toMillis() / total;
            Label part = parts.get(i);
            part.setText(width >= getHeight() ? Integer.toString(share.grade()) : "");
            double right = snapPositionX(x + width);
            part.resizeRelocate(snapPositionX(x), 0, right - snapPositionX(x), getHeight());
            x += width;
        }
    }
}
