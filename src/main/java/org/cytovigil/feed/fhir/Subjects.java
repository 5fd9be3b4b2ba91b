package org.cytovigil.feed.fhir;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.Sha256;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.ledger.Ledger;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Tells whose data a resource is: by its patient and its encounter, at the time of the fact. */
final class Subjects {
    private static final String OTHERS =
            "its patient and its visit number are of different patients";

    private static final int HASH_DIGITS = 12;
    private static final Pattern TOLD_APART = Pattern.compile("Patient/.+~[0-9a-f]{12}");

    private final StayDirectory directory;
    private final References references;

    /** Past cases, which the directory of the unit's own stays does not have. */
    private final Map<StayId, Stay> past = new HashMap<>();

    Subjects(StayDirectory directory, References references, Ledger ledger) {
        this.directory = directory;
        this.references = references;
        ledger.stays().forEach(this::note);
    }

    /** Notes an admission. */
    void note(Stay stay) {
        if (stay.origin() != Stay.Origin.LIVE) {
            past.put(stay.id(), stay);
        }
    }

    /** Whose data it is that has this patient and encounter. */
    StayDirectory.Found whose(
            @Nullable Reference subject,
            @Nullable Reference encounter,
            DomainResource from,
            Instant at) {
        if (subject != null && isNoPatient(subject)) {
            return new StayDirectory.Found.Nobody("its subject is no patient");
        }
        List<String> patient = patient(subject, from);
        String visit = visit(encounter, from);
        if (patient.isEmpty() && visit.isEmpty()) {
            Optional<String> unresolved = unresolved(subject).or(() -> unresolved(encounter));
            if (unresolved.isPresent()) {
                return new StayDirectory.Found.Nobody(unresolved.get());
            }
        }
        if (patient.isEmpty() && subject != null && isOfAnother(subject, encounter, from)) {
            return new StayDirectory.Found.Nobody(OTHERS);
        }
        Stay known = past.get(new StayId(visit));
        if (known == null) {
            boolean other =
                    !patient.isEmpty()
                            && directory
                                    .stay(new StayId(visit))
                                    .map(stay -> stay.patient().recordNumber())
                                    .filter(number -> TOLD_APART.matcher(number).matches())
                                    .filter(number -> !patient.contains(number))
                                    .isPresent();
            if (other) {
                return new StayDirectory.Found.Nobody(OTHERS);
            }
            return directory.find(patient, visit, "", at);
        }
        return patient.isEmpty() || patient.contains(known.patient().recordNumber())
                ? new StayDirectory.Found.Of(known.id())
                : new StayDirectory.Found.Nobody(OTHERS);
    }

    /** What becomes of a resource that is nobody's: of one withdrawn nothing was charted then. */
    static void nobody(String reason, boolean withdrawn, Outcome out) {
        if (withdrawn && reason.equals("unknown patient")) {
            out.ignore("withdrawn, and never charted: " + reason);
        } else {
            out.refuse(reason);
        }
    }

    /** What becomes of an infusion of cells that is withdrawn: only a person takes one back. */
    void infusionWithdrawn(StayId stay, Instant at, Outcome out) {
        Infusion known = stay(stay).orElseThrow().infusion();
        if (known != null && known.at().equals(at)) {
            out.refuse("an infusion of cells entered in error: correct it at the bedside");
        } else {
            out.ignore("withdrawn, and nothing of it is charted");
        }
    }

    /** Why a reference that nothing was found for names nobody; empty when there is none. */
    static Optional<String> unresolved(@Nullable Reference reference) {
        return reference == null || !reference.hasReference()
                ? Optional.empty()
                : Optional.of(
                        "unresolved reference: %s is not in this import"
                                .formatted(reference.getReference()));
    }

    /** Whether the encounter beside it names another patient than it does itself. */
    private boolean isOfAnother(
            Reference subject, @Nullable Reference encounter, DomainResource from) {
        return subject.hasReference()
                && references
                        .find(encounter, from, Encounter.class)
                        .filter(found -> found.getSubject().hasReference())
                        .filter(
                                found ->
                                        !found.getSubject()
                                                .getReference()
                                                .equals(subject.getReference()))
                        .isPresent();
    }

    private static boolean isNoPatient(Reference subject) {
        String type = subject.hasType() ? subject.getType() : "";
        if (!type.isEmpty()) {
            return !type.equals("Patient") && !type.endsWith("/Patient");
        }
        String named = subject.getReferenceElement().getResourceType();
        return named != null && !named.equals("Patient");
    }

    /** Everything that names the patient; empty when nothing does. */
    List<String> patient(@Nullable Reference subject, DomainResource from) {
        if (subject == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        Optional<Patient> patient = references.find(subject, from, Patient.class);
        if (patient.isPresent()) {
            names.addAll(names(patient.get()));
        } else if (subject.hasReference()) {
            add(names, references.lastingName(subject.getReference()));
        }
        if (subject.hasIdentifier()) {
            recordNumbers(List.of(subject.getIdentifier())).forEach(number -> add(names, number));
        }
        if (names.isEmpty() && subject.hasReference() && references.ofServer()) {
            // It names somebody, so that it must not be taken for data without a name.
            names.add(subject.getReference());
        }
        return names;
    }

    /**
     * Record numbers of a patient, and the name at its server. Of a patient of files without a
     * number the name there, with what tells apart those to whom other imports give that name.
     */
    List<String> names(Patient patient) {
        List<String> names = new ArrayList<>();
        recordNumbers(patient.getIdentifier()).forEach(number -> add(names, number));
        if (references.ofServer()) {
            add(names, references.lastingName(patient));
        } else if (names.isEmpty()) {
            String text = SameThing.textOf(patient);
            String name = references.lastingName(patient);
            add(
                    names,
                    name.isEmpty() || name.contains("://")
                            ? name
                            : toldApart(name, text.isEmpty() ? References.scopeOf(patient) : text));
        }
        return names;
    }

    private static String toldApart(String name, String by) {
        return name
                + "~"
                + Sha256.hex(by.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }

    /**
     * Those marked as record numbers, else those of which it is not said what they are. An
     * identifier of an insurer or of a study may be another patient's record number.
     */
    private static List<String> recordNumbers(List<Identifier> identifiers) {
        List<Identifier> present =
                identifiers.stream()
                        .filter(Identifier::hasValue)
                        .filter(one -> one.getUse() != Identifier.IdentifierUse.OLD)
                        .toList();
        List<String> marked =
                present.stream()
                        .filter(one -> Concepts.has(one.getType(), FhirCodes.IDENTIFIER_TYPE, "MR"))
                        .map(Identifier::getValue)
                        .toList();
        return marked.isEmpty()
                ? present.stream().filter(one -> !one.hasType()).map(Identifier::getValue).toList()
                : marked;
    }

    private static void add(List<String> names, String name) {
        String bare = name.strip();
        if (!bare.isEmpty() && !names.contains(bare)) {
            names.add(bare);
        }
    }

    /** The record number: the one marked as such, else the first that may be one. */
    String recordNumber(Patient patient) {
        return names(patient).stream().findFirst().orElse("");
    }

    /** The visit number that a reference to an encounter stands for; empty when it has none. */
    String visit(@Nullable Reference encounter, DomainResource from) {
        if (encounter == null) {
            return "";
        }
        Optional<Encounter> found = references.find(encounter, from, Encounter.class);
        if (found.isPresent()) {
            Encounter part = found.get();
            Optional<Encounter> whole =
                    part.hasPartOf()
                            ? references.find(part.getPartOf(), part, Encounter.class)
                            : Optional.empty();
            // One level is enough for wards within a stay; a ring of references ends here too.
            return visit(whole.orElse(part));
        }
        if (encounter.hasIdentifier() && encounter.getIdentifier().hasValue()) {
            return encounter.getIdentifier().getValue().strip();
        }
        return encounter.hasReference() ? references.lastingName(encounter.getReference()) : "";
    }

    /** The visit number of an encounter: the one marked as such, else the first, else its name. */
    String visit(Encounter encounter) {
        return encounter.getIdentifier().stream()
                .filter(
                        identifier ->
                                identifier.hasValue()
                                        && Concepts.has(
                                                identifier.getType(),
                                                FhirCodes.IDENTIFIER_TYPE,
                                                "VN"))
                .findFirst()
                .or(
                        () ->
                                encounter.getIdentifier().stream()
                                        .filter(Identifier::hasValue)
                                        .findFirst())
                .map(identifier -> identifier.getValue().strip())
                .orElseGet(() -> named(encounter));
    }

    /** The name of an encounter without a number; another when that is a stay of another import. */
    private String named(Encounter encounter) {
        String name = references.lastingName(encounter);
        if (references.ofServer() || name.isEmpty() || name.contains("://")) {
            return name;
        }
        List<String> patient = patient(encounter.getSubject(), encounter);
        String other =
                toldApart(name, String.join("|", patient) + "|" + SameThing.textOf(encounter));
        if (stay(new StayId(other)).isPresent()) {
            return other;
        }
        return stay(new StayId(name))
                        .map(known -> patient.contains(known.patient().recordNumber()))
                        .orElse(!references.isShared(name))
                ? name
                : other;
    }

    /** A stay as known now; empty for an unknown one. */
    Optional<Stay> stay(StayId id) {
        return directory.stay(id).or(() -> Optional.ofNullable(past.get(id)));
    }

    /** Whether a time cannot have been yet; past cases keep the shifted times they came with. */
    boolean isAhead(StayId id, Instant at, Instant now) {
        return !past.containsKey(id) && FhirTime.isAhead(at, now);
    }

    StayDirectory directory() {
        return directory;
    }

    References references() {
        return references;
    }
}
