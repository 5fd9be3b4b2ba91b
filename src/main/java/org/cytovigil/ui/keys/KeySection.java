package org.cytovigil.ui.keys;

import java.util.List;

/**
 * Commands that belong together in the help.
 *
 * @param title where they work
 * @param commands in the order in which they are listed
 */
public record KeySection(String title, List<Command> commands) {
    public KeySection {
        commands = List.copyOf(commands);
    }
}
