package org.cytovigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.shell.ScreenGallery;
import org.cytovigil.ui.shell.ScreenPicture;
import org.cytovigil.ui.shell.ShellViewModel;
import org.cytovigil.ui.theme.TextSize;
import org.cytovigil.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Paints any screen into a picture, without a display. */
// [impl->req~command.screenshot~1]
// [impl->req~ui.pictures~1]
@Command(
        name = "screenshot",
        description =
                "Paints a screen of the demonstration unit, or of stays of a store, into a PNG"
                        + " file.",
        mixinStandardHelpOptions = true)
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,5})x(\\d{3,5})");
    private static final ZoneId ZONE = ZoneOffset.UTC;

    /** Twice the widest screen in use. */
    private static final int LARGEST = 8_192;

    private static final double MOST_HOURS = 10_000;

    /** From the smallest that is promised to the largest in use. */
    private static final List<Size> USUAL =
            List.of(new Size(1280, 800), new Size(1920, 1080), new Size(3840, 2160));

    /** Whose bedside stands for all: it has an alarm that waits and every lane filled. */
    private static final String BED_OF_ALL = "2";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--screen",
            paramLabel = "SCREEN",
            description = "board, bedside, feeds or alarms. Must be given unless --all is.")
    private ShellViewModel.@Nullable Screen screen;

    @Option(
            names = "--stay",
            paramLabel = "STAY",
            description = "The stay's id, or the number of its bed. Default: bed 1.")
    private @Nullable String stay;

    @Option(
            names = "--at",
            paramLabel = "HOURS",
            description =
                    "Hours after that stay's infusion. Default: where the demonstration begins, or"
                            + " the end of the stay.")
    private @Nullable Double hours;

    @Option(names = "--answer", description = "Open the panel that answers the alarm on the strip.")
    private boolean answering;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = SceneConverter.class,
            description =
                    "The demonstration when one of its alarms is in this state: normal,"
                            + " unacknowledged, acknowledged, returned-unacknowledged, shelved,"
                            + " suppressed or out-of-service.")
    private @Nullable AlarmScene scene;

    @Option(
            names = "--panel",
            paramLabel = "NAME",
            description = "Open the panel whose button says so, such as Hand-over.")
    private String panel = "";

    @Option(
            names = "--text",
            defaultValue = "100",
            paramLabel = "PERCENT",
            description = "How large text is: 100, 110, 125 or 150. Default: 100.")
    private int text = TextSize.NORMAL;

    @Option(names = "--keys", description = "Open the list of keys.")
    private boolean keys;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "A store with past stays. Default: the demonstration.")
    private @Nullable Path store;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Go by this policy file (TOML). Default: the built-in policy, or that of the"
                            + " store.")
    private @Nullable Path policy;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description =
                    "night, day or high-contrast. Default: night; with --all each of them, or those"
                            + " given.")
    private List<String> themes = List.of();

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description =
                    "Default: 1920x1080; with --all 1280x800, 1920x1080 and 3840x2160, or those"
                            + " given.")
    private List<String> sizes = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The PNG file to write. Must be given unless --all is.")
    private @Nullable Path out;

    @Option(
            names = "--all",
            paramLabel = "FOLDER",
            description =
                    "Paint every screen and panel of the demonstration in every theme and size into"
                            + " FOLDER/SIZE/THEME/NAME.png.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws RejectedInputException, InterruptedException {
        Path every = folder;
        if (every != null) {
            return paintAll(every);
        }
        ShellViewModel.Screen shown = screen;
        Path file = out;
        if (shown == null || file == null) {
            throw wrong("Missing required option: --screen SCREEN and --out FILE, or --all FOLDER");
        }
        if (themes.size() > 1 || sizes.size() > 1) {
            throw wrong("several of --theme or --size are for --all");
        }
        return paintOne(
                shown,
                file,
                Themes.parse(themes.isEmpty() ? "night" : themes.getFirst(), spec.commandLine()),
                size(sizes.isEmpty() ? "1920x1080" : sizes.getFirst()));
    }

    /** Width and height in pixels. */
    private record Size(int width, int height) {}

    private Size size(String text) {
        Matcher measures = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!measures.matches()) {
            throw wrong("--size: \"" + text + "\" is no size such as 1920x1080");
        }
        int width = Integer.parseInt(measures.group(1));
        int height = Integer.parseInt(measures.group(2));
        if (width > LARGEST || height > LARGEST) {
            throw wrong("--size: at most " + LARGEST + " pixels a side");
        }
        return new Size(width, height);
    }

    private int paintAll(Path every) throws RejectedInputException, InterruptedException {
        boolean one = screen != null || out != null || stay != null || hours != null;
        boolean other = scene != null || store != null || policy != null;
        if (one || other || answering || keys || !panel.isEmpty() || text != TextSize.NORMAL) {
            throw wrong("--all paints the whole demonstration: only --theme and --size go with it");
        }
        List<Theme> colours = new ArrayList<>();
        themes.forEach(theme -> colours.add(Themes.parse(theme, spec.commandLine())));
        List<Size> measures = new ArrayList<>();
        sizes.forEach(size -> measures.add(size(size)));
        if (colours.isEmpty()) {
            colours.addAll(List.of(Theme.values()));
        }
        if (measures.isEmpty()) {
            measures.addAll(USUAL);
        }
        PrintWriter told = spec.commandLine().getOut();
        ScreenPicture.startWithoutDisplay();
        try (UnitSession session = demonstration()) {
            ScreenGallery gallery = gallery(session);
            for (Size size : measures) {
                for (Theme theme : colours) {
                    Path place =
                            every.resolve(size.width() + "x" + size.height())
                                    .resolve(
                                            theme.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'));
                    Files.createDirectories(place);
                    for (String name : gallery.names()) {
                        Path file = place.resolve(name + ".png");
                        gallery.write(name, theme, size.width(), size.height(), file);
                        told.println(file);
                        told.flush();
                    }
                }
            }
        } catch (IOException e) {
            throw new RejectedInputException(every + " cannot be written: " + e.getMessage());
        }
        return ExitCode.DONE;
    }

    /** Every screen and panel of the demonstration as it begins. */
    static ScreenGallery gallery(UnitSession demonstration) {
        return new ScreenGallery(
                demonstration,
                Desks.demonstration(ZONE),
                ZONE,
                demonstration.latest().stays().stream()
                        .filter(stay -> stay.bed().equals(BED_OF_ALL))
                        .findFirst()
                        .orElseThrow()
                        .stay()
                        .id());
    }

    private int paintOne(ShellViewModel.Screen chosen, Path file, Theme colours, Size size)
            throws RejectedInputException, InterruptedException {
        if (hours != null && (!Double.isFinite(hours) || Math.abs(hours) > MOST_HOURS)) {
            throw wrong("--at: " + hours + " is no number of hours after an infusion");
        }
        if (!TextSize.STEPS.contains(text)) {
            throw wrong("--text: " + text + " is none of 100, 110, 125 and 150");
        }
        if (Files.isDirectory(file) || file.toString().isEmpty()) {
            throw new RejectedInputException("--out: \"" + file + "\" is no file to write to");
        }
        if (scene != null && (stay != null || hours != null || store != null)) {
            throw wrong("--state has its own stay and time: leave --stay, --at and --store out");
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new RejectedInputException(file + ": there is no folder to write it to");
        }
        UnitSession session = unit();
        try (JdbcLedger shown = chosen == ShellViewModel.Screen.FEEDS ? opened() : null) {
            ScreenPicture.startWithoutDisplay();
            ScreenPicture.write(
                    session,
                    shown == null
                            ? Desks.demonstration(ZONE)
                            : Desks.past(shown, InstantSource.fixed(session.latest().at()), ZONE),
                    ZONE,
                    new ScreenPicture.Request(
                            chosen,
                            chosen(session.latest()),
                            colours,
                            size.width(),
                            size.height(),
                            answering,
                            panel.strip(),
                            text,
                            keys),
                    file);
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        } catch (IllegalArgumentException e) {
            throw new RejectedInputException("--panel: " + e.getMessage());
        } catch (IOException e) {
            throw new RejectedInputException(file + " cannot be written: " + e.getMessage());
        } finally {
            session.close();
        }
        return ExitCode.DONE;
    }

    /** The store whose quarantine is shown; {@code null} for the demonstration. */
    private @Nullable JdbcLedger opened() {
        return store == null ? null : JdbcLedger.openExisting(store);
    }

    /** The unit as it is at the moment asked for. */
    UnitSession unit() throws RejectedInputException {
        Path file = store;
        if (file == null) {
            return demonstration();
        }
        try {
            String id = stay;
            Path policyFile = policy;
            List<Entry> entries =
                    OpenUnit.pastStays(
                            file, id == null ? List.of() : List.of(id), Demonstration.START);
            Instant at = hours == null ? lastFact(entries) : at(entries);
            UnitSession session =
                    OpenUnit.again(
                            entries,
                            policyFile == null
                                    ? OpenUnit.policyInForce(file)
                                    : Policies.read(policyFile),
                            InstantSource.fixed(at),
                            ZONE,
                            UnitSource.Mode.REPLAY);
            OpenUnit.answerOldAlarms(session);
            return session;
        } catch (LedgerException e) {
            throw new RejectedInputException(e);
        }
    }

    private UnitSession demonstration() throws RejectedInputException {
        List<Entry> entries = Demonstration.entries();
        AlarmScene shown = scene;
        Instant at = shown != null ? shown.at() : hours == null ? Demonstration.START : at(entries);
        UnitSession session =
                OpenUnit.again(
                        entries,
                        Policies.read(policy, SitePolicy.DEFAULT),
                        InstantSource.fixed(at),
                        ZONE,
                        UnitSource.Mode.DEMONSTRATION);
        if (shown == null) {
            OpenUnit.answerOldAlarms(session);
        } else {
            shown.play(session);
        }
        return session;
    }

    /** When the last fact of the stay asked for, or of the first, was charted. */
    private static Instant lastFact(List<Entry> entries) {
        Entry first = entries.getFirst();
        Instant last = first.at();
        for (Entry entry : entries) {
            if (entry.stay().equals(first.stay()) && isFact(entry) && entry.at().isAfter(last)) {
                last = entry.at();
            }
        }
        return last;
    }

    private static boolean isFact(Entry entry) {
        return entry.event() instanceof Entry.Observed || entry.event() instanceof Entry.Corrected;
    }

    /** The moment asked for, by the infusion of the stay asked for. */
    private Instant at(List<Entry> entries) throws RejectedInputException {
        double wanted = hours == null ? 0 : hours;
        String name = stay == null ? "1" : stay;
        Optional<Instant> infusion =
                entries.stream()
                        .map(Entry::event)
                        .filter(Entry.Admitted.class::isInstance)
                        .map(event -> ((Entry.Admitted) event).stay())
                        .filter(
                                found ->
                                        found.bed().equals(name) || found.id().value().equals(name))
                        .map(Stay::dayZero)
                        .findFirst();
        return infusion.orElseThrow(
                        () -> new RejectedInputException("there is no stay or bed " + name))
                .plusMillis(Math.round(wanted * 3_600_000));
    }

    private @Nullable StayId chosen(UnitSnapshot unit) throws RejectedInputException {
        if (screen != ShellViewModel.Screen.BEDSIDE) {
            return null;
        }
        String name = stay != null ? stay : scene != null ? scene.bed() : "1";
        for (StaySnapshot found : unit.stays()) {
            if (found.bed().equals(name) || found.stay().id().value().equals(name)) {
                return found.stay().id();
            }
        }
        throw new RejectedInputException("there is no stay or bed " + name + " at that time");
    }

    /** Reads the value of {@code --state}. */
    static final class SceneConverter implements ITypeConverter<AlarmScene> {
        @Override
        public AlarmScene convert(String value) {
            return AlarmScene.parse(value);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
