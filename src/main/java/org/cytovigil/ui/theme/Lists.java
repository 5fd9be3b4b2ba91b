package org.cytovigil.ui.theme;

import java.util.List;
import javafx.collections.ObservableList;

/** Renews lists on the screen. */
public final class Lists {
    private Lists() {}

    /** Replaces only what has changed, so that a list neither flickers nor loses its place. */
    public static <T> void replace(ObservableList<T> shown, List<T> now) {
        if (shown.size() > now.size()) {
            shown.remove(now.size(), shown.size());
        }
        for (int i = 0; i < shown.size(); i++) {
            if (!shown.get(i).equals(now.get(i))) {
                shown.set(i, now.get(i));
            }
        }
        if (shown.size() < now.size()) {
            shown.addAll(now.subList(shown.size(), now.size()));
        }
    }
}
