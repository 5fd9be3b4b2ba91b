package org.cytovigil.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cytovigil.ledger.Remedy;

/**
 * What is to be done about a refusal, told from its words: they are kept with the item and outlive
 * the program that chose them. The first pattern that is found decides.
 */
// [impl->req~ui.quarantine~1]
public final class Remedies {
    private static final Map<Pattern, Remedy> BY_WORDS = new LinkedHashMap<>();

    static {
        put(
                Remedy.CHECK_CHART,
                "^accepted, but|that was never received|unknown dose$|the setting was not taken"
                        + "|it moves nobody|moved nobody|which move that was|in that bed by another message|the age counts as unknown"
                        + "|correct it at the bedside|the server deleted it|(may|as) still stands?"
                        + "|the (stop|dose) is not charted|the device before it|the one before it"
                        + "|oxygen device followed");
        put(
                Remedy.NOTHING,
                "stands for no value|(^|: )no (value|result)"
                        + "|(^|: )marked (DEMO|TEST|CALIB|CALB|NAV)\\b|no data of a patient|^duplicate of|is no value$|there is no result in it"
                        + "|the reason why there is none|is inhaled");
        put(Remedy.CHECK_DEVICE, "(^|: )marked ");
        put(
                Remedy.CHECK_IDENTITY,
                "different patients|does not name the two record numbers|two stays with one id"
                        + "|names no patient|^ambiguous|none of this patient's stays"
                        + "|is no patient$|another than its subject|is in the store already");
        put(
                Remedy.ADMIT,
                "unknown patient|unknown stay|nobody was in that bed|was not here at that time"
                        + "|no such stay|an encounter that is not known");
        put(
                Remedy.MEND_TABLE,
                "not in the table|name different quantities|are of different drugs|code and name disagree|(^|: )wrong unit"
                        + "|no code\\b|(^|: )no unit; accepted|is no unit of|the status '.*' is not accepted"
                        + "|processing id|fraction or percentage|its units disagree"
                        + "|the code does not fit where it stands|no body temperature: it was taken at"
                        + "|words have no unit");
        put(
                Remedy.CHECK_DEVICE,
                "is outside|lies after|lies before|cannot be(?! (taken|read|told))|is not above|beyond all limits"
                        + "|not what its rate and concentration make|of different kinds"
                        + "|is no (ICE|CAPD) score|ahead of the program's|no amount of a drug"
                        + "|more digits than any measurement");
        put(
                Remedy.ASK_SENDER,
                "MSH|(is|are|was) not read|no segment of HL7|longer than|no time|names no|no status"
                        + "|several values|is no number|no bed|not closed|taken apart|fields where"
                        + "|the pump (says|names)|no dose and no concentration|says neither"
                        + "|deletes (a result|one of several)|before (the )?admission"
                        + "|^admission:|^discharge:"
                        + "|decimal number or thousands|comes twice|does not exist in|only its start is here"
                        + "|no UTF-8 text|no (valid )?FHIR|no JSON|no resource in it"
                        + "|a bundle without|of a bundle without|without a class|of encounters is not known"
                        + "|neither an identifier nor an id|^finished, and"
                        + "|of its own$|no part of a blood pressure|say different things"
                        + "|a part of it|by itself it says nothing|a single dose"
                        + "|as far as its (route|place) tells|no fact of the kind"
                        + "|that it refers to|unresolved reference|one of its codes is empty"
                        + "|^the whole file");
    }

    private Remedies() {}

    private static void put(Remedy remedy, String words) {
        BY_WORDS.put(Pattern.compile(words), remedy);
    }

    /**
     * The remedy for a reason.
     *
     * @param reason as it was kept with the item
     * @return {@link Remedy#LOOK} for words that no way in of this program uses
     */
    public static Remedy of(String reason) {
        for (Map.Entry<Pattern, Remedy> words : BY_WORDS.entrySet()) {
            if (words.getKey().matcher(reason).find()) {
                return words.getValue();
            }
        }
        return Remedy.LOOK;
    }
}
