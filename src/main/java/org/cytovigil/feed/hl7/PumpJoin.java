package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.mapping.Target;

/** Gathers what an order says of infusion pumps, pump by pump. */
final class PumpJoin {
    private final Map<Key, List<Finding>> modules = new LinkedHashMap<>();
    private final List<Finding> weights = new ArrayList<>();

    private record Key(StayId stay, Instant at, String device, String module, boolean corrects) {}

    void add(Finding finding) {
        modules.computeIfAbsent(
                        new Key(
                                finding.stay(),
                                finding.at(),
                                finding.device(),
                                finding.module(),
                                finding.corrects()),
                        key -> new ArrayList<>())
                .add(finding);
    }

    /** Notes the weight for which doses of the same moment are computed. */
    void noteWeight(Finding weight) {
        weights.add(weight);
    }

    /** What is known of one drug in one pump. */
    List<PumpChannel> close() {
        List<PumpChannel> channels = new ArrayList<>();
        modules.forEach(
                (key, module) ->
                        channels.addAll(
                                channels(
                                        module,
                                        weights.stream()
                                                .filter(
                                                        weight ->
                                                                weight.stay().equals(key.stay())
                                                                        && weight.at()
                                                                                .equals(key.at()))
                                                .toList())));
        return channels;
    }

    /** A channel for each drug; what stands beside no drug holds for the pump as a whole. */
    private static List<PumpChannel> channels(List<Finding> module, List<Finding> weights) {
        Map<String, List<Finding>> byChannel = new LinkedHashMap<>();
        for (Finding finding : module) {
            byChannel.computeIfAbsent(finding.channel(), key -> new ArrayList<>()).add(finding);
        }
        List<List<Finding>> withDrug =
                byChannel.values().stream().filter(PumpJoin::namesDrug).toList();
        if (withDrug.isEmpty()) {
            return List.of(new PumpChannel(module, weights));
        }
        List<Finding> common = new ArrayList<>(weights);
        byChannel.values().stream().filter(channel -> !namesDrug(channel)).forEach(common::addAll);
        return withDrug.stream().map(channel -> new PumpChannel(channel, common)).toList();
    }

    private static boolean namesDrug(List<Finding> channel) {
        return channel.stream().anyMatch(PumpJoin::namesDrug);
    }

    private static boolean namesDrug(Finding finding) {
        return finding.target().equals(new Target.Text(Target.TextKind.PUMP_DRUG));
    }
}
