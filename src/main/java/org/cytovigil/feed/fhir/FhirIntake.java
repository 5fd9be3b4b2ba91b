package org.cytovigil.feed.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytovigil.feed.Sha256;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.Unforeseen;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Takes in FHIR R4 resources. Each is kept by itself and durable once this returns: as entries, in
 * the quarantine with the reason, or known to be of no use; never guessed and never dropped. The
 * same resource in the same version is kept once, however often it comes. One thread only.
 */
// [impl->req~feed.fhir~1]
public final class FhirIntake implements AutoCloseable {
    /** They describe things, people and places, and chart nothing of a patient. */
    private static final Set<String> DESCRIBE =
            Set.of(
                    "Device",
                    "DeviceDefinition",
                    "DeviceMetric",
                    "Location",
                    "Medication",
                    "OperationOutcome",
                    "Organization",
                    "Practitioner",
                    "PractitionerRole",
                    "Provenance");

    private final Intake intake;
    private final InstantSource clock;
    private final String source;
    private final boolean fromServer;
    private final StayDirectory directory;
    private final References references;
    private final Revisions revisions;
    private final @Nullable Superseded superseded;
    private final AdmissionReader admissions;
    private final ObservationReader observations;
    private final MedicationReader medications;
    private final ProcedureReader procedures;

    /**
     * Takes resources in from now on.
     *
     * @param intake keeps what they say
     * @param ledger the same store, read to find stays and what is corrected; when it has a
     *     quarantine, what waits there of earlier versions is settled by later ones
     * @param table what codes mean
     * @param clock when resources arrive
     * @param base the address of the server they are of, without a slash at its end; empty for
     *     files
     * @param server asks it for a resource that others refer to
     */
    public FhirIntake(
            Intake intake,
            Ledger ledger,
            CodeTable table,
            InstantSource clock,
            String base,
            Function<String, Optional<Resource>> server) {
        this.intake = intake;
        this.clock = clock;
        this.source = base.isEmpty() ? "FHIR files" : base;
        this.fromServer = !base.isEmpty();
        this.directory = new StayDirectory(ledger);
        this.references = new References(base, server);
        this.revisions = new Revisions(ledger, fromServer, new History(server, this::earlier));
        this.superseded =
                ledger instanceof Quarantine quarantine ? new Superseded(quarantine) : null;
        Subjects subjects = new Subjects(directory, references, ledger);
        this.admissions = new AdmissionReader(subjects);
        this.observations = new ObservationReader(table, subjects, revisions);
        this.medications =
                new MedicationReader(
                        table, subjects, revisions, new Administrations(ledger, revisions));
        this.procedures = new ProcedureReader(table, subjects, revisions);
    }

    /** For files. */
    public FhirIntake(Intake intake, Ledger ledger, CodeTable table, InstantSource clock) {
        this(intake, ledger, table, clock, "", reference -> Optional.empty());
    }

    /**
     * Takes resources that came together, admissions before what they are for.
     *
     * @return what became of each, in the order of the resources
     * @throws LedgerException when the store fails; what was kept before is kept
     */
    public List<Outcome> take(List<FhirItem> items) {
        references.add(items);
        List<Outcome> outcomes = new ArrayList<>();
        items.forEach(item -> outcomes.add(new Outcome(fromServer ? item.ofServer() : item)));
        outcomes.stream()
                .sorted(
                        // A history has the latest version first.
                        Comparator.comparingInt(
                                        (Outcome outcome) -> rank(outcome.item().resource()))
                                .thenComparingLong(outcome -> outcome.item().versionNumber()))
                .forEach(this::take);
        return outcomes;
    }

    /** Ends an import of files: what it named so says nothing of what the next one does. */
    void forget() {
        if (!fromServer) {
            references.forget();
            revisions.forget();
        }
    }

    private static int rank(@Nullable Resource resource) {
        return switch (resource) {
            case Encounter encounter -> encounter.hasPartOf() ? 1 : 0;
            case Patient patient -> 2;
            case Procedure procedure -> 3;
            case null -> 4;
            default -> 4;
        };
    }

    private void take(Outcome out) {
        Instant now = clock.instant();
        if (revisions.isOlder(out.item())) {
            out.ignore("a later version of it came before");
            return;
        }
        List<Charted> facts = read(out, now);
        try {
            keep(out, now);
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            refuse(out, e);
            facts = List.of();
            keep(out, now);
        }
        out.kept();
        if (superseded != null) {
            superseded.settle(out.item(), now);
            if (!out.refused().isEmpty()) {
                superseded.refused(out.item());
            }
            if (!fromServer && out.refused().stream().noneMatch(Superseded::isUnresolved)) {
                superseded.resolved(out.item(), now);
            }
        }
        if (!facts.isEmpty() || out.refused().isEmpty()) {
            // What cannot be read does not undo what was charted before.
            revisions.remember(out.item(), facts);
        }
    }

    /**
     * Reads a resource without keeping anything. What goes wrong with one is the reason why it
     * waits, and stops no other.
     *
     * @throws ServerFailed when the server failed, so that it is to be asked again
     * @throws LedgerException when the store failed
     */
    List<Charted> read(Outcome out, Instant now) {
        try {
            return facts(out, now);
        } catch (UnresolvedReference e) {
            out.refuseWhole(e.reason());
        } catch (ServerFailed | LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            refuse(out, e);
        }
        return List.of();
    }

    /** What an earlier version was charted as when it came. */
    private List<Charted> earlier(FhirItem item) {
        return facts(new Outcome(item), clock.instant());
    }

    private static void refuse(Outcome out, RuntimeException problem) {
        Unforeseen.log(FhirIntake.class, "a resource was not read", problem);
        out.refuseWhole(
                "unreadable: an unforeseen fault (%s)"
                        .formatted(problem.getClass().getSimpleName()));
    }

    private List<Charted> facts(Outcome out, Instant now) {
        FhirItem item = out.item();
        if (item.resource() == null) {
            out.refuse(item.fault());
            return List.of();
        }
        Author author = author(item);
        return switch (item.resource()) {
            case Observation observation -> observations.read(observation, author, now, out);
            case MedicationAdministration given -> medications.read(given, author, now, out);
            case Procedure procedure -> procedures.read(procedure, author, now, out);
            case Encounter encounter -> {
                admissions.read(encounter, author, now, out);
                yield List.of();
            }
            case Patient patient -> {
                admissions.read(patient, author, now, out);
                yield List.of();
            }
            case Resource other -> {
                if (DESCRIBE.contains(other.fhirType())) {
                    out.ignore("a %s charts nothing of a patient".formatted(other.fhirType()));
                } else {
                    out.refuse("resources of type %s are not read".formatted(other.fhirType()));
                }
                yield List.of();
            }
        };
    }

    /**
     * A server passes on what people charted, often late: only what names its device tells by its
     * time how that device's clock goes.
     */
    private Author author(FhirItem item) {
        String device =
                fromServer
                                && item.resource() instanceof Observation observation
                                && observation.hasDevice()
                        ? named(observation.getDevice())
                        : "";
        return device.isEmpty()
                ? new Author(Author.Kind.IMPORT, item.source())
                : new Author(Author.Kind.DEVICE, device);
    }

    private static String named(Reference device) {
        return Stream.of(
                        device.getDisplay(),
                        device.getReference(),
                        device.hasIdentifier() ? device.getIdentifier().getValue() : "")
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Keeps what came of a resource; one that nothing came of needs no receipt. */
    private void keep(Outcome out, Instant now) {
        if (out.entries().isEmpty() && out.refused().isEmpty()) {
            return;
        }
        FhirItem item = out.item();
        List<Quarantine.Item> items = items(out, now);
        // What was refused, if only in part, may be accepted when it comes again: the patient is
        // here then, or the
        // mapping is mended.
        String said = item.raw() + String.join("\n", out.refused()) + stays(out) + turn(out, now);
        String digest = Sha256.hex(said.getBytes(StandardCharsets.UTF_8));
        String id = item.version().isEmpty() ? item.name() : item.name() + "/" + item.version();
        boolean fresh =
                intake.take(new Batch(out.entries(), items, new Receipt(source, id, digest, now)));
        if (!fresh) {
            out.repeat();
        }
    }

    private static List<Quarantine.Item> items(Outcome out, Instant now) {
        FhirItem item = out.item();
        return out.refused().stream()
                .map(
                        reason ->
                                new Quarantine.Item(
                                        now, item.source(), item.number(), reason, item.raw()))
                .toList();
    }

    /** A change of what a stay is now is news, though the same was said before the last one. */
    private static String turn(Outcome out, Instant now) {
        boolean turns =
                out.entries().stream()
                        .anyMatch(
                                entry ->
                                        entry.learned().equals(now)
                                                && entry.at().equals(now)
                                                && turns(entry.event()));
        return turns ? "\n" + now : "";
    }

    private static boolean turns(Entry.Event event) {
        return event instanceof Entry.Admitted
                || event instanceof Entry.AdmissionCancelled
                || event instanceof Entry.DischargeCancelled
                || event instanceof Entry.PatientIdentified;
    }

    /** In files of two hospitals the same text may be of two patients. */
    private String stays(Outcome out) {
        return fromServer
                ? ""
                : out.entries().stream()
                        .map(entry -> "\n" + entry.stay().value())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining());
    }

    @Override
    public void close() {
        directory.close();
    }
}
