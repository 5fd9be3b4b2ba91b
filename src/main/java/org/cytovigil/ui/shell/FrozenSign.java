package org.cytovigil.ui.shell;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JWindow;
import javax.swing.SwingConstants;

/**
 * A small window above all others on every screen that is connected, for the board may stand on any
 * of them; drawn by another toolkit than the board, which cannot draw. It is made when it is first
 * needed; without a display it is not.
 */
// [impl->req~ui.watchdog~1]
final class FrozenSign implements ScreenWatch.Sign {
    private static final int SIZE = 26;
    private static final int PADDING = 24;

    private final List<JWindow> windows = new ArrayList<>();

    @Override
    public void show(String words) {
        if (!GraphicsEnvironment.isHeadless()) {
            EventQueue.invokeLater(() -> open(words));
        }
    }

    @Override
    public void hide() {
        if (!GraphicsEnvironment.isHeadless()) {
            EventQueue.invokeLater(this::dispose);
        }
    }

    private void open(String words) {
        dispose();
        GraphicsEnvironment computer = GraphicsEnvironment.getLocalGraphicsEnvironment();
        for (GraphicsDevice device : computer.getScreenDevices()) {
            windows.add(open(words, device.getDefaultConfiguration()));
        }
    }

    private static JWindow open(String words, GraphicsConfiguration screen) {
        JLabel label = new JLabel(words, SwingConstants.CENTER);
        label.setFont(new Font(Font.SANS_SERIF, Font.BOLD, SIZE));
        // Black on the yellow of a technical alarm of medium priority.
        label.setForeground(Color.BLACK);
        label.setBackground(new Color(0xFF, 0xD2, 0x3F));
        label.setOpaque(true);
        label.setBorder(BorderFactory.createEmptyBorder(PADDING, PADDING, PADDING, PADDING));
        JWindow made = new JWindow(screen);
        made.add(label);
        made.pack();
        made.setAlwaysOnTop(true);
        Rectangle all = screen.getBounds();
        made.setLocation(left(all, made.getWidth()), all.y);
        made.setVisible(true);
        return made;
    }

    /** Where something of a width begins that stands in the middle of a screen, or all over it. */
    static int left(Rectangle screen, int width) {
        return screen.x + Math.max(0, (screen.width - width) / 2);
    }

    private void dispose() {
        windows.forEach(JWindow::dispose);
        windows.clear();
    }
}
