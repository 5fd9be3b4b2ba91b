package org.cytovigil.ui.shell;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JWindow;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;

/**
 * A small window above all others, drawn by another toolkit than the screen, which cannot draw. It
 * is made when it is first needed; without a display it is not.
 */
// [impl->req~ui.watchdog~1]
final class FrozenSign implements ScreenWatch.Sign {
    private static final int SIZE = 26;
    private static final int PADDING = 24;

    private @Nullable JWindow window;

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
        JLabel label = new JLabel(words, SwingConstants.CENTER);
        label.setFont(new Font(Font.SANS_SERIF, Font.BOLD, SIZE));
        // Black on the yellow of a technical alarm of medium priority.
        label.setForeground(Color.BLACK);
        label.setBackground(new Color(0xFF, 0xD2, 0x3F));
        label.setOpaque(true);
        label.setBorder(BorderFactory.createEmptyBorder(PADDING, PADDING, PADDING, PADDING));
        JWindow made = new JWindow();
        made.add(label);
        made.pack();
        made.setAlwaysOnTop(true);
        int width = Toolkit.getDefaultToolkit().getScreenSize().width;
        made.setLocation(Math.max(0, (width - made.getWidth()) / 2), 0);
        made.setVisible(true);
        window = made;
    }

    private void dispose() {
        JWindow shown = window;
        window = null;
        if (shown != null) {
            shown.dispose();
        }
    }
}
