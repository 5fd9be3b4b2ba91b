package org.cytovigil.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.cytovigil.clinical.StayId;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.panel.PanelAction;
import org.cytovigil.ui.theme.TextSize;
import org.cytovigil.ui.theme.Theme;

/**
 * Every screen and everything that opens on it, each by a name for a file. Panels are asked from
 * the program: a new one is painted without being named here. Nothing in a picture depends on the
 * computer or on the time of day.
 */
// [impl->req~ui.pictures~1]
public final class ScreenGallery {
    private final UnitSource source;
    private final FeedDesk desk;
    private final ZoneId zone;
    private final StayId stay;
    private final Map<String, Consumer<ScreenPicture.Stage>> poses = new TreeMap<>();

    /**
     * @param source the unit, which stands still
     * @param stay whose bedside is painted
     */
    public ScreenGallery(UnitSource source, FeedDesk desk, ZoneId zone, StayId stay) {
        this.source = source;
        this.desk = desk;
        this.zone = zone;
        this.stay = stay;
        screens();
        panels();
    }

    private void screens() {
        poses.put("board", stage -> {});
        poses.put("board-table", stage -> stage.board().tableProperty().set(true));
        poses.put("board-wall", stage -> stage.model().toggleWall());
        poses.put("board-keys", stage -> stage.shell().toggleHelp());
        poses.put("board-answer", stage -> stage.model().toggleAnswer());
        poses.put("bedside", this::openBedside);
        poses.put(
                "bedside-keys",
                stage -> {
                    openBedside(stage);
                    stage.shell().toggleHelp();
                });
        poses.put(
                "bedside-adjust",
                stage -> {
                    openBedside(stage);
                    stage.model().adjust();
                });
        poses.put("feeds", stage -> stage.model().openFeeds());
        poses.put("alarms", stage -> stage.model().openAlarms());
    }

    private void panels() {
        ShellViewModel model = new ShellViewModel(source, zone);
        for (PanelAction action : ShellActions.of(model, id -> {}, () -> stay)) {
            if (!action.barred().isEmpty()) {
                continue;
            }
            boolean onBoard = action.place() == PanelAction.Place.BOARD;
            String name = action.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            poses.put(
                    (onBoard ? "board-" : "bedside-") + "panel-" + name,
                    stage -> {
                        openBedside(stage);
                        if (onBoard) {
                            // Back from the bedside, the patient's tile has the keyboard.
                            layOut(stage.shell());
                            stage.model().openBoard();
                            layOut(stage.shell());
                        }
                        if (!stage.shell().panels().open(action.text())) {
                            throw new IllegalStateException("no panel " + action.text());
                        }
                    });
        }
    }

    private static void layOut(ShellView shell) {
        shell.applyCss();
        shell.layout();
    }

    private void openBedside(ScreenPicture.Stage stage) {
        stage.model().openBedside(stay);
    }

    /** The names of all pictures, in their order. */
    public List<String> names() {
        return List.copyOf(poses.keySet());
    }

    /**
     * Paints one. Not on the FX thread.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public BufferedImage paint(String name, Theme theme, int width, int height)
            throws InterruptedException {
        Consumer<ScreenPicture.Stage> pose = poses.get(name);
        if (pose == null) {
            throw new IllegalArgumentException("no picture " + name);
        }
        return ScreenPicture.paint(
                source,
                desk,
                zone,
                new ScreenPicture.Look(theme, width, height, TextSize.NORMAL),
                stage -> {
                    pose.accept(stage);
                    mask(stage.shell());
                });
    }

    /**
     * Paints one and writes it as PNG. Not on the FX thread.
     *
     * @throws IllegalArgumentException when there is none of that name
     * @throws IOException when the file cannot be written
     */
    public void write(String name, Theme theme, int width, int height, Path file)
            throws IOException, InterruptedException {
        ScreenPicture.write(paint(name, theme, width, height), file);
    }

    /** Folders and printers are the computer's. */
    private static void mask(ShellView shell) {
        shell.applyCss();
        for (Node node : shell.lookupAll(".paper-bar .text-field")) {
            if (node instanceof TextField field) {
                field.setText(fileName(field.getText()));
            }
        }
        for (Node node : shell.lookupAll(".paper-bar .combo-box")) {
            if (node instanceof ComboBox<?> choice) {
                choice.getItems().clear();
            }
        }
    }

    private static String fileName(String place) {
        try {
            Path name = Path.of(place).getFileName();
            return name == null ? place : name.toString();
        } catch (InvalidPathException e) {
            // What is no path names no folder either.
            return place;
        }
    }
}
