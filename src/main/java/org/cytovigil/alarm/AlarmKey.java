package org.cytovigil.alarm;

import org.cytovigil.clinical.StayId;

/** Names one alarm: a kind of condition of one stay. */
public record AlarmKey(StayId stay, AlarmKind kind) {}
