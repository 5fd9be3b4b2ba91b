package org.cytovigil.feed.fhir;

import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One resource as it came.
 *
 * @param source the file or server it came from
 * @param number its place there, counted from 1
 * @param fullUrl its address; empty when none was given
 * @param resource as read, or {@code null} when it could not be
 * @param fault why it could not be read; empty when it could
 * @param raw its own text as JSON
 * @param scope the bundle within which names hold; empty for a resource that came alone
 */
public record FhirItem(
        String source,
        int number,
        String fullUrl,
        @Nullable Resource resource,
        String fault,
        String raw,
        String scope) {

    /** Type and id, for instance {@code Patient/7}; of one without an id the type alone. */
    String name() {
        if (resource == null) {
            return "";
        }
        String id = resource.getIdElement().getIdPart();
        return id == null ? resource.fhirType() : resource.fhirType() + "/" + id;
    }

    /** The same for a server, whose names hold in all its answers. */
    FhirItem ofServer() {
        return scope.isEmpty()
                ? this
                : new FhirItem(source, number, fullUrl, resource, fault, raw, "");
    }

    /** The version that its server gave it; empty when there is none. */
    String version() {
        String version = resource == null ? null : resource.getMeta().getVersionId();
        return version == null ? "" : version;
    }

    /** The version as a number, by which earlier ones are told from later; 0 for none. */
    long versionNumber() {
        return version().matches("\\d{1,18}") ? Long.parseLong(version()) : 0;
    }
}
