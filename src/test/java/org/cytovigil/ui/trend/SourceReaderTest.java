package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.Ward;
import org.cytovigil.ui.panel.Workbench;
import org.junit.jupiter.api.Test;

// [utest->req~ui.trend-crosshair~1]
class SourceReaderTest {
    private final Ward ward = new Ward();
    private final StayId stay = ward.admit("4", "DEMO Alpha");
    private final TrendViewModel trend = new TrendViewModel(ZoneOffset.UTC);
    private final Queue<Runnable> disk = new ArrayDeque<>();

    private void attach(UnitSource source) {
        ward.chart(stay, new Observation.OxygenSaturation(93));
        ward.pass(Duration.ofSeconds(1));
        trend.show(ward.session().latest().stay(stay).orElseThrow(), ward.now(), List.of());
        SourceReader.attach(
                new Workbench(source, ZoneOffset.UTC, disk::add, Runnable::run, missed -> {}),
                trend);
    }

    private void read() {
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
    }

    private String told() {
        return trend.crosshair().toldProperty().get();
    }

    @Test
    void whoSaysAValueIsToldOnceTheStoreWasRead() {
        attach(ward.session());
        trend.crosshair().toggle();
        assertThat(told()).contains("SpO2 93 %").doesNotContain(author());

        read();

        assertThat(told()).containsPattern("SpO2 93 %, [^;]* · " + author());
    }

    private String author() {
        return ward.session().standing(stay).getFirst().author();
    }

    @Test
    void theStoreIsNotReadAgainWhileNothingCameIn() {
        attach(ward.session());
        trend.crosshair().toggle();
        read();

        trend.crosshair().toggle();
        trend.crosshair().toggle();

        assertThat(disk).isEmpty();
    }

    @Test
    void aStoreThatCannotBeReadIsSaidBesideEachValue() {
        UnitSource broken =
                (UnitSource)
                        Proxy.newProxyInstance(
                                UnitSource.class.getClassLoader(),
                                new Class<?>[] {UnitSource.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("standing")) {
                                        throw new LedgerException("the disk is gone");
                                    }
                                    return method.invoke(ward.session(), arguments);
                                });
        attach(broken);
        trend.crosshair().toggle();

        read();

        assertThat(told()).containsPattern("SpO2 93 %, [^;]* · source could not be read");
    }
}
