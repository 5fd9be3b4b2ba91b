package org.cytovigil.alarm;

/** Says how grave one kind of condition is at a moment. It may remember earlier moments. */
interface AlarmRule {
    AlarmKind kind();

    /** Looks at a moment; moments come in order. */
    Level look(Moment moment);
}
