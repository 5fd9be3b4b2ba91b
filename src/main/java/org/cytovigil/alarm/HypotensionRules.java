package org.cytovigil.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;

/** What is said of the circulation besides the grade. */
final class HypotensionRules {
    private HypotensionRules() {}

    /** A low pressure measured after a bolus, while no vasopressor runs. */
    // [impl->req~alarm.hypotension~1]
    static final class Refractory implements AlarmRule {
        @Override
        public AlarmKind kind() {
            return AlarmKind.REFRACTORY_HYPOTENSION;
        }

        @Override
        public Level look(Moment moment) {
            ClinicalPicture picture = moment.picture();
            Instant bolus = picture.lastBolus();
            if (bolus == null
                    || !picture.recentBolus(moment.policy())
                    || picture.countedVasopressors(moment.policy()) > 0) {
                return Level.NONE;
            }
            if (!(picture.pressure() instanceof Reading.Measured<BloodPressure> measured)) {
                return Level.UNKNOWN;
            }
            if (!measured.at().isAfter(bolus)) {
                return Level.NONE;
            }
            return switch (picture.lowPressure(moment.policy())) {
                case YES ->
                        Level.of(
                                1,
                                "%s mmHg after %s"
                                        .formatted(
                                                Wording.pressureNumbers(measured.value()),
                                                picture.bolusesCounted() > 1
                                                        ? picture.bolusesCounted() + " boluses"
                                                        : "a fluid bolus"));
                case NO -> Level.NONE;
                case UNKNOWN -> Level.UNKNOWN;
            };
        }
    }

    /** Two or more vasopressors; level 1 for two, one more for each further. */
    // [impl->req~alarm.hypotension~1]
    static final class SecondVasopressor implements AlarmRule {
        @Override
        public AlarmKind kind() {
            return AlarmKind.SECOND_VASOPRESSOR;
        }

        @Override
        public Level look(Moment moment) {
            ClinicalPicture picture = moment.picture();
            int running = picture.countedVasopressors(moment.policy());
            return Level.of(
                    Math.max(0, running - 1),
                    running
                            + " vasopressors: "
                            + names(moment).stream().collect(Collectors.joining(", ")));
        }

        private static List<String> names(Moment moment) {
            return moment.picture().vasopressors().drugs().stream()
                    .map(running -> running.infusion().drug())
                    .filter(drug -> ClinicalPicture.counts(drug, moment.policy()))
                    .map(Vasopressor::id)
                    .toList();
        }
    }

    /** Vasopressors at high dose: level 1 at once, level 2 once for as long as scales ask for. */
    // [impl->req~alarm.high-dose~1]
    static final class HighDoseRule implements AlarmRule {
        private final DateTimeFormatter clock;

        HighDoseRule(ZoneId zone) {
            clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
        }

        @Override
        public AlarmKind kind() {
            return AlarmKind.HIGH_DOSE;
        }

        @Override
        public Level look(Moment moment) {
            Instant since = moment.picture().vasopressors().highDoseSince();
            if (since == null) {
                return moment.picture().vasopressors().possiblyHighDoseSince() == null
                        ? Level.NONE
                        : Level.UNKNOWN;
            }
            Instant due = since.plus(moment.policy().get(Settings.HIGH_DOSE_AFTER));
            String hours = Wording.duration(moment.policy().get(Settings.HIGH_DOSE_AFTER));
            return due.isAfter(moment.at())
                    ? Level.of(
                            1,
                            "vasopressors at high dose: %s at %s"
                                    .formatted(hours, clock.format(due)))
                    : Level.of(
                                    2,
                                    "vasopressors at high dose for %s, since %s"
                                            .formatted(hours, clock.format(since)))
                            .since(due);
        }
    }
}
