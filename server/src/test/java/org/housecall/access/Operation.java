package org.housecall.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.housecall.TestServer;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the published API.
 *
 * @param path with its variables in braces
 * @param queries the names of its query parameters
 */
record Operation(String id, String method, String path, List<String> queries) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");

    /** The tasks of a guide, the texts, pages and papers of a submission: the same words in every clinic, and nobody's. */
    private static final String OUR_OWN_WORDS = "guide/\\{kind}/steps/\\{step}/tasks/\\{task}|texts/\\{id}"
            + "|pages/\\{page}(/versions/\\{number})?|documents/\\{document}|pictures/\\{picture}";

    static List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        JsonNode paths = TestServer.nobody().get("/api/v1/openapi.json").json().path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(of(path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private static Operation of(String path, String method, JsonNode operation) {
        List<String> queries = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
        return new Operation(operation.path("operationId").asString(), method.toUpperCase(Locale.ROOT), path, queries);
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean isOfClinic() {
        return path.contains("{clinicId}");
    }

    /** Whether the route names a thing, in a clinic or outside. */
    boolean namesThing() {
        return path.replace("{clinicId}", "").replaceAll(OUR_OWN_WORDS, "").contains("{");
    }
}
