package org.cytovigil.feed.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Finds what a resource refers to: beside it, inside it, or at its server. */
final class References {
    /** More patients and encounters than a unit has in months; the eldest are asked for again. */
    private static final int KEPT = 10_000;

    private static final Set<String> REFERRED_TO = Set.of("Patient", "Encounter", "Medication");

    private static final String AMBIGUOUS =
            "ambiguous reference: different resources have the name it refers to";

    /** What a server is asked for; a search or a path in its place could answer anything. */
    private static final Pattern TYPE_AND_ID = Pattern.compile("[A-Za-z]+/[A-Za-z0-9.\\-]{1,64}");

    private final String base;
    private final Function<String, Optional<Resource>> server;

    /** By name or address, and by the bundle in which it came. */
    private final Map<String, Map<String, Resource>> known =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, Map<String, Resource>> eldest) {
                    // Files are all at hand, and what is forgotten cannot be asked for.
                    return !References.this.base.isEmpty() && size() > KEPT;
                }
            };

    /** Two things of one name in one bundle, or in one folder of single resources. */
    private final Set<Place> ambiguous = new HashSet<>();

    /** Patients of whom files have only the encounter, so that its bundle names one alike. */
    private final Map<Place, Patient> unseen = new HashMap<>();

    private record Place(String key, String scope) {}

    /** Where a resource came from, carried by the resource itself. */
    private record Origin(String scope, String base) {
        private static final String KEY = Origin.class.getName();
        private static final Origin NONE = new Origin("", "");

        static Origin of(@Nullable Resource resource) {
            return resource != null && resource.getUserData(KEY) instanceof Origin origin
                    ? origin
                    : NONE;
        }
    }

    /**
     * References of one source.
     *
     * @param base the address of the server, without a slash at its end; empty for files
     * @param server asks it for a resource by type and id
     */
    References(String base, Function<String, Optional<Resource>> server) {
        this.base = base;
        this.server = server;
    }

    /** Whether they are those of a server, whose names last. */
    boolean ofServer() {
        return !base.isEmpty();
    }

    /** Notes what others may refer to. */
    void add(List<FhirItem> items) {
        for (FhirItem item : items) {
            Resource resource = item.resource();
            if (resource == null) {
                continue;
            }
            // The names of one server are its own; those of files count in their bundle.
            String scope = base.isEmpty() ? item.scope() : "";
            resource.setUserData(Origin.KEY, new Origin(scope, baseOf(item)));
            if (!REFERRED_TO.contains(resource.fhirType())) {
                continue;
            }
            if (!item.fullUrl().isEmpty()) {
                put(item.fullUrl(), scope, resource);
            }
            if (!resource.getIdElement().isEmpty() && !item.name().equals(item.fullUrl())) {
                put(item.name(), scope, resource);
            }
        }
        if (base.isEmpty()) {
            items.stream().map(FhirItem::resource).forEach(this::addSubject);
        }
    }

    private void addSubject(@Nullable Resource resource) {
        if (!(resource instanceof Encounter encounter) || !encounter.getSubject().hasReference()) {
            return;
        }
        String name = encounter.getSubject().getReference();
        Origin origin = Origin.of(encounter);
        if (!name.matches("Patient/[^/]+")) {
            return;
        }
        Patient patient = new Patient();
        patient.setId(name);
        patient.setUserData(Origin.KEY, origin);
        patient.setUserData(SameThing.ONLY_BY, SameThing.textOf(encounter));
        unseen.putIfAbsent(new Place(name, origin.scope()), patient);
    }

    /** Forgets what files brought: the names in one import say nothing of those in another. */
    void forget() {
        if (base.isEmpty()) {
            known.clear();
            ambiguous.clear();
            unseen.clear();
        }
    }

    private void put(String key, String scope, Resource resource) {
        Resource before =
                known.computeIfAbsent(key, name -> new LinkedHashMap<>()).put(scope, resource);
        if (base.isEmpty() && before != null && !SameThing.is(before, resource)) {
            ambiguous.add(new Place(key, scope));
        }
    }

    /** The address under which its server has the resource; empty when it is not told. */
    private static String baseOf(FhirItem item) {
        String end = "/" + item.name();
        return item.fullUrl().startsWith("http") && item.fullUrl().endsWith(end)
                ? item.fullUrl().substring(0, item.fullUrl().length() - end.length())
                : "";
    }

    /**
     * The resource itself; empty when it is nowhere to be found.
     *
     * @throws UnresolvedReference when it can be more than one, or its server does not give it
     */
    <T extends Resource> Optional<T> find(
            @Nullable Reference reference, @Nullable DomainResource from, Class<T> type) {
        if (reference == null || !reference.hasReference()) {
            return Optional.empty();
        }
        String text = reference.getReference();
        if (text.startsWith("#")) {
            return from == null
                    ? Optional.empty()
                    : from.getContained().stream()
                            .filter(one -> idOf(one).equals(text.substring(1)))
                            .filter(type::isInstance)
                            .map(type::cast)
                            .findFirst();
        }
        String relative = relative(text);
        Resource found = beside(text, relative, Origin.of(from));
        if (found == null && !base.isEmpty() && TYPE_AND_ID.matcher(relative).matches()) {
            Optional<Resource> asked = server.apply(relative);
            asked.ifPresent(resource -> put(relative, "", resource));
            found = asked.orElse(null);
        }
        if (found == null) {
            found = unseen.get(new Place(relative, Origin.of(from).scope()));
        }
        return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
    }

    private @Nullable Resource beside(String text, String relative, Origin from) {
        List<String> keys =
                from.base().isEmpty() || text.contains("://")
                        ? List.of(text, relative)
                        : List.of(from.base() + "/" + relative, relative);
        for (String key : keys) {
            Resource found = only(key, from.scope());
            if (found != null && mayMean(key, from, found)) {
                return found;
            }
        }
        for (String key : keys) {
            Resource found = only(key, from);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Resource only(String key, String scope) {
        if (ambiguous.contains(new Place(key, scope))) {
            throw new UnresolvedReference(AMBIGUOUS);
        }
        return known.getOrDefault(key, Map.of()).get(scope);
    }

    /** What came elsewhere, when that is one thing. */
    private @Nullable Resource only(String key, Origin from) {
        Resource found = null;
        for (String scope : known.getOrDefault(key, Map.of()).keySet()) {
            Resource one = only(key, scope);
            if (one == null || !mayMean(key, from, one)) {
                continue;
            }
            if (found != null && !SameThing.is(found, one)) {
                throw new UnresolvedReference(AMBIGUOUS);
            }
            found = one;
        }
        return found;
    }

    /** A name without an address means nothing of another server than that of who says it. */
    private static boolean mayMean(String key, Origin from, Resource found) {
        String address = Origin.of(found).base();
        return key.contains("://")
                || from.base().isEmpty()
                || address.isEmpty()
                || address.equals(from.base());
    }

    /** Whether different resources of this import have that name. */
    boolean isShared(String key) {
        List<Resource> all = List.copyOf(known.getOrDefault(key, Map.of()).values());
        return all.stream().anyMatch(one -> !SameThing.is(all.getFirst(), one));
    }

    private static String idOf(Resource contained) {
        String id = contained.getId();
        return id == null ? "" : id.startsWith("#") ? id.substring(1) : id;
    }

    /** Without server and version: {@code Patient/7}. */
    private String relative(String text) {
        String local =
                !base.isEmpty() && text.startsWith(base + "/")
                        ? text.substring(base.length() + 1)
                        : text;
        int history = local.indexOf("/_history/");
        return history < 0 ? local : local.substring(0, history);
    }

    /**
     * Names a resource for as long as its server does, so that it is known again when only the
     * reference comes; empty for one that nothing outside its bundle, or outside an import of
     * files, can refer to.
     */
    String lastingName(String reference) {
        if (reference.isEmpty() || reference.startsWith("#") || reference.startsWith("urn:")) {
            return "";
        }
        String relative = relative(reference);
        return relative.contains("://") ? relative : base.isEmpty() ? "" : base + "/" + relative;
    }

    /**
     * The same for a resource at hand. Of one in files without an address it is the name that it
     * has there, which other imports may give to other things; empty when it has none.
     */
    String lastingName(Resource resource) {
        IdType id = resource.getIdElement();
        if (id.getIdPart() == null || id.getIdPart().startsWith("urn:")) {
            return "";
        }
        String name = resource.fhirType() + "/" + id.getIdPart();
        if (!base.isEmpty()) {
            return lastingName(name);
        }
        String address = Origin.of(resource).base();
        return !address.isEmpty() && isShared(name) ? address + "/" + name : name;
    }

    /** The bundle of a file in which a resource came; empty for one that came alone. */
    static String scopeOf(Resource resource) {
        return Origin.of(resource).scope();
    }
}
