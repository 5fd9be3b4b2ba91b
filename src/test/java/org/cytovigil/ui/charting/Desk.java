package org.cytovigil.ui.charting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.jspecify.annotations.Nullable;

/** Charts on sheets without a screen, into a ward, and remembers what was charted. */
final class Desk {
    final Ward ward = new Ward();
    final StayId alpha = ward.admit("4", "DEMO Alpha");
    final List<Observation> charted = new ArrayList<>();
    final List<Instant> times = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    final Drafts drafts;
    final List<Entry.Event> told = new ArrayList<>();
    final List<String> missed = new ArrayList<>();
    boolean broken;

    /** Whether the disk is waited for until {@link #answer}. */
    boolean slow;

    ZoneId zone = ZoneOffset.UTC;
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable ChartingModel model;

    Desk() {
        this(Drafts.inMemory());
    }

    Desk(Drafts drafts) {
        this.drafts = drafts;
        ward.pass(Duration.ofHours(10));
    }

    /** Opens a sheet as a panel does. */
    Desk open(Sheet sheet) {
        Workbench bench =
                new Workbench(source(), zone, this::inBackground, Runnable::run, missed::add);
        ChartingModel opened =
                new ChartingModel(sheet, alpha, bench, drafts, () -> closed.add("closed"));
        model = opened;
        if (sheet instanceof CorrectionSheet correction) {
            correction.load(alpha, bench, opened::refresh);
        }
        return this;
    }

    private void inBackground(Runnable work) {
        if (slow) {
            waiting.add(work);
        } else {
            work.run();
        }
    }

    /** The disk has done what was asked of it. */
    Desk answer() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        slow = false;
        now.forEach(Runnable::run);
        return this;
    }

    ChartingModel model() {
        return Objects.requireNonNull(model);
    }

    Field field(String id) {
        return model().allFields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Desk type(String id, String text) {
        field(id).textProperty().set(text);
        return this;
    }

    Desk save() {
        model().save();
        return this;
    }

    String refusal(String id) {
        return field(id).refusalProperty().get();
    }

    String note(String id) {
        return field(id).noteProperty().get();
    }

    String last(String id) {
        return field(id).lastProperty().get();
    }

    /** What is asked, or empty. */
    String question() {
        ChartingModel.Question asked = model().questionProperty().get();
        return asked == null ? "" : asked.text();
    }

    /** What passes while a panel is open. */
    Desk pass(Duration time) {
        ward.pass(time);
        model().show(ward.session().latest());
        return this;
    }

    private UnitSource source() {
        return new UnitSource() {
            @Override
            public UnitSnapshot latest() {
                return ward.session().latest();
            }

            @Override
            public void tell(Entry.OnAlarm act) {
                ward.session().tell(act);
            }

            @Override
            public void chart(StayId stay, Instant at, List<? extends Entry.Event> events) {
                if (broken) {
                    throw new LedgerException("The disk is full.");
                }
                ward.session().chart(stay, at, events);
                for (Entry.Event event : events) {
                    times.add(at);
                    told.add(event);
                    if (event instanceof Entry.Observed observed) {
                        charted.add(observed.observation());
                    }
                }
                ward.session().beat();
            }

            @Override
            public List<StandingFacts.Fact> standing(StayId stay) {
                if (broken) {
                    throw new LedgerException("The disk is gone.");
                }
                return ward.session().standing(stay);
            }

            @Override
            public Mode mode() {
                return Mode.LIVE;
            }

            @Override
            public String fault() {
                return "";
            }

            @Override
            public PolicyTimeline.@Nullable Held announced() {
                return null;
            }
        };
    }
}
