package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.shell.ScreenGallery;
import org.cytovigil.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The pictures of every screen are of different things, and always the same. */
// [utest->req~ui.pictures~1]
@ExtendWith(ApplicationExtension.class)
class EveryPictureTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    static UnitSession demonstration() {
        UnitSession session =
                OpenUnit.again(
                        Demonstration.entries(),
                        SitePolicy.DEFAULT,
                        InstantSource.fixed(Demonstration.START),
                        ZoneOffset.UTC,
                        UnitSource.Mode.DEMONSTRATION);
        OpenUnit.answerOldAlarms(session);
        return session;
    }

    private static int painted(ScreenGallery gallery, String name) throws InterruptedException {
        BufferedImage picture = gallery.paint(name, Theme.NIGHT, WIDTH, HEIGHT);
        return Arrays.hashCode(picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
    }

    @Test
    void everyScreenAndPanelIsAPictureOfItsOwn() throws InterruptedException {
        try (UnitSession session = demonstration()) {
            ScreenGallery gallery = ScreenshotCommand.gallery(session);
            Map<Integer, String> seen = new HashMap<>();
            for (String name : gallery.names()) {
                assertThat(seen.put(painted(gallery, name), name)).as("looks as %s", name).isNull();
            }

            assertThat(seen.values())
                    .contains(
                            "board",
                            "board-table",
                            "board-wall",
                            "board-keys",
                            "board-answer",
                            "bedside",
                            "bedside-adjust",
                            "feeds",
                            "alarms",
                            "bedside-panel-hand-over");
        }
    }

    @Test
    void aUnitOpenedAnewGivesTheSamePicturesWhoeverIsSignedIn() throws InterruptedException {
        String home = System.getProperty("user.home");
        List<String> some = List.of("board", "bedside", "feeds", "bedside-panel-hand-over");
        Map<String, Integer> first = new HashMap<>();
        try (UnitSession session = demonstration()) {
            ScreenGallery gallery = ScreenshotCommand.gallery(session);
            for (String name : some) {
                first.put(name, painted(gallery, name));
            }
        }
        System.setProperty("user.home", "/home/somebody-else");
        try (UnitSession session = demonstration()) {
            ScreenGallery gallery = ScreenshotCommand.gallery(session);
            for (String name : some) {
                assertThat(painted(gallery, name)).as(name).isEqualTo(first.get(name));
            }
        } finally {
            System.setProperty("user.home", home);
        }
    }
}
