package org.housecall.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.TestServer;
import org.housecall.access.IdempotencyKeys;
import org.housecall.access.Viewer;
import org.housecall.platform.web.ProblemWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** What no handler of ours can be made to do on demand: fail. */
class IdempotencyFilterTests {

    private final IdempotencyFilter filter =
            new IdempotencyFilter(TestServer.bean(IdempotencyKeys.class), TestServer.bean(ProblemWriter.class));
    private final String key = UUID.randomUUID().toString();
    private final List<String> worked = new ArrayList<>();

    @BeforeEach
    void signIn() {
        UUID administrator = UUID.fromString(
                TestServer.administrator().get("/api/v1/session").text("id"));
        SecurityContextHolder.getContext()
                .setAuthentication(new ViewerFilter.ViewerAuthentication(new Viewer(administrator, true, Map.of())));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void worksAgainAfterAFailureOfOurs() throws Exception {
        assertThat(send(answering(503)).getStatus()).isEqualTo(503);
        assertThat(send(answering(201)).getStatus()).isEqualTo(201);
        assertThat(send(answering(200)).getStatus()).isEqualTo(201);

        assertThat(worked).containsExactly("{\"a\":1}", "{\"a\":1}");
    }

    @Test
    void worksAgainAfterAnExceptionOfOurs() throws Exception {
        assertThatThrownBy(() -> send((_, _) -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(send(answering(201)).getStatus()).isEqualTo(201);
    }

    @Test
    void saysBusyWhileTheFirstIsWorkedOn() throws Exception {
        MockHttpServletResponse first = send((request, response) -> {
            MockHttpServletResponse second = send(answering(200));
            assertThat(second.getStatus()).isEqualTo(409);
            assertThat(second.getContentAsString()).contains("idempotency-key-busy");
            ((HttpServletResponse) response).setStatus(204);
        });

        assertThat(first.getStatus()).isEqualTo(204);
        assertThat(send(answering(200)).getStatus()).isEqualTo(204);
        assertThat(worked).isEmpty();
    }

    private FilterChain answering(int status) {
        return (request, response) -> {
            worked.add(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            ((HttpServletResponse) response).setStatus(status);
        };
    }

    private MockHttpServletResponse send(FilterChain chain) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/clinics");
        request.setServletPath("/api/v1/clinics");
        request.addHeader(IdempotencyFilter.HEADER, key);
        request.setContent("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }
}
