package org.cytovigil.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

// [utest->req~report.pdf~1]
// [utest->req~report.letters~1]
class PdfWriterTest {
    private static final Instant PRINTED = Instant.parse("2026-03-01T08:00:00Z");

    private static Sheet sheet(String who, String warning, List<Block> blocks) {
        return new Sheet(
                "Hand-over",
                PRINTED,
                false,
                new Sheet.Running(
                        who, "Bed 4", warning, "Supports, never replaces", "Page {0} of {1}"),
                blocks);
    }

    private static Paper paper(Sheet sheet) {
        return Paper.of(PdfWriter.write(sheet, Progress.NONE));
    }

    private static Block.Paragraph words(String text) {
        return new Block.Paragraph(text, Block.Weight.NORMAL);
    }

    private static Block.Table table(int rows) {
        return new Block.Table(
                List.of(new Block.Column("When", 1), new Block.Column("What", 3)),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(i -> Block.Row.of("08:00", "dose number " + i + " given"))
                        .toList());
    }

    @Test
    void everyPageSaysWhoItIsAboutWhatItIsNotAndItsNumber() {
        Paper paper = paper(sheet("DEMO Alpha · MRN 0042", "TRAINING", List.of(table(500))));

        assertThat(paper.pages()).hasSizeBetween(9, 14);
        for (int i = 0; i < paper.pages().size(); i++) {
            assertThat(paper.pages().get(i))
                    .contains("DEMO Alpha · MRN 0042", "Bed 4", "TRAINING")
                    .contains("Hand-over · Supports, never replaces")
                    .contains("Page " + (i + 1) + " of " + paper.pages().size())
                    .contains("When What");
        }
        assertThat(paper.text())
                .contains("dose number 1 given", "dose number 250 given", "dose number 500 given");
    }

    @Test
    void lettersOfManyLanguagesAreDrawn() {
        Paper paper =
                paper(
                        sheet(
                                "Zoë Łukasz Ångström",
                                "",
                                List.of(words("6 µg/min ≥ 38 °C 2 → 3 SpO₂"))));

        assertThat(paper.text()).contains("Zoë Łukasz Ångström", "6 µg/min ≥ 38 °C 2 → 3 SpO₂");
        assertThat(paper(sheet("שלום Cohen", "", List.of())).text()).contains("שלום", "Cohen");
        assertThat(paper(sheet("Иванов", "", List.of())).text()).contains("Иванов");
    }

    @Test
    void whatTheFaceLacksIsSeenToBeMissing() {
        Paper paper = paper(sheet("A王B", "", List.of(words("left\u202Eright\u0007bell"))));

        assertThat(paper.text()).contains("A\uFFFDB", "left\uFFFDright\uFFFDbell");
    }

    @Test
    void aNameOfAnyLengthLeavesRoomForTheRest() {
        String name = "Wolfeschlegelsteinhausen".repeat(9);
        Paper paper = paper(sheet(name + " · MRN 0042", "", List.of(words("the grade is 3"))));

        assertThat(paper.pages()).hasSize(1);
        assertThat(paper.unbroken()).contains(name).contains("MRN0042", "thegradeis3");
        assertThat(paper(sheet("x".repeat(100_000), "", List.of(words("the grade is 3")))).text())
                .contains("…", "the grade is 3");
    }

    @Test
    void aRowHigherThanAPageGoesOnOverTheNext() {
        String words =
                IntStream.rangeClosed(1, 3_000)
                        .mapToObj(i -> "w" + i)
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow();
        Paper paper =
                paper(
                        sheet(
                                "A",
                                "",
                                List.of(
                                        new Block.Table(
                                                List.of(new Block.Column("Note", 1)),
                                                List.of(Block.Row.of(words))))));

        assertThat(paper.pages().size()).isBetween(2, 6);
        assertThat(paper.text()).contains("w1 ", "w1500", "w3000");
    }

    @Test
    void aWordWiderThanItsColumnIsBrokenAndNothingOfItLost() {
        String word =
                IntStream.range(0, 400).mapToObj(Integer::toString).reduce("", String::concat);
        Paper paper = paper(sheet("A", "", List.of(words(word))));

        assertThat(paper.unbroken()).contains(word);
    }

    @Test
    void theSameSheetGivesTheSameBytesAndNamesNobodyOutsideThePages() throws IOException {
        Sheet sheet = sheet("DEMO Alpha", "", List.of(table(80)));

        byte[] first = PdfWriter.write(sheet, Progress.NONE);

        assertThat(PdfWriter.write(sheet, Progress.NONE)).isEqualTo(first);
        assertThat(Paper.of(first).title()).isEqualTo("Hand-over");
    }

    @Test
    void itStopsBetweenTwoPagesWhenItIsCancelled() {
        List<Integer> begun = new ArrayList<>();
        Progress third =
                new Progress() {
                    @Override
                    public void page(int number) {
                        begun.add(number);
                    }

                    @Override
                    public boolean isCancelled() {
                        return begun.size() == 3;
                    }
                };

        assertThatThrownBy(() -> PdfWriter.write(sheet("A", "", List.of(table(500))), third))
                .isInstanceOf(CancellationException.class);
        assertThat(begun).containsExactly(1, 2, 3);
    }

    @Test
    void aPlotIsDrawnWithLinesAndItsLabels() {
        long hour = 3_600_000;
        Plot plot =
                new Plot(
                        0,
                        10 * hour,
                        List.of(new Plot.Tick(0, "08:00"), new Plot.Tick(5 * hour, "13:00")),
                        List.of(
                                new Plot.Ribbon(
                                        "ASTCT",
                                        12,
                                        List.of(
                                                new Plot.Span(0, 5 * hour, 0.1, false, "1"),
                                                new Plot.Span(
                                                        5 * hour, 10 * hour, 0.7, true, "3–4"))),
                                new Plot.Curves(
                                        "Temperature °C",
                                        60,
                                        35,
                                        41,
                                        List.of(
                                                new Plot.Curve(
                                                        List.of(
                                                                new Plot.Point(hour, 37),
                                                                new Plot.Point(2 * hour, 39)),
                                                        false,
                                                        8 * hour,
                                                        true)),
                                        List.of(new Plot.Limit(38, "38"))),
                                new Plot.Marks(
                                        "Given",
                                        30,
                                        List.of(new Plot.Tick(3 * hour, "tocilizumab")))));

        Paper paper = paper(sheet("A", "", List.of(new Block.Picture(plot))));

        assertThat(paper.text()).contains("ASTCT", "3–4", "08:00", "13:00", "38", "tocilizumab");
        assertThat(paper.pictures()).isZero();
        assertThat(paper.darkPixels(0)).isGreaterThan(500);
    }
}
