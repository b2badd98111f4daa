package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());

    @Test
    void asksForASessionAndSetsTheCsrfCookieWithTheRefusal() {
        Api.Answer answer = TestServer.nobody().get("/api/v1/session");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
    }

    @Test
    void refusesEverythingInAClinicWithoutASession() {
        Api nobody = TestServer.nobody();

        assertThat(nobody.get(clinic.path("patients")).status()).isEqualTo(401);
        assertThat(nobody.post(clinic.path("appointments"), clinic.booking(clinic.start(1, 0)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressAlike() {
        Api nobody = TestServer.nobody();
        nobody.get("/api/v1/session");

        Api.Answer wrong =
                nobody.post("/api/v1/session", Map.of("email", TestServer.ADMIN_EMAIL, "password", "something else"));
        Api.Answer unknown =
                nobody.post("/api/v1/session", Map.of("email", "nobody@example.com", "password", "something else"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
    }

    @Test
    void refusesAnUnsafeRequestWithoutItsCsrfToken() {
        Api administrator = TestServer.administrator();

        Api.Answer answer = administrator.send(
                "POST", "/api/v1/api-tokens", Map.of("name", "forged"), Map.of("X-XSRF-TOKEN", "forged"));

        assertThat(answer.status()).isEqualTo(403);
    }

    /** A browser sends many requests at once: one that changed the session's id would sign the others out. */
    @Test
    void keepsSessionAndCsrfTokenFromOneRequestToTheNext() {
        Api administrator = TestServer.administrator();
        administrator.get("/api/v1/session");

        Api.Answer answer = administrator.get("/api/v1/session");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().allValues("set-cookie"))
                .noneMatch(cookie -> cookie.startsWith("HOUSECALL_SESSION="));
        assertThat(administrator.get("/api/v1/clinics").response().headers().allValues("set-cookie"))
                .isEmpty();
    }

    @Test
    void letsABearerTokenStandInForTheCookie() {
        Api administrator = TestServer.administrator();
        String token = administrator
                .post("/api/v1/api-tokens", Map.of("name", "machine"))
                .text("token");

        Api machine = administrator.withToken(token);

        assertThat(machine.get("/api/v1/session").text("email")).isEqualTo(TestServer.ADMIN_EMAIL);
        assertThat(administrator.withToken(token + "x").get("/api/v1/session").status())
                .isEqualTo(401);
    }

    @Test
    void showsWhenATokenWasLastUsed() {
        Api administrator = TestServer.administrator();
        Api.Answer minted = administrator.post("/api/v1/api-tokens", Map.of("name", "rarely used"));

        assertThat(lastUse(administrator, minted.id())).isEmpty();
        administrator.withToken(minted.text("token")).get("/api/v1/session");

        String first = lastUse(administrator, minted.id());
        assertThat(Instant.parse(first)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        administrator.withToken(minted.text("token")).get("/api/v1/session");
        assertThat(lastUse(administrator, minted.id()))
                .as("within the same minute")
                .isEqualTo(first);
    }

    private static String lastUse(Api account, String tokenId) {
        return account.get("/api/v1/api-tokens")
                .json()
                .path("items")
                .valueStream()
                .filter(token -> token.path("id").asString().equals(tokenId))
                .findFirst()
                .orElseThrow()
                .path("lastUsedAt")
                .asString("");
    }

    @Test
    void answersAnUnknownIdWithNotFound() {
        assertThat(clinic.administrator
                        .get(clinic.path("appointments/" + UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(clinic.administrator.get(clinic.path("appointments/none")).status())
                .isEqualTo(404);
        assertThat(clinic.administrator
                        .get("/api/v1/clinics/" + UUID.randomUUID() + "/patients")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void findsAPermissionAtEveryHandler() {
        var handlers = TestServer.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(handler -> handler.getBeanType().getPackageName().startsWith("org.housecall"))
                .toList();

        assertThat(handlers).hasSizeGreaterThan(20).allMatch(AccessTests::declares);
    }

    @Test
    void refusesAHandlerThatDeclaresNothing() throws NoSuchMethodException {
        var mapping = TestServer.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo route = RequestMappingInfo.paths("/undeclared")
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(route, new Undeclared(), Undeclared.class.getDeclaredMethod("answer"));
        try {
            assertThat(TestServer.administrator().get("/undeclared").status()).isEqualTo(403);
            assertThat(TestServer.nobody().get("/undeclared").status()).isEqualTo(401);
        } finally {
            mapping.unregisterMapping(route);
        }
    }

    /** As one may write it and forget to say who may call. */
    static final class Undeclared {
        @ResponseBody
        String answer() {
            return "let in";
        }
    }

    @Test
    void refusesARouteInAClinicWhoseIdIsNone() {
        for (String none : List.of("1-1-1-1-1", "00000000-0000-0000-0000-000000000000")) {
            Api.Answer answer = clinic.administrator.put("/api/v1/clinics/" + none + "/zoom/app", "{\"oauth\": null}");

            assertThat(answer.status()).as(none).isEqualTo(404);
        }
    }

    @Test
    void publishesItsApi() {
        Api.Answer api = TestServer.nobody().get("/api/v1/openapi.json");

        assertThat(api.status()).isEqualTo(200);
        assertThat(api.text("openapi")).startsWith("3.1");
        assertThat(api.json().path("paths").has("/api/v1/clinics/{clinicId}/appointments"))
                .isTrue();
    }

    private static boolean declares(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Requires.class)
                || handler.hasMethodAnnotation(SignedIn.class)
                || handler.hasMethodAnnotation(Public.class);
    }
}
