package org.cytovigil.feed.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A FHIR server, asked over HTTP. It is only read from. */
final class FhirServer implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final String base;
    private final @Nullable String token;

    /**
     * @param base its address, without a slash at the end
     * @param token what proves that we may ask, or {@code null}
     */
    FhirServer(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
        // Redirects are not followed: they would carry the token elsewhere.
        this.client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
    }

    String base() {
        return base;
    }

    /** The version of FHIR that it speaks. */
    String version() throws FhirServerException, InterruptedException {
        return FhirText.version(body(get(base + "/metadata"), "metadata"));
    }

    /** A page of a search, by its whole address. */
    FhirText.Page page(String address) throws FhirServerException, InterruptedException {
        if (!address.startsWith(base + "/") && !address.startsWith(base + "?")) {
            throw new FhirServerException("the next page is said to be at another server");
        }
        return FhirText.page(body(get(address), "search"), base);
    }

    /**
     * One resource by type and id; empty when the answer is none.
     *
     * @throws UnresolvedReference when the server does not give it, whenever it is asked
     */
    Optional<Resource> resource(String reference) throws FhirServerException, InterruptedException {
        HttpResponse<InputStream> response = get(base + "/" + reference);
        int status = response.statusCode();
        boolean later = status >= SERVER_ERROR || status == TIMED_OUT || status == TOO_MANY;
        if (status != OK && !later) {
            discard(response);
            throw new UnresolvedReference(
                    "the %s that it refers to is not to be had: the server answered %d"
                            .formatted(reference.replaceAll("/.*", ""), status));
        }
        List<FhirItem> items = FhirText.read(body(response, reference), base);
        return Optional.ofNullable(items.getFirst().resource());
    }

    private HttpResponse<InputStream> get(String address)
            throws FhirServerException, InterruptedException {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(TO_ANSWER)
                            .header("Accept", "application/fhir+json")
                            .GET();
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new FhirServerException(
                    "it does not answer (%s)".formatted(e.getClass().getSimpleName()));
        } catch (IllegalArgumentException e) {
            throw new FhirServerException("no address: " + e.getMessage());
        }
    }

    private static byte[] body(HttpResponse<InputStream> response, String what)
            throws FhirServerException {
        try (InputStream stream = response.body()) {
            byte[] bytes = stream.readNBytes((int) FhirText.LONGEST + 1);
            if (response.statusCode() != OK) {
                throw new FhirServerException(
                        "it answered %d to %s"
                                .formatted(response.statusCode(), what.replaceAll("/.*", "")));
            }
            if (bytes.length > FhirText.LONGEST) {
                throw new FhirServerException("an answer is too long");
            }
            return bytes;
        } catch (IOException e) {
            throw new FhirServerException("its answer broke off");
        }
    }

    private static void discard(HttpResponse<InputStream> response) throws FhirServerException {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new FhirServerException("its answer broke off");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
