package org.cytovigil.feed.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Finds what a resource refers to: beside it, inside it, or at its server. */
final class References {
    /** More patients and encounters than a unit has in months; the eldest are asked for again. */
    private static final int KEPT = 10_000;

    private final String base;
    private final Function<String, Optional<Resource>> server;

    private final Map<String, Resource> known =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Resource> eldest) {
                    return size() > KEPT;
                }
            };

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

    /** Notes what others may refer to. */
    void add(List<FhirItem> items) {
        for (FhirItem item : items) {
            Resource resource = item.resource();
            if (resource == null) {
                continue;
            }
            if (!item.fullUrl().isEmpty()) {
                known.put(item.fullUrl(), resource);
            }
            if (!resource.getIdElement().isEmpty()) {
                known.put(item.name(), resource);
            }
        }
    }

    /** The resource itself; empty when it is nowhere to be found. */
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
        Resource found = known.containsKey(text) ? known.get(text) : known.get(relative);
        if (found == null && !base.isEmpty() && !relative.contains(":")) {
            Optional<Resource> asked = server.apply(relative);
            asked.ifPresent(resource -> known.put(relative, resource));
            found = asked.orElse(null);
        }
        return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
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
     * reference comes; empty for one that nothing outside its bundle can refer to.
     */
    String lastingName(String reference) {
        if (reference.isEmpty() || reference.startsWith("#") || reference.startsWith("urn:")) {
            return "";
        }
        String relative = relative(reference);
        return base.isEmpty() || relative.contains("://") ? relative : base + "/" + relative;
    }

    /** The same for a resource at hand. */
    String lastingName(Resource resource) {
        IdType id = resource.getIdElement();
        return id.getIdPart() == null || id.getIdPart().startsWith("urn:")
                ? ""
                : lastingName(resource.fhirType() + "/" + id.getIdPart());
    }
}
