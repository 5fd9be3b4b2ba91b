package org.cytovigil.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arrows of the architecture page as rules over a root package, so that they can also be tried
 * on a bad sample.
 */
final class ArchitectureRules {
    /** The rooms that each room may use, itself and the libraries aside. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    private static final String POLICY_FEED = "feed.policy";
    private static final String SHEETS = "report.pdf";

    static {
        MAY_USE.put("clinical", List.of());
        MAY_USE.put("grading", List.of("clinical"));
        MAY_USE.put("derived", List.of("clinical", "grading"));
        MAY_USE.put("alarm", List.of("clinical", "grading", "derived"));
        MAY_USE.put("ledger", List.of("clinical", "grading", "derived", "alarm"));
        MAY_USE.put("monitor", List.of("clinical", "grading", "derived", "alarm", "ledger"));
        MAY_USE.put("feed", List.of("clinical", "ledger"));
        MAY_USE.put(
                "replay", List.of("clinical", "grading", "derived", "alarm", "ledger", "monitor"));
        MAY_USE.put(
                "report",
                List.of("clinical", "grading", "derived", "alarm", "ledger", "monitor", "feed"));
        MAY_USE.put(
                "ui",
                List.of(
                        "clinical",
                        "grading",
                        "derived",
                        "alarm",
                        "ledger",
                        "monitor",
                        "replay",
                        SHEETS));
        // Putting words on paper needs none of those whom they are about.
        MAY_USE.put(SHEETS, List.of());
        // What it reads is the site policy itself; the feeds of entries know nothing of grades.
        MAY_USE.put(POLICY_FEED, List.of("grading"));
    }

    private ArchitectureRules() {}

    /** Every rule, for the classes under that root package. */
    static List<ArchRule> over(String root) {
        List<ArchRule> rules = new ArrayList<>();
        MAY_USE.forEach((room, others) -> rules.add(arrows(root, room, others)));
        rules.add(clinicalUsesJavaBaseOnly(root));
        rules.add(javaFxOnlyInUi(root));
        rules.add(sqlOnlyInLedgerJdbc(root));
        rules.add(wallClockOnlyInSystemClock(root));
        rules.add(noSleeping(root));
        rules.add(timersOnlyInNamedClasses(root));
        rules.add(
                SlicesRuleDefinition.slices()
                        .matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true));
        return rules;
    }

    private static ArchRule arrows(String root, String room, List<String> others) {
        List<String> allowed = new ArrayList<>();
        allowed.add(root + "." + room + "..");
        others.forEach(other -> allowed.add(root + "." + other + ".."));
        DescribedPredicate<JavaClass> inRoom = resideInAPackage(root + "." + room + "..");
        if (room.equals("feed")) {
            inRoom = inRoom.and(resideInAPackage(root + "." + POLICY_FEED + "..").negate());
        }
        return noClasses()
                .that(inRoom)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(root + "..")
                                .and(resideInAnyPackage(allowed.toArray(String[]::new)).negate()))
                .as(room + " uses only " + others)
                .allowEmptyShould(true);
    }

    private static ArchRule clinicalUsesJavaBaseOnly(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".clinical.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        root + ".clinical..",
                                        "java.lang..",
                                        "java.util..",
                                        "java.time..",
                                        "java.math..",
                                        "org.jspecify.annotations..")
                                .negate())
                .as("clinical uses java.base only")
                .allowEmptyShould(true);
    }

    private static ArchRule javaFxOnlyInUi(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..").and(resideInAPackage(root + ".ui..").negate()))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javafx..", "eu.hansolo..", "org.controlsfx.."))
                .as("JavaFX only in ui")
                .allowEmptyShould(true);
    }

    private static ArchRule sqlOnlyInLedgerJdbc(String root) {
        return noClasses()
                .that(
                        resideInAPackage(root + "..")
                                .and(resideInAPackage(root + ".ledger.jdbc..").negate()))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "java.sql..",
                                "javax.sql..",
                                "org.jdbi..",
                                "org.flywaydb..",
                                "org.sqlite.."))
                .as("SQL only in ledger.jdbc")
                .allowEmptyShould(true);
    }

    private static ArchRule wallClockOnlyInSystemClock(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .and()
                .doNotHaveFullyQualifiedName("org.cytovigil.monitor.SystemClock")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Clock.class))
                .as("the wall clock only in SystemClock")
                .allowEmptyShould(true);
    }

    private static ArchRule noSleeping(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .orShould()
                .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
                .as("nothing sleeps")
                .allowEmptyShould(true);
    }

    private static ArchRule timersOnlyInNamedClasses(String root) {
        return noClasses()
                .that(resideInAPackage(root + ".."))
                .and()
                .doNotHaveFullyQualifiedName("org.cytovigil.monitor.Heartbeat")
                .and()
                .haveNameNotMatching(
                        "org\\.cytovigil\\.ui\\.(shell\\.UnitWindow.*|theme\\.Flash|board\\.TileQueue.*|trend\\.Pulses.*)")
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(
                                java.util.Timer.class,
                                java.util.concurrent.ScheduledExecutorService.class,
                                javafx.animation.AnimationTimer.class,
                                javafx.animation.Timeline.class))
                .as("timers only in Heartbeat, UnitWindow, Flash, TileQueue and Pulses")
                .allowEmptyShould(true);
    }
}
