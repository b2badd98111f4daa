package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class PublishedApiTests {

    /** The document that the client's types are generated from. */
    private static final Path KEPT = Path.of("../web/src/lib/api/openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    void isTheOneTheClientIsBuiltFrom() throws IOException {
        String published =
                sorted(TestServer.nobody().get("/api/v1/openapi.json").body());
        Path fresh = Path.of("target", "openapi.json");
        Files.writeString(fresh, published);

        assertThat(Files.readString(KEPT))
                .as("The API changed: copy server/%s to %s, run `npm run generate` in web/", fresh, KEPT.normalize())
                .isEqualTo(published);
    }

    @Test
    void holdsEveryRouteUnderAnIdOfItsOwn() {
        Map<String, Long> ids = operations().stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.path("operationId").asString(), TreeMap::new, Collectors.counting()));
        long routes = TestServer.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(route -> route.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/") && !path.startsWith("/api/v1/openapi"))
                .count();

        assertThat(ids)
                .doesNotContainKey("")
                .allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
        assertThat(ids.keySet()).hasSize((int) routes).noneMatch(id -> id.contains("_"));
    }

    @Test
    void saysOfEveryOperationWhoMayCallAndHowItFails() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("description").asString()).isNotBlank();
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asString())
                    .endsWith("/ProblemDocument");
        });
    }

    @Test
    void offersTheIdempotencyKeyWhereAnAccountChangesSomething() {
        JsonNode paths = TestServer.nobody().get("/api/v1/openapi.json").json().path("paths");
        JsonNode appointments = paths.path("/api/v1/clinics/{clinicId}/appointments");

        assertThat(appointments.path("post").path("parameters").toString()).contains("parameters/IdempotencyKey");
        assertThat(appointments.path("get").path("parameters").toString()).doesNotContain("IdempotencyKey");
        assertThat(paths.path("/api/v1/visits/{token}/join").toString()).doesNotContain("IdempotencyKey");
    }

    private static List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        TestServer.nobody()
                .get("/api/v1/openapi.json")
                .json()
                .path("paths")
                .forEach(path -> path.forEach(operations::add));
        return operations;
    }

    /** The document with its keys in order and without the address it was asked at. */
    private static String sorted(String document) {
        Map<?, ?> content = JSON.readValue(document, Map.class);
        content.remove("servers");
        return JSON.writeValueAsString(content) + "\n";
    }
}
