package org.cytovigil.ui.charting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.AmendedFact;
import org.cytovigil.monitor.StandingFacts.Fact;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.charting.Field.Choice;
import org.cytovigil.ui.panel.Workbench;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What was charted before is corrected or taken out, with a reason; the ledger keeps both. */
// [impl->req~ui.chart-correct~1]
final class CorrectionSheet implements Sheet {
    private static final String CORRECT = "correct";
    private static final String RETRACT = "retract";

    /** As many as anybody looks through; a monitor that sends every minute sends 60 an hour. */
    private static final int MOST = 200;

    private final ZoneId zone;
    private final Field fact = Field.chosen("fact", List.of(Choices.NONE)).asList();
    private final Field act = Field.chosen("act", List.of(Choices.NONE));
    private final Field reason = Field.typed("reason").wide();
    private final List<Sheet> kinds;
    private List<Fact> facts = List.of();
    private List<Line> lines = List.of();
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
        then.run();
    }

    /** A line of the list; what was taken out has no fact that stands. */
    private record Line(Instant at, String id, String words, @Nullable Fact fact) {}

    /** What stands, and what was taken out, the newest first. */
    private void list(StaySnapshot stay) {
        Map<String, Integer> told = new HashMap<>();
        List<Line> all = new ArrayList<>();
        for (Fact each : facts) {
            String words = ChartedWords.of(each.observation());
            String was =
                    stay.amended().stream()
                            .filter(amended -> isOf(amended, each))
                            .map(amended -> marked("charting.correction.was", amended))
                            .reduce("", (before, latest) -> latest);
            all.add(
                    new Line(
                            each.at(),
                            numbered(told, each.at() + " " + words),
                            line(each.at(), words, each.author()) + was,
                            each));
        }
        for (AmendedFact gone : stay.amended()) {
            if (gone.is() == null && facts.stream().noneMatch(each -> isAgain(gone, each))) {
                String words = ChartedWords.of(gone.was());
                all.add(
                        new Line(
                                gone.at(),
                                numbered(told, "gone " + gone.at() + " " + words),
                                Texts.of(
                                        "charting.correction.gone",
                                        when(gone.at()),
                                        words,
                                        gone.by(),
                                        gone.reason()),
                                null));
            }
        }
        all.sort(Comparator.comparing(Line::at).reversed());
        lines = List.copyOf(all);
        List<Choice> choices = new ArrayList<>(List.of(Choices.NONE));
        lines.forEach(line -> choices.add(new Choice(line.id(), line.words())));
        fact.offer(choices);
    }

    /** Stays the same when the program is started again, for drafts; no two are the same. */
    private static String numbered(Map<String, Integer> told, String id) {
        int place = told.merge(id, 1, Integer::sum);
        return place == 1 ? id : id + " #" + place;
    }

    private static boolean isOf(AmendedFact amended, Fact stands) {
        return amended.at().equals(stands.at()) && stands.observation().equals(amended.is());
    }

    /** Whether what was taken out was charted again since, and stands. */
    private static boolean isAgain(AmendedFact gone, Fact stands) {
        return gone.at().equals(stands.at()) && gone.was().equals(stands.observation());
    }

    private static String marked(String key, AmendedFact amended) {
        return Texts.of(key, ChartedWords.of(amended.was()), amended.by(), amended.reason());
    }

    private String line(Instant at, String words, String author) {
        return Texts.of("charting.correction.fact", when(at), words, author);
    }

    private String when(Instant at) {
        return ChartTime.shown(at, zone);
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
        list(stay);
        Line line =
                lines.stream()
                        .filter(each -> each.id().equals(fact.text()))
                        .findFirst()
                        .orElse(null);
        Fact found = line == null ? null : line.fact();
        // Until something is chosen the list has the room.
        act.shownProperty().set(found != null);
        reason.shownProperty().set(found != null);
        if (found == null) {
            release(line != null);
        } else if (!found.equals(chosen)) {
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

    /** Nothing is chosen, or what was taken out: nothing is left that could be changed. */
    private void release(boolean gone) {
        if (chosen != null || gone) {
            remark = gone ? Texts.of("charting.correction.is-gone") : "";
        }
        chosen = null;
        filled = null;
        act.offer(List.of(Choices.NONE));
        act.clear();
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
