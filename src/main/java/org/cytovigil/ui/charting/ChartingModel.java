package org.cytovigil.ui.charting;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Wording;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.charting.Sheet.Doubt;
import org.cytovigil.ui.charting.Sheet.Filled;
import org.cytovigil.ui.charting.Sheet.Standing;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Charting on one panel: reads what is typed, asks about what is doubtful, charts all of it or
 * nothing, and keeps what is not saved. FX thread.
 */
// [impl->req~ui.charting~1]
final class ChartingModel {
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Sheet sheet;
    private final StayId who;
    private final Workbench bench;
    private final Drafts drafts;
    private final Runnable done;
    private final Field time = Field.typed("time").passedByEnter().half();
    private final ReadOnlyStringWrapper patient = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final Meanwhile meanwhile;
    private final ReadOnlyStringWrapper happened = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper barred = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable Question> question =
            new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<List<Standing>> standing =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper openWords = new ReadOnlyStringWrapper("");
    private final EarlierFacts earlier;
    private @Nullable StaySnapshot stay;
    private @Nullable Draft offered;
    private final Map<String, String> untouched;
    private boolean drafting = true;
    private boolean gone;

    /**
     * What is asked before something doubtful is charted.
     *
     * @param text "Chart temperature 390 °C?", and why that is asked
     * @param confirm the name of the button that does it
     * @param whole whether that is all of the sheet, and not one thing that stood
     */
    record Question(
            String text, String confirm, Instant at, List<Observation> facts, boolean whole) {}

    /**
     * @param done closes the panel
     */
    ChartingModel(Sheet sheet, StayId who, Workbench bench, Drafts drafts, Runnable done) {
        this.sheet = sheet;
        this.who = who;
        this.bench = bench;
        this.drafts = drafts;
        this.done = done;
        this.earlier = new EarlierFacts(sheet, who, bench);
        this.meanwhile = new Meanwhile(bench.zone());
        show(bench.source().latest());
        untouched = texts();
        allFields().forEach(field -> field.textProperty().addListener(p -> changed()));
        lookForDraft();
    }

    String title() {
        return Texts.of("charting.title." + sheet.id());
    }

    /** The fields of the sheet, and when it was so. */
    List<Field> allFields() {
        List<Field> all = new ArrayList<>(sheet.fields());
        all.add(time);
        return all;
    }

    Field time() {
        return time;
    }

    /** Bed, name and record number. */
    ReadOnlyStringProperty patientProperty() {
        return patient.getReadOnlyProperty();
    }

    /** What came of it; empty while there is nothing to say. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What befell the patient since the panel was opened; empty for nothing. */
    ReadOnlyStringProperty happenedProperty() {
        return happened.getReadOnlyProperty();
    }

    /** Why nothing can be charted as it stands there; empty when it can. */
    ReadOnlyStringProperty barredProperty() {
        return barred.getReadOnlyProperty();
    }

    /** What there is to know beside the fields. */
    ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** What was typed before and not saved, with its age; empty for none. */
    ReadOnlyStringProperty offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Whether the disk is waited for. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is asked; {@code null} while nothing is. */
    ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What stands now, each with a key. */
    ReadOnlyObjectProperty<List<Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What one key fills in, as its button says; empty for nothing. */
    ReadOnlyStringProperty openWordsProperty() {
        return openWords.getReadOnlyProperty();
    }

    /**
     * Answers all questions that are still open in the one usual way; charts nothing.
     *
     * @return whether there were such questions
     */
    boolean fillOpen() {
        boolean any = !openWords.get().isEmpty();
        if (any) {
            sheet.fillOpen();
        }
        return any;
    }

    /** What was charted before of this kind. */
    EarlierFacts earlier() {
        return earlier;
    }

    /** Follows the unit. */
    void show(UnitSnapshot unit) {
        earlier.show(unit);
        Optional<StaySnapshot> found = unit.stay(who);
        Optional<Doubt> before = meanwhile.doubt();
        meanwhile.follow(found, unit.at());
        if (!before.equals(meanwhile.doubt())) {
            // What was asked was asked of the same patient by another name.
            question.set(null);
        }
        found.ifPresent(
                shown -> {
                    stay = shown;
                    patient.set(
                            Texts.of(
                                    "charting.patient",
                                    Meanwhile.bed(shown),
                                    Meanwhile.person(shown)));
                    follow(shown, unit.at());
                });
        bar(unit.at());
    }

    private void follow(StaySnapshot found, Instant now) {
        sheet.show(found, now);
        time.shownProperty().set(sheet.isTimed());
        remark.set(sheet.remark());
        openWords.set(sheet.openWords());
        List<Standing> stands = sheet.standing();
        if (!stands.equals(standing.get())) {
            standing.set(stands);
        }
        time.setNote(
                ChartTime.parse(time.text(), now, bench.zone()) instanceof ChartTime.At at
                        ? ageNote(at.at(), now)
                        : "");
        Draft draft = offered;
        offer.set(draft == null ? "" : Texts.of("charting.offer", Wording.age(draft.at(), now)));
        bar(now);
    }

    private void bar(Instant now) {
        happened.set(meanwhile.words());
        Question asked = question.get();
        barred.set(meanwhile.barred(asked == null ? typedTime(now) : asked.at()));
    }

    /** {@code null} for a sheet without a time of its own, and for one that cannot be read. */
    private @Nullable Instant typedTime(Instant now) {
        return sheet.isTimed()
                        && ChartTime.parse(time.text(), now, bench.zone())
                                instanceof ChartTime.At at
                ? at.at()
                : null;
    }

    private String ageNote(Instant at, Instant now) {
        return Duration.between(at, now).compareTo(LATE) < 0
                ? ""
                : Texts.of(
                        "charting.late",
                        FULL.format(at.atZone(bench.zone())),
                        Wording.age(at, now));
    }

    /** Shows anew what the sheet has learned by itself. */
    void refresh() {
        StaySnapshot known = stay;
        if (known != null) {
            follow(known, now());
        }
    }

    private void changed() {
        StaySnapshot known = stay;
        question.set(null);
        notice.set("");
        if (known != null) {
            follow(known, now());
        }
        if (drafting) {
            keepDraft();
        }
    }

    private Instant now() {
        return bench.source().latest().at();
    }

    /** Charts what is filled in, or says why not, or asks. */
    void save() {
        // What is charted already, and on its way out of sight, is not charted again.
        if (busy.get() || question.get() != null || !drafting) {
            return;
        }
        show(bench.source().latest());
        StaySnapshot known = stay;
        if (known == null || isBarred()) {
            return;
        }
        allFields().forEach(field -> field.refuse(""));
        Optional<Instant> at = readTime(known);
        Filled filled = sheet.read(known);
        List<Doubt> doubts = new ArrayList<>(filled.doubts());
        meanwhile.doubt().ifPresent(doubts::add);
        if (refusedFirst().isPresent() || at.isEmpty()) {
            notice.set(Texts.of("charting.refused"));
        } else if (filled.facts().isEmpty()) {
            notice.set(Texts.of("charting.nothing"));
        } else if (!doubts.isEmpty()) {
            question.set(ask(doubts, filled.facts(), at.get(), true));
        } else {
            chart(at.get(), filled.facts(), true);
        }
    }

    private boolean isBarred() {
        return !barred.get().isEmpty();
    }

    /** The first field that refuses what is typed there. */
    Optional<Field> refusedFirst() {
        return allFields().stream()
                .filter(field -> field.isShown() && !field.refusalProperty().get().isEmpty())
                .findFirst();
    }

    private Optional<Instant> readTime(StaySnapshot known) {
        Instant own = sheet.at();
        if (own != null) {
            return Optional.of(own);
        }
        Instant now = now();
        switch (ChartTime.parse(time.text(), now, bench.zone())) {
            case ChartTime.Refused refused -> time.refuse(refused.reason());
            case ChartTime.At at -> {
                Optional<String> fault = FactTime.fault(known.stay(), at.at());
                if (fault.isEmpty()) {
                    return Optional.of(at.at());
                }
                time.refuse(fault.get());
            }
        }
        return Optional.empty();
    }

    private static Question ask(
            List<Doubt> doubts, List<Observation> facts, Instant at, boolean whole) {
        String what =
                doubts.stream()
                        .map(Doubt::what)
                        .distinct()
                        .collect(Collectors.joining(Texts.of("charting.and")));
        String why = doubts.stream().map(Doubt::why).distinct().collect(Collectors.joining(" "));
        return new Question(
                Texts.of("charting.ask", what, why),
                Texts.of("charting.confirm", what),
                at,
                facts,
                whole);
    }

    /** Charts what was asked about. */
    void confirm() {
        show(bench.source().latest());
        Question asked = question.get();
        if (asked != null && !busy.get() && !isBarred()) {
            question.set(null);
            chart(asked.at(), asked.facts(), asked.whole());
        }
    }

    /** Goes back to the fields. */
    void reconsider() {
        question.set(null);
        bar(now());
    }

    /** Deals with what stands, by its place from 0; nothing happens when there is no such. */
    void settle(int place) {
        if (busy.get() || place < 0 || place >= standing.get().size()) {
            return;
        }
        List<Observation> fact = List.of(standing.get().get(place).fact());
        show(bench.source().latest());
        StaySnapshot known = stay;
        boolean stands =
                standing.get().stream().map(Standing::fact).anyMatch(fact.getFirst()::equals);
        if (known == null || !stands || isBarred()) {
            return;
        }
        Optional<Doubt> doubt = meanwhile.doubt();
        readTime(known)
                .ifPresent(
                        at ->
                                doubt.ifPresentOrElse(
                                        each -> question.set(ask(List.of(each), fact, at, false)),
                                        () -> chart(at, fact, false)));
    }

    private void chart(Instant at, List<Observation> facts, boolean whole) {
        busy.set(true);
        notice.set(Texts.of("charting.busy"));
        if (whole) {
            // Not offered meanwhile: what is charted twice counts twice. The disk keeps it.
            drafts.forget(who, sheet.id());
        }
        Map<String, String> typed = texts();
        List<Entry.Event> events =
                whole
                        ? sheet.events(facts)
                        : facts.stream().<Entry.Event>map(Entry.Observed::new).toList();
        bench.background()
                .execute(
                        () -> {
                            String fault = store(at, events);
                            bench.screen().execute(() -> stored(fault, facts, whole, typed));
                        });
    }

    private String store(Instant at, List<Entry.Event> events) {
        try {
            bench.source().chart(who, at, events);
            return "";
        } catch (LedgerException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void stored(
            String fault, List<Observation> facts, boolean whole, Map<String, String> typed) {
        busy.set(false);
        if (!fault.isEmpty()) {
            failed(fault, words(facts), whole, typed);
        } else if (whole) {
            if (!gone) {
                // What was typed while the disk was waited for is what was charted, or a slip.
                drafts.forget(who, sheet.id());
            }
            drafting = false;
            writeDraft();
            done.run();
        } else {
            notice.set(Texts.of("charting.stored", words(facts)));
            earlier.read();
        }
    }

    private static String words(List<Observation> facts) {
        return facts.stream().map(ChartedWords::of).collect(Collectors.joining(", "));
    }

    // [impl->req~ui.save-told~1]
    private void failed(String fault, String words, boolean whole, Map<String, String> typed) {
        if (whole && !drafts.isKept(who, sheet.id())) {
            drafts.keep(who, sheet.id(), new Draft(now(), typed));
            writeDraft();
        }
        if (gone) {
            bench.missed()
                    .accept(Texts.of("charting.missed", title(), patient.get(), words, fault));
        } else {
            notice.set(Texts.of("charting.not-stored", fault));
        }
    }

    /** The panel is closed: nobody sees any more what is said here. */
    void gone() {
        gone = true;
        String typed = typedWords();
        if (meanwhile.isCancelled() && drafting && !busy.get() && !typed.isEmpty()) {
            bench.missed().accept(Texts.of("charting.cancelled", title(), patient.get(), typed));
        }
    }

    private String typedWords() {
        return allFields().stream()
                .filter(field -> !field.text().equals(untouched.get(field.id())))
                .map(field -> Texts.of("charting.typed", field.label(), field.text()))
                .collect(Collectors.joining(", "));
    }

    private void lookForDraft() {
        bench.background()
                .execute(
                        () -> {
                            Optional<Draft> found;
                            try {
                                found = drafts.find(who, sheet.id());
                            } catch (UncheckedIOException e) {
                                found = Optional.empty();
                                bench.screen()
                                        .execute(
                                                () ->
                                                        notice.set(
                                                                Texts.of("charting.draft.unread")));
                            }
                            Optional<Draft> draft = found;
                            bench.screen().execute(() -> draft.ifPresent(this::offer));
                        });
    }

    private void offer(Draft draft) {
        offered = draft;
        StaySnapshot known = stay;
        if (known != null) {
            follow(known, now());
        }
    }

    /** Fills in what was typed before, at the time at which it was typed. */
    void takeDraft() {
        Draft draft = offered;
        if (draft == null) {
            return;
        }
        offered = null;
        for (Field field : allFields()) {
            field.textProperty()
                    .set(draft.texts().getOrDefault(field.id(), field.textProperty().get()));
        }
        // "Now" and "20 min ago" were meant then.
        if (ChartTime.parse(time.text(), draft.at(), bench.zone()) instanceof ChartTime.At at) {
            time.textProperty().set(FULL.format(at.at().atZone(bench.zone())));
        }
    }

    /** Gives up what was typed before. */
    void dropDraft() {
        offered = null;
        drafts.forget(who, sheet.id());
        writeDraft();
        changed();
    }

    private void keepDraft() {
        Map<String, String> typed = texts();
        if (typed.equals(untouched)) {
            drafts.forget(who, sheet.id());
        } else {
            drafts.keep(who, sheet.id(), new Draft(now(), typed));
        }
        writeDraft();
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        allFields().forEach(field -> texts.put(field.id(), field.text()));
        return texts;
    }

    private void writeDraft() {
        bench.background()
                .execute(
                        () -> {
                            try {
                                drafts.write(who, sheet.id());
                            } catch (UncheckedIOException e) {
                                bench.screen()
                                        .execute(() -> notice.set(Texts.of("charting.draft.lost")));
                            }
                        });
    }
}
