package org.housecall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.annotation.HttpExchange;

/** What is asked for at Zoom is what is used, and all that is used is asked for. */
class ScopeTests {

    @Test
    void declaresAScopeForEveryCallThatTheInterfaceHas() {
        assertThat(Arrays.stream(ZoomApi.class.getDeclaredMethods()).map(ScopeTests::operation))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ZoomCall.values())
                        .map(ZoomCall::operation)
                        .toList());
    }

    @Test
    void asksForNoScopeThatNothingUses() {
        Set<Scope> used = Stream.concat(
                        Arrays.stream(ZoomCall.values()).map(ZoomCall::scope),
                        Arrays.stream(ZoomEvent.Kind.values())
                                .map(ZoomEvent.Kind::scope)
                                .filter(Objects::nonNull))
                .collect(Collectors.toSet());

        assertThat(EnumSet.allOf(Scope.class)).isEqualTo(used);
    }

    @Test
    void listsWhatAnAppAsksForByWhatItsClinicWants() {
        assertThat(app(false, false).scopes()).isEqualTo(Scope.required());
        assertThat(app(true, false).scopes()).hasSize(6).contains(Scope.SEE_WAITING);
        assertThat(app(false, true).scopes()).hasSize(6).contains(Scope.LIST_MEETINGS);
        assertThat(app(true, true).scopes()).containsExactly(Scope.values());
    }

    /** The sandbox has Zoom's table of scopes a second time. */
    @ParameterizedTest
    @EnumSource(ZoomCall.class)
    void needsTheDeclaredScopeAndNoOther(ZoomCall call) {
        ZoomClinic zoom = new ZoomClinic();
        String account = zoom.addServerToServerApp();
        String user = Sandbox.control("PUT", "users/host-" + zoom.unique + "@example.com", Map.of("accountId", account))
                .path("id")
                .asString();
        UUID app = ZoomApp.idOf(UUID.fromString(zoom.clinic.id), ZoomApp.Kind.SERVER_TO_SERVER);

        grant(zoom, List.of(call.scope()));
        assertThat(answer(call, app, user)).isNotInstanceOf(ZoomAnswer.ScopesMissing.class);

        grant(
                zoom,
                Arrays.stream(Scope.values())
                        .filter(scope -> scope != call.scope())
                        .toList());
        assertThat(answer(call, app, user)).isInstanceOf(ZoomAnswer.ScopesMissing.class);
    }

    private static void grant(ZoomClinic zoom, List<Scope> scopes) {
        Sandbox.control(
                "PUT",
                "apps/server" + zoom.unique,
                Map.of(
                        "scopes",
                        scopes.stream()
                                .map(scope -> Map.of("scope", scope.id() + ":admin", "optional", false))
                                .toList()));
    }

    private static ZoomAnswer answer(ZoomCall call, UUID app, String user) {
        AccountTokens tokens = TestServer.bean(AccountTokens.class);
        tokens.forget(app);
        AccessToken token = ((TokenUse.Usable) tokens.accessTokenBut(app, ConnectionTokens.NONE_REFUSED)).token();
        ZoomClient zoom = TestServer.bean(ZoomClient.class);
        return switch (call) {
            case USER -> zoom.user(token, user);
            case CREATE -> zoom.create(token, user, Map.of("topic", "Trial", "type", 2));
            case LIST -> zoom.list(token, user, "");
            case READ -> zoom.read(token, "5550148");
            case UPDATE -> zoom.update(token, "5550148", Map.of("duration", 30));
            case DELETE -> zoom.delete(token, "5550148");
        };
    }

    /** Its method and path, as a call names itself. */
    private static String operation(Method method) {
        HttpExchange exchange =
                Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class));
        return exchange.method() + " " + exchange.url().replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "{id}");
    }

    private static ZoomApp app(boolean waitingRoomEvents, boolean listsMeetings) {
        return new ZoomApp(
                UUID.randomUUID(),
                null,
                ZoomApp.Kind.GENERAL,
                "client",
                null,
                true,
                null,
                null,
                waitingRoomEvents,
                listsMeetings,
                ZoomPlan.PRO);
    }
}
