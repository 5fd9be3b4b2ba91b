package org.cytovigil.feed.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Analyte;

/**
 * Words by which a sender says that a value under a general code is not what the code says: the
 * mean pressure of the pulmonary artery, the temperature of the airway, a birth weight. In English
 * and German, and in the names of IEEE 11073.
 */
final class Elsewhere {
    private static final String PLACES =
            "pulm|wedge|\\bpap[sdm]?\\b|\\bpcwp\\b|\\bpawp\\b|\\bcvp\\b|\\bzvd\\b|venous|ven(ö|oe)s"
                    + "|atri(al|um)|_atr_|vorhof|ventric|ventrik|intracran|intrakran|\\bicp\\b|cerebral|airway"
                    + "|_away|atemweg|umbilical|abdominal|fetal|fetus|maternal|target|soll|percentile|perzentil";

    private static final Pattern PRESSURE = words(PLACES);
    private static final Pattern TEMPERATURE =
            words(PLACES + "|ambient|room|warmer|water|dialys|incubator|difference|delta");
    private static final Pattern BODY_WEIGHT =
            words(
                    "birth|geburt|ideal|predicted|adjusted|lean|fetal|target|soll|percentile|perzentil");
    private static final Pattern SATURATION =
            words("venous|ven(ö|oe)s|cerebral|regional|tissue|jugular|fetal|target|soll");
    private static final Pattern PLATELETS =
            words("mean platelet|platelet volume|\\bmpv\\b|distribution|\\bpdw\\b|large|immature");
    private static final Pattern NOWHERE = Pattern.compile("(?!)");

    private Elsewhere() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * The word in a name that says so.
     *
     * @param target what the code says
     * @param name what the sender says beside it; empty for nothing
     */
    static Optional<String> word(Target target, String name) {
        Matcher matcher = of(target).matcher(name);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Pattern of(Target target) {
        return switch (target) {
            case Target.Pressure pressure -> PRESSURE;
            case Target.BodyTemperature temperature -> TEMPERATURE;
            case Target.Sign(Target.VitalSign sign) ->
                    switch (sign) {
                        case WEIGHT, HEIGHT -> BODY_WEIGHT;
                        case OXYGEN_SATURATION -> SATURATION;
                        default -> NOWHERE;
                    };
            case Target.Laboratory(Analyte analyte) ->
                    analyte == Analyte.PLATELETS ? PLATELETS : NOWHERE;
            case Target.DrugGiven given -> NOWHERE;
            case Target.Text text -> NOWHERE;
            case Target.Pump pump -> NOWHERE;
            case Target.NotOfInterest none -> NOWHERE;
        };
    }
}
