package org.cytovigil.ui.charting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StandingFacts.Fact;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What was charted before is corrected or taken out, with a reason; the ledger keeps both. */
// [impl->req~ui.chart-correct~1]
final class CorrectionSheet implements Sheet {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final String CORRECT = "correct";
    private static final String RETRACT = "retract";

    /** As many as anybody looks through; a monitor that sends every minute sends 60 an hour. */
    private static final int MOST = 200;

    private final ZoneId zone;
    private final Field fact = Field.chosen("fact", List.of(Choices.NONE)).wide();
    private final Field act = Field.chosen("act", List.of(Choices.NONE));
    private final Field reason = Field.typed("reason").wide();
    private final List<Sheet> kinds;
    private List<Fact> facts = List.of();
    private @Nullable Fact chosen;
    private @Nullable Sheet filled;
    private List<Field> wanted = List.of();
    private String remark = "";

    /**
     * @param zone in which times are shown
     */
    CorrectionSheet(ZoneId zone) {
        this.zone = zone;
        List<Supplier<Sheet>> makers =
                List.of(
                        VitalsSheet::new,
                        OxygenSheet::new,
                        VasopressorSheet::new,
                        () -> new TreatmentSheet(zone),
                        NeurologySheet::new,
                        NoteSheet::new);
        kinds = makers.stream().map(Supplier::get).toList();
        kinds.forEach(kind -> kind.fields().forEach(field -> field.shownProperty().set(false)));
    }

    /** Reads what was charted; {@code then} is run on the FX thread when it is there. */
    void load(StayId who, Workbench bench, Runnable then) {
        remark = Texts.of("charting.correction.reading");
        bench.background()
                .execute(
                        () -> {
                            try {
                                List<Fact> found = bench.source().standing(who);
                                bench.screen().execute(() -> offer(found, "", then));
                            } catch (LedgerException e) {
                                String fault =
                                        Texts.of(
                                                "charting.correction.unread",
                                                String.valueOf(e.getMessage()));
                                bench.screen().execute(() -> offer(List.of(), fault, then));
                            }
                        });
    }

    private void offer(List<Fact> found, String fault, Runnable then) {
        List<Fact> latest = found.subList(Math.max(0, found.size() - MOST), found.size());
        facts = latest.reversed();
        remark =
                !fault.isEmpty()
                        ? fault
                        : facts.isEmpty() ? Texts.of("charting.correction.none") : "";
        List<Choice> choices = new ArrayList<>(List.of(Choices.NONE));
        facts.forEach(each -> choices.add(new Choice(id(each), words(each))));
        fact.offer(choices);
        then.run();
    }

    /** Stays the same when the program is started again, for drafts. */
    private static String id(Fact fact) {
        return fact.at() + " " + ChartedWords.of(fact.observation());
    }

    private String words(Fact each) {
        return Texts.of(
                "charting.correction.fact",
                WHEN.format(each.at().atZone(zone)),
                ChartedWords.of(each.observation()),
                each.author());
    }

    @Override
    public String id() {
        return "correction";
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(fact, act));
        kinds.forEach(kind -> fields.addAll(kind.fields()));
        fields.add(reason);
        return fields;
    }

    @Override
    public boolean isTimed() {
        return false;
    }

    @Override
    public @Nullable Instant at() {
        return chosen == null ? null : chosen.at();
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public void show(StaySnapshot stay, Instant now) {
        Fact found =
                facts.stream()
                        .filter(each -> id(each).equals(fact.text()))
                        .findFirst()
                        .orElse(null);
        if (found != null && !found.equals(chosen)) {
            choose(found);
        }
        Sheet shown = act.text().equals(CORRECT) ? filled : null;
        for (Sheet kind : kinds) {
            boolean here = kind.equals(shown);
            for (Field field : kind.fields()) {
                field.shownProperty().set(here && wanted.contains(field));
            }
        }
        if (shown != null) {
            // It may want fewer of them, as a device has not every setting.
            shown.show(stay, now);
        }
    }

    private void choose(Fact found) {
        chosen = found;
        filled = null;
        List<Choice> acts = new ArrayList<>();
        for (Sheet kind : kinds) {
            kind.fields().forEach(field -> field.shownProperty().set(false));
            kind.fields().forEach(Field::clear);
            if (filled == null && kind.fill(found.observation())) {
                filled = kind;
                List<Field> named = kind.fields().stream().filter(Field::isShown).toList();
                wanted = named.isEmpty() ? kind.fields() : named;
                acts.add(new Choice(CORRECT, Texts.of("charting.act.correct")));
            }
        }
        acts.add(new Choice(RETRACT, Texts.of("charting.act.retract")));
        remark = filled == null ? Texts.of("charting.correction.retract-only") : "";
        act.offer(acts);
    }

    @Override
    public Filled read(StaySnapshot stay) {
        Doubts doubts = new Doubts(stay.policy().plausibility());
        Fact was = chosen;
        if (was == null) {
            fact.refuse(Texts.of("charting.correction.choose"));
            return doubts.filled();
        }
        if (reason.text().isEmpty()) {
            reason.refuse(Texts.of("charting.correction.reason"));
        }
        Sheet correcting = act.text().equals(CORRECT) ? filled : null;
        if (correcting == null) {
            return new Filled(List.of(was.observation()), List.of());
        }
        List<Observation> is = correcting.read(stay).facts();
        boolean readable =
                correcting.fields().stream()
                        .allMatch(field -> field.refusalProperty().get().isEmpty());
        if (readable
                && (is.size() != 1
                        || !is.getFirst().getClass().equals(was.observation().getClass()))) {
            act.refuse(Texts.of("charting.correction.nothing-left"));
        } else if (is.contains(was.observation())) {
            act.refuse(Texts.of("charting.correction.same"));
        } else {
            is.forEach(doubts::add);
        }
        return doubts.filled();
    }

    @Override
    public List<Entry.Event> events(List<Observation> read) {
        Fact was = chosen;
        if (was == null) {
            return List.of();
        }
        return act.text().equals(CORRECT)
                ? List.of(new Entry.Corrected(was.observation(), read.getFirst(), reason.text()))
                : List.of(new Entry.Retracted(was.observation(), reason.text()));
    }
}
