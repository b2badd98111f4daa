package org.housecall.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.housecall.Api;
import org.housecall.platform.StartupProblem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A server that says whom it takes a request to come from, over a real connection from this machine. */
class TrustedProxiesTests {

    private static final Map<String, String> FORWARDED = Map.of(
            "X-Forwarded-For", "198.51.100.1, 203.0.113.7",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "clinic.example");

    @Test
    void takesNobodysWordByItself() {
        assertThat(seen()).isEqualTo("127.0.0.1 http localhost");
    }

    @Test
    void takesNobodysWordButThatOfTheNamedProxies() {
        assertThat(seen("--housecall.trusted-proxies=10.0.0.0/8,192.168.1.1,fd00::/8"))
                .isEqualTo("127.0.0.1 http localhost");
    }

    @Test
    void takesTheWordOfANamedProxyAndOfNoOtherBeforeIt() {
        // The first address is what the client itself has claimed.
        assertThat(seen("--housecall.trusted-proxies=127.0.0.1,::1")).isEqualTo("203.0.113.7 https clinic.example");
        assertThat(seen("--housecall.trusted-proxies=10.0.0.0/8, 127.0.0.0/8, ::1"))
                .isEqualTo("203.0.113.7 https clinic.example");
    }

    @Test
    void goesBackAlongAChainOfNamedProxies() {
        assertThat(seen("--housecall.trusted-proxies=127.0.0.0/8,::1/128,203.0.113.0/24"))
                .isEqualTo("198.51.100.1 https clinic.example");
    }

    @Test
    void refusesToStartWithWhatIsNoAddress() {
        assertThat(problem("--housecall.trusted-proxies=proxy.example")).contains("names proxy.example");
        assertThat(problem("--housecall.trusted-proxies=10.0.0.0/99")).contains("names 10.0.0.0/99");
    }

    @Test
    void refusesToStartWithASettingThatTrustsTheWholeNeighbourhood() {
        assertThat(problem("--server.forward-headers-strategy=native"))
                .startsWith("SERVER_FORWARD_HEADERS_STRATEGY is set");
        assertThat(problem("--server.forward-headers-strategy=framework"))
                .startsWith("SERVER_FORWARD_HEADERS_STRATEGY is set");
        assertThat(problem("--server.tomcat.remoteip.remote-ip-header=x-forwarded-for"))
                .startsWith("SERVER_TOMCAT_REMOTEIP");
    }

    private static String problem(String... settings) {
        try {
            seen(settings);
            return "it started";
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof StartupProblem found) {
                    return found.problem();
                }
            }
            throw e;
        }
    }

    private static String seen(String... settings) {
        String[] all =
                Stream.concat(Stream.of("--server.port=0"), Stream.of(settings)).toArray(String[]::new);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Program.class).run(all)) {
            return Api.of(server).send("GET", "/", null, FORWARDED).body().replace("0:0:0:0:0:0:0:1", "127.0.0.1");
        }
    }

    /** Tomcat, as it is set up for us. */
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    @Import(TrustedProxies.class)
    static class Program {

        @Bean
        ServletRegistrationBean<HttpServlet> echo() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.getWriter()
                                    .write(request.getRemoteAddr() + " " + request.getScheme() + " "
                                            + request.getServerName());
                        }
                    },
                    "/");
        }
    }
}
