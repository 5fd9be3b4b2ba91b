package org.cytovigil.ui.alarms;

import org.cytovigil.ui.theme.Texts;

/** What is mostly done about an alarm: one press each. */
public enum Done {
    TOCILIZUMAB,
    FLUIDS,
    PHYSICIAN,
    OBSERVED,
    ARTEFACT;

    /** The action as it is stored and handed over, for instance "tocilizumab given". */
    public String words() {
        return Texts.of("answer.done." + name());
    }
}
