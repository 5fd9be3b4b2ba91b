package org.cytovigil.build;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/**
 * An empty JavaFX window that ends once its first picture is on the screen: the measure for how
 * fast a start can be.
 */
public final class EmptyWindow extends Application {
    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Region(), 1600, 900));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                // As the program does: the first pulse paints, at the second the picture stands.
                if (frames == 2) {
                    Runtime.getRuntime().halt(0);
                }
            }
        }.start();
    }
}
