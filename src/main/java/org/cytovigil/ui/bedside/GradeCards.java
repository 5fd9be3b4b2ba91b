package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.RejectedFact;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;
import org.cytovigil.ui.trend.FactNames;

/** Turns a stay's snapshot into the card of its grade. */
final class GradeCards {
    /** More would push aside what matters; the ledger has them all. */
    private static final int REJECTED_SHOWN = 3;

    private final StaySnapshot snapshot;
    private final Instant now;
    private final ZoneId zone;

    private GradeCards(StaySnapshot snapshot, Instant now, ZoneId zone) {
        this.snapshot = snapshot;
        this.now = now;
        this.zone = zone;
    }

    /** The card on the unit's scale; one that says so when nothing was graded yet. */
    static GradeCard of(StaySnapshot snapshot, Instant now, ZoneId zone) {
        Assessment assessment = snapshot.assessment(snapshot.scale());
        return assessment == null
                ? GradeCard.none()
                : new GradeCards(snapshot, now, zone).card(assessment);
    }

    private GradeCard card(Assessment assessment) {
        Explanation words = new Explanation(assessment, zone);
        GradeOverride set = assessment.override();
        String since = since(assessment);
        return new GradeCard(
                snapshot.stay().id(),
                assessment.standing(),
                title(assessment),
                set == null ? since : setAt(set),
                set == null ? null : computed(assessment.range(), since),
                others(assessment.scale()),
                why(assessment, words),
                List.copyOf(words.missing()),
                List.copyOf(words.raisedBy()),
                DueRow.of(snapshot, zone),
                notes(assessment, words),
                settings(assessment),
                EpisodeCard.of(snapshot, assessment.scale(), now),
                NeurologyCard.of(snapshot, now),
                rejected(),
                RevisedFacts.lines(snapshot, now),
                DerivedRow.of(assessment, zone),
                Texts.of("bedside.panel.policy", assessment.policyVersion()));
    }

    /** "ASTCT 2019 grade 3", "ASTCT 2019: at least 2 (up to 4)", "ASTCT 2019 grade 2 set". */
    static String title(Assessment assessment) {
        String key =
                assessment.override() != null
                        ? "bedside.grade.title-set"
                        : assessment.range().determined()
                                ? "bedside.grade.title"
                                : "bedside.grade.title-range";
        return Texts.of(key, assessment.scale().title(), assessment.standing());
    }

    private static GradeCard.Computed computed(GradeRange range, String since) {
        return new GradeCard.Computed(range, Texts.of("bedside.grade.computed", range), since);
    }

    private GradeCard.Why why(Assessment assessment, Explanation words) {
        List<GradeCard.Fact> facts = new ArrayList<>();
        List<String> deciding = words.decidingFacts();
        for (String fact : words.facts()) {
            facts.add(new GradeCard.Fact(fact, deciding.contains(fact)));
        }
        GradeOverride set = assessment.override();
        return new GradeCard.Why(
                set == null ? "" : Texts.of("bedside.grade.set-because", set.by(), set.reason()),
                words.criterion(),
                assessment.deciding().source(),
                List.copyOf(facts));
    }

    /** Changes of reason within one grade do not restart its time. */
    private String since(Assessment assessment) {
        Instant since = null;
        for (Assessment change : snapshot.history(assessment.scale()).reversed()) {
            if (!change.range().equals(assessment.range())) {
                break;
            }
            // A value turns stale the instant after its span: that is no minute's difference.
            since = change.at().truncatedTo(ChronoUnit.SECONDS);
        }
        return since == null
                ? ""
                : Texts.of("bedside.grade.since", day(since), Wording.age(since, now));
    }

    private String setAt(GradeOverride set) {
        return Texts.of("bedside.grade.set", day(set.at()), Wording.age(set.at(), now), set.by());
    }

    private String others(ScaleId scale) {
        List<String> others = new ArrayList<>();
        for (ScaleId other : ScaleId.values()) {
            Assessment assessment = snapshot.assessment(other);
            if (other != scale && other.gradesCrs() && assessment != null) {
                others.add(whole(other.title() + " " + inShort(assessment)));
            }
        }
        return String.join("\u00a0· ", others);
    }

    /** "3", "2–4", or "3 set, computed 2". */
    private static String inShort(Assessment assessment) {
        GradeRange range = assessment.range();
        String computed =
                range.determined()
                        ? Integer.toString(range.lowest())
                        : range.lowest() + "–" + range.highest();
        GradeOverride set = assessment.override();
        return set == null
                ? computed
                : Texts.of("bedside.grade.set-beside", Integer.toString(set.grade()), computed);
    }

    private static List<String> notes(Assessment assessment, Explanation words) {
        List<String> notes = new ArrayList<>(words.notes());
        GradeRange wouldBe = assessment.wouldBe();
        if (wouldBe != null) {
            notes.add(Texts.of("bedside.grade.would-be", wouldBe));
        }
        return List.copyOf(notes);
    }

    private static List<GradeCard.Line> settings(Assessment assessment) {
        List<GradeCard.Line> lines = new ArrayList<>();
        for (Setting<?> setting : assessment.settings()) {
            lines.add(
                    new GradeCard.Line(
                            Wording.setting(setting, assessment.policy()),
                            origin(setting, assessment.policy())));
        }
        return List.copyOf(lines);
    }

    /** Whether the site goes by the default, and what that is when it does not. */
    private static String origin(Setting<?> setting, SitePolicy policy) {
        boolean isDefault = policy.get(setting).equals(setting.standard());
        return isDefault
                ? Texts.of("bedside.setting.default", setting.source())
                : Texts.of(
                        "bedside.setting.changed",
                        Wording.plainUnit(SitePolicy.DEFAULT.text(setting)),
                        setting.source());
    }

    /** A replay knows facts of the future, which must not show. */
    private List<GradeCard.Line> rejected() {
        List<GradeCard.Line> lines = new ArrayList<>();
        for (RejectedFact fact : snapshot.rejected().reversed()) {
            if (lines.size() < REJECTED_SHOWN && !fact.at().isAfter(now)) {
                lines.add(
                        new GradeCard.Line(
                                fact.reason(),
                                Texts.of(
                                        "bedside.rejected.what",
                                        FactNames.of(fact.observation()),
                                        day(fact.at()))));
            }
        }
        return List.copyOf(lines);
    }

    private String day(Instant at) {
        return StayTime.of(snapshot.stay()).moment(at);
    }

    /** Words that stay on one line. */
    static String whole(String words) {
        return words.replace(' ', '\u00a0');
    }
}
