package org.cytovigil.ui.alarms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cytovigil.alarm.AlarmAdjustment;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Setting one kind of alarm otherwise for one patient: what, why and for how long. What is left
 * empty is as the unit has it. FX thread, or one thread in tests.
 */
// [impl->req~ui.alarm-adjust~1]
public final class AdjustViewModel {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final UnitSource source;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(null);
    private final Map<AlarmPart, StringProperty> values = new EnumMap<>(AlarmPart.class);
    private final Map<AlarmPart, ReadOnlyStringWrapper> refusals = new EnumMap<>(AlarmPart.class);
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ObjectProperty<AdjustFor> span =
            new SimpleObjectProperty<>(AdjustFor.TWELVE_HOURS);

    /**
     * One thing that can be set.
     *
     * @param part which
     * @param name in words, with the unit's value: "delay (the unit: 2 min)"
     * @param choices what can be chosen, an empty one first; empty when it is typed
     */
    public record Field(AlarmPart part, String name, List<String> choices) {}

    /**
     * The alarm that is being set.
     *
     * @param key which
     * @param title whose it is, by two identifiers
     * @param fields what can be set, in their order
     * @param current what is otherwise now, who decided it, why and until when; empty for nothing
     */
    public record Shown(AlarmKey key, String title, List<Field> fields, String current) {}

    /**
     * @param source where alarms come from and settings go
     * @param zone for clock times
     */
    public AdjustViewModel(UnitSource source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
        for (AlarmPart part : AlarmPart.values()) {
            StringProperty value = new SimpleStringProperty("");
            value.addListener((property, before, now) -> check());
            values.put(part, value);
            refusals.put(part, new ReadOnlyStringWrapper(""));
        }
        reason.addListener((property, before, now) -> refusal.set(""));
    }

    /**
     * Opens the panel for an alarm of a patient, whether it stands or not, with what is otherwise
     * now; one of the unit, or of nobody who is here, changes nothing.
     */
    public void open(AlarmKey key) {
        UnitSnapshot unit = source.latest();
        if (key.concernsTheUnit() || stay(unit, key).isEmpty()) {
            return;
        }
        Optional<AlarmAdjustment> now = unit.adjustment(key);
        shown.set(shown(unit, key));
        for (AlarmPart part : AlarmPart.values()) {
            String own = now.map(found -> found.change().values().get(part)).orElse(null);
            valueProperty(part).set(Objects.requireNonNullElse(own, ""));
        }
        reason.set(now.map(AlarmAdjustment::reason).orElse(""));
        span.set(AdjustFor.TWELVE_HOURS);
        refusal.set("");
        check();
    }

    /** Turns to another kind of alarm of the same patient. */
    public void turnTo(AlarmKind kind) {
        Shown open = shown.get();
        if (open != null && open.key().kind() != kind) {
            open(new AlarmKey(open.key().stay(), kind));
        }
    }

    /** Follows the patient; closes the panel when the stay is over. */
    public void show(UnitSnapshot unit) {
        Shown open = shown.get();
        if (open != null) {
            shown.set(stay(unit, open.key()).isEmpty() ? null : shown(unit, open.key()));
            check();
        }
    }

    /** Changes nothing. */
    public void close() {
        shown.set(null);
    }

    private Shown shown(UnitSnapshot unit, AlarmKey key) {
        SitePolicy policy = policy(unit, key);
        List<Field> fields = new ArrayList<>();
        for (AlarmPart part : AlarmPart.values()) {
            Setting<?> setting = key.kind().settings().setting(part);
            if (setting != null) {
                fields.add(field(part, policy.text(setting)));
            }
        }
        return new Shown(
                key,
                Texts.of("adjust.title", AlarmWords.identity(unit, key)),
                List.copyOf(fields),
                unit.adjustment(key)
                        .map(
                                found ->
                                        Texts.of(
                                                "adjust.current",
                                                AdjustmentWords.change(found.change()),
                                                AdjustmentWords.why(found, unit.at(), zone)))
                        .orElse(""));
    }

    private static Field field(AlarmPart part, String usual) {
        List<String> choices =
                switch (part) {
                    case PRIORITY -> List.of("", "high", "medium", "low");
                    case MEDIUM_FROM, HIGH_FROM ->
                            Stream.concat(
                                            Stream.of(""),
                                            IntStream.rangeClosed(1, 4).mapToObj(Integer::toString))
                                    .toList();
                    case DELAY, CLEAR_AFTER, REMIND_AFTER, GUIDANCE -> List.of();
                };
        String name =
                part == AlarmPart.GUIDANCE
                        ? AdjustmentWords.part(part)
                        : Texts.of("adjust.field", AdjustmentWords.part(part), usual);
        return new Field(part, name, choices);
    }

    private static Optional<StaySnapshot> stay(UnitSnapshot unit, AlarmKey key) {
        return unit.stay(key.stay()).filter(found -> !found.discharged());
    }

    private static SitePolicy policy(UnitSnapshot unit, AlarmKey key) {
        return stay(unit, key).map(StaySnapshot::policy).orElse(SitePolicy.DEFAULT);
    }

    private AlarmChange change(AlarmKind kind) {
        Map<AlarmPart, String> typed = new EnumMap<>(AlarmPart.class);
        values.forEach(
                (part, value) -> {
                    String text = value.get().strip();
                    if (!text.isEmpty() && kind.settings().setting(part) != null) {
                        typed.put(part, withUnit(part, text));
                    }
                });
        return new AlarmChange(typed);
    }

    /** Times are set in minutes: a number says enough. */
    private static String withUnit(AlarmPart part, String text) {
        return switch (part) {
            case DELAY, CLEAR_AFTER, REMIND_AFTER ->
                    NUMBER.matcher(text).matches() ? text + " min" : text;
            case PRIORITY, MEDIUM_FROM, HIGH_FROM, GUIDANCE -> text;
        };
    }

    /** Says beside each field why it is refused. */
    private void check() {
        Shown open = shown.get();
        if (open != null) {
            AlarmKind kind = open.key().kind();
            Map<AlarmPart, String> found =
                    change(kind).refusals(kind, policy(source.latest(), open.key()));
            refusals.forEach((part, says) -> says.set(found.getOrDefault(part, "")));
        }
    }

    /** Sets the alarm otherwise; while something is refused or missing it says so instead. */
    public void keep() {
        Shown open = shown.get();
        if (open == null) {
            return;
        }
        check();
        AlarmChange change = change(open.key().kind());
        if (refusals.values().stream().anyMatch(says -> !says.get().isEmpty())) {
            refusal.set(Texts.of("adjust.refused"));
        } else if (change.values().isEmpty()) {
            refusal.set(Texts.of("adjust.nothing"));
        } else if (reason.get().isBlank()) {
            refusal.set(Texts.of("adjust.no-reason"));
        } else {
            source.tell(
                    new Entry.AlarmAdjusted(
                            open.key(), change, AnswerViewModel.cut(reason.get()), until()));
            close();
        }
    }

    /** Ends what is otherwise; nothing happens when nothing is. */
    public void end() {
        Shown open = shown.get();
        if (open != null && !open.current().isEmpty()) {
            source.tell(new Entry.AlarmAdjustmentEnded(open.key()));
            close();
        }
    }

    private Instant until() {
        return source.latest().at().plus(span.get().span());
    }

    /** What the button says that sets it: until when. */
    public String keepWords() {
        Instant now = source.latest().at();
        return Texts.of("adjust.keep", AlarmWords.time(until(), now, zone));
    }

    /** The alarm on the panel, or {@code null} while the panel is closed. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What a part is for this patient; blank for as the unit has it. */
    public StringProperty valueProperty(AlarmPart part) {
        return Objects.requireNonNull(values.get(part));
    }

    /** Why a value is refused; empty when it is not. */
    public ReadOnlyStringProperty refusalProperty(AlarmPart part) {
        return Objects.requireNonNull(refusals.get(part)).getReadOnlyProperty();
    }

    /** Why it is set otherwise. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Why it was not set otherwise when somebody wished to; empty before. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** For how long it is set otherwise. */
    public ObjectProperty<AdjustFor> spanProperty() {
        return span;
    }
}
