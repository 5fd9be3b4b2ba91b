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
        put(Remedy.CHECK_CHART, "^accepted, but|unknown dose$|the setting was not taken");
        put(
                Remedy.NOTHING,
                "stands for no value|^no value|^no result|^marked (DEMO|TEST|CALIB|CALB|NAV)\\b"
                        + "|no data of a patient|^duplicate of|is no value$|there is no result in it");
        put(Remedy.CHECK_DEVICE, "^marked ");
        put(
                Remedy.CHECK_IDENTITY,
                "different patients|does not name the two record numbers|two stays with one id"
                        + "|names no patient");
        put(
                Remedy.ADMIT,
                "unknown patient|unknown stay|nobody was in that bed|was not here at that time"
                        + "|no such stay");
        put(
                Remedy.MEND_TABLE,
                "not in the table|name different quantities|code and name disagree|^wrong unit"
                        + "|no code\\b|^no unit; accepted|is no unit of|the status '.*' is not accepted"
                        + "|processing id|fraction or percentage|its units disagree");
        put(
                Remedy.CHECK_DEVICE,
                "is outside|lies after|lies before|cannot be|is not above|beyond all limits"
                        + "|not what its rate and concentration make|of different kinds"
                        + "|is no ICE score");
        put(
                Remedy.ASK_SENDER,
                "MSH|is not read|no segment of HL7|longer than|no time|names no|no status"
                        + "|several values|is no number|no bed|not closed|taken apart|fields where"
                        + "|the pump (says|names)|no dose and no concentration|says neither"
                        + "|deletes a result|before admission|^admission:|^discharge:");
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
