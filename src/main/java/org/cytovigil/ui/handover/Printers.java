package org.cytovigil.ui.handover;

import java.io.IOException;
import java.util.List;

/** The printers that the computer knows. They may keep one waiting: not for the FX thread. */
interface Printers {
    /** Their names, that which is used by default first; empty when there is none. */
    List<String> names();

    /**
     * Prints a PDF file.
     *
     * @param printer one of the names
     * @param job what the queue calls it; never a patient's name
     * @throws IOException when the printer does not take it, with why
     */
    void print(String printer, String job, byte[] file) throws IOException;
}
