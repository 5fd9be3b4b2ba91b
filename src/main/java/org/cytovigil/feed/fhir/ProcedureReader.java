package org.cytovigil.feed.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenDevices;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.Code;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;

/** Reads procedures: the infusion of cells, and ventilation. */
final class ProcedureReader {
    /** Artificial ventilation, and ventilation by positive pressure: with a mask or a tube. */
    private static final Set<String> VENTILATION = Set.of("40617009", "1149092001");

    private final Concepts concepts;
    private final CodeTable table;
    private final CodeTable.Match.Found deviceWord;
    private final Subjects subjects;
    private final Revisions revisions;

    ProcedureReader(CodeTable table, Subjects subjects, Revisions revisions) {
        this.concepts = new Concepts(table);
        this.table = table;
        this.subjects = subjects;
        this.revisions = revisions;
        this.deviceWord =
                switch (table.match(
                        List.of(new Code("107117-4", "oxygen device", FhirCodes.LOINC)))) {
                    case CodeTable.Match.Found found -> found;
                    case CodeTable.Match.Unknown(String reason) ->
                            throw new IllegalStateException(reason);
                };
    }

    /** Reads one; returns the facts that it is charted as from now on. */
    List<Charted> read(Procedure procedure, Author author, Instant now, Outcome out) {
        Procedure.ProcedureStatus status = procedure.getStatus();
        boolean withdrawn =
                status == Procedure.ProcedureStatus.ENTEREDINERROR
                        || status == Procedure.ProcedureStatus.NOTDONE;
        if (withdrawn && revisions.takeBack(author, now, out)) {
            return List.of();
        }
        Optional<String> cells = cells(procedure);
        boolean ventilation =
                isVentilation(procedure.getCode()) || isVentilation(procedure.getCategory());
        if (cells.isEmpty() && !ventilation) {
            if (withdrawn) {
                out.ignore("withdrawn, and never charted");
                return List.of();
            }
            out.refuse(
                    concepts.meaning(procedure.getCode())
                                    instanceof Concepts.Meaning.Unknown(String reason)
                            ? reason
                            : "a procedure that is not read: "
                                    + Concepts.shown(procedure.getCode()));
            return List.of();
        }
        if (status == Procedure.ProcedureStatus.PREPARATION
                || (status == Procedure.ProcedureStatus.NOTDONE && !procedure.hasPerformed())) {
            out.ignore("not done, or not yet");
            return List.of();
        }
        if (!withdrawn
                && status != Procedure.ProcedureStatus.COMPLETED
                && status != Procedure.ProcedureStatus.INPROGRESS
                && status != Procedure.ProcedureStatus.STOPPED) {
            out.refuse(
                    "the status '%s' is not accepted"
                            .formatted(status == null ? "" : status.toCode()));
            return List.of();
        }
        Instant at;
        try {
            at =
                    procedure.getPerformed() instanceof Period period
                            ? FhirTime.start(period)
                            : FhirTime.of(
                                    procedure.getPerformed() instanceof BaseDateTimeType time
                                            ? time
                                            : null);
        } catch (FhirTime.NoTimeException e) {
            out.refuse(e.reason());
            return List.of();
        }
        StayDirectory.Found found =
                subjects.whose(
                        procedure.hasSubject() ? procedure.getSubject() : null,
                        procedure.hasEncounter() ? procedure.getEncounter() : null,
                        procedure,
                        at);
        return switch (found) {
            case StayDirectory.Found.Nobody(String reason) -> {
                Subjects.nobody(reason, withdrawn, out);
                yield List.of();
            }
            case StayDirectory.Found.Of(StayId stay) -> {
                if (!withdrawn && subjects.isAhead(stay, at, now)) {
                    out.refuse(FhirTime.AHEAD);
                    yield List.of();
                }
                if (cells.isPresent()) {
                    infused(stay, at, cells.get(), withdrawn, author, now, out);
                    yield List.of();
                }
                yield ventilated(procedure, stay, at, withdrawn, author, now, out);
            }
        };
    }

    private static boolean isVentilation(CodeableConcept concept) {
        return concept.getCoding().stream()
                .anyMatch(
                        coding ->
                                FhirCodes.SNOMED.equals(coding.getSystem())
                                        && VENTILATION.contains(String.valueOf(coding.getCode())));
    }

    /** The product, when the procedure is the infusion of CAR-T cells. */
    private Optional<String> cells(Procedure procedure) {
        boolean infusion =
                concepts.meaning(procedure.getCode()) instanceof Concepts.Meaning.Known known
                        && known.target() instanceof Target.Text(Target.TextKind kind)
                        && kind == Target.TextKind.CELL_INFUSION;
        return infusion
                ? Optional.of(
                        procedure.getUsedCode().stream()
                                .map(Concepts::shown)
                                .findFirst()
                                .orElse("not stated"))
                : Optional.empty();
    }

    private void infused(
            StayId stay,
            Instant at,
            String product,
            boolean withdrawn,
            Author author,
            Instant now,
            Outcome out) {
        if (withdrawn) {
            subjects.infusionWithdrawn(stay, at, out);
            return;
        }
        out.accept(
                new Entry(
                        stay,
                        at,
                        now,
                        author,
                        new Entry.InfusionCharted(new Infusion(product, at))));
    }

    private List<Charted> ventilated(
            Procedure procedure,
            StayId stay,
            Instant at,
            boolean withdrawn,
            Author author,
            Instant now,
            Outcome out) {
        List<String> names = List.copyOf(Concepts.names(procedure.getCode()));
        String name = names.isEmpty() ? "ventilation" : names.getFirst();
        Optional<OxygenSupport> known =
                table.read(deviceWord, List.of(), names.isEmpty() ? List.of(name) : names)
                                instanceof Mapped.Device device
                        ? OxygenDevices.named(
                                device.device() == null ? "" : device.device(), null, null)
                        : Optional.empty();
        Charted fact =
                new Charted(
                        stay,
                        at,
                        new Observation.OxygenDevice(
                                known.orElseGet(
                                        () -> new OxygenSupport.Unrecognised(name, null, null))));
        if (withdrawn) {
            revisions.withdraw(
                    List.of(fact),
                    stay,
                    at,
                    Observation.OxygenDevice.class::isInstance,
                    author,
                    now,
                    out);
            return List.of();
        }
        revisions.chart(List.of(fact), CodeTable.Handling.ACCEPT, author, now, out);
        if (known.isEmpty()) {
            out.refuse(
                    "with a tube or a mask? '%s' is not in the table: it ends the device before it"
                            .formatted(name));
        }
        if (procedure.getPerformed() instanceof Period period && period.hasEnd()) {
            out.refuse("it has ended; which oxygen device followed is not told");
        }
        return List.of(fact);
    }
}
