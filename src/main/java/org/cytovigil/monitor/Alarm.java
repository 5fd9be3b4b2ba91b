package org.cytovigil.monitor;

import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmState;

/** One alarm of the unit, as screens show it. */
public record Alarm(AlarmKey key, AlarmState state) {}
