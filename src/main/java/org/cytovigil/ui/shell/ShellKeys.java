package org.cytovigil.ui.shell;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
import org.cytovigil.ui.keys.Keymap;
import org.cytovigil.ui.theme.TextSize;
import org.cytovigil.ui.theme.Texts;

/** The keys of the frame and of the board. */
final class ShellKeys {
    private ShellKeys() {}

    /**
     * What keys do on every screen.
     *
     * @param help opens the help, or closes it
     * @param more opens the menu of what has no button; whether there is one
     * @param escape leaves what is open, or goes to the board
     */
    static Keymap everywhere(
            ShellViewModel model, Runnable help, BooleanSupplier more, Runnable escape) {
        return new Keymap()
                .on(Texts.of("keys.help"), help, Keymap.key(KeyCode.F1))
                .on(Texts.of("keys.acknowledge"), model::acknowledgeTop, Keymap.key(KeyCode.F12))
                .on(Texts.of("keys.answering"), model::toggleAnswer, Keymap.shift(KeyCode.F12))
                .on(Texts.of("keys.alarms"), model::openAlarms, Keymap.key(KeyCode.F7))
                .on(Texts.of("keys.adjust"), model::adjust, Keymap.shift(KeyCode.F7))
                .on(Texts.of("keys.feeds"), model::openFeeds, Keymap.key(KeyCode.F8))
                .all(looksAndSound(model))
                .onIf(Texts.of("keys.more"), more, Keymap.alt(KeyCode.M))
                .on(Texts.of("keys.escape"), escape, Keymap.sign(KeyCode.ESCAPE));
    }

    /** What keys do on the board, while nothing is typed. */
    static Keymap onBoard(ShellViewModel model, BoardViewModel board, SecondScreen second) {
        return orders(board)
                .on(Texts.of("keys.board.filter"), board::nextFilter, Keymap.key(KeyCode.F))
                .on(Texts.of("keys.board.nurse"), board::nextNurse, Keymap.shift(KeyCode.F))
                .on(
                        Texts.of("keys.board.table"),
                        () -> board.tableProperty().set(!board.tableProperty().get()),
                        Keymap.sign(KeyCode.T))
                .on(Texts.of("keys.board.wall"), model::toggleWall, Keymap.key(KeyCode.V))
                .onUnless(
                        second.barredProperty()::get,
                        Texts.of("keys.board.second"),
                        second::toggle,
                        Keymap.shift(KeyCode.V))
                .on(Texts.of("keys.board.page"), board::nextPage, Keymap.sign(KeyCode.PAGE_DOWN));
    }

    /** What keys do in the second window. */
    static Keymap inSecond(ShellViewModel model, BoardViewModel board, SecondScreen second) {
        return new Keymap()
                .on(Texts.of("keys.acknowledge"), model::acknowledgeTop, Keymap.key(KeyCode.F12))
                .all(looksAndSound(model))
                .all(orders(board))
                .on(Texts.of("keys.board.page"), board::nextPage, Keymap.sign(KeyCode.PAGE_DOWN))
                .on(
                        Texts.of("keys.board.second"),
                        second::close,
                        Keymap.shift(KeyCode.V),
                        Keymap.sign(KeyCode.ESCAPE));
    }

    /** What is the same in both windows, whichever of them has the keyboard. */
    private static Keymap looksAndSound(ShellViewModel model) {
        return new Keymap()
                .on(Texts.of("keys.theme"), model::nextTheme, Keymap.key(KeyCode.F9))
                .on(
                        Texts.of("keys.sound.pause"),
                        () -> model.sound().togglePause(),
                        Keymap.key(KeyCode.F10))
                .on(Texts.of("keys.sound"), () -> model.sound().toggle(), Keymap.key(KeyCode.F11))
                .on(
                        Texts.of("keys.text.larger"),
                        () -> model.setText(TextSize.larger(model.textProperty().get())),
                        Keymap.ctrl(KeyCode.PLUS),
                        Keymap.ctrl(KeyCode.EQUALS),
                        Keymap.ctrl(KeyCode.ADD))
                .on(
                        Texts.of("keys.text.smaller"),
                        () -> model.setText(TextSize.smaller(model.textProperty().get())),
                        Keymap.ctrl(KeyCode.MINUS),
                        Keymap.ctrl(KeyCode.SUBTRACT))
                .on(
                        Texts.of("keys.text.normal"),
                        () -> model.setText(TextSize.NORMAL),
                        Keymap.ctrl(KeyCode.DIGIT0),
                        Keymap.ctrl(KeyCode.NUMPAD0));
    }

    private static Keymap orders(BoardViewModel board) {
        return new Keymap()
                .on(
                        Texts.of("keys.board.by-bed"),
                        () -> board.orderProperty().set(BoardOrder.BY_BED),
                        Keymap.sign(KeyCode.B))
                .on(
                        Texts.of("keys.board.worst"),
                        () -> board.orderProperty().set(BoardOrder.WORST_FIRST),
                        Keymap.sign(KeyCode.W));
    }
}
