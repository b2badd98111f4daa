package org.housecall.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.housecall.platform.StartupProblem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} from the proxies that are named, and from nobody else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ServerProperties.class, TomcatServerProperties.class, TrustedProxies.Settings.class})
class TrustedProxies {

    /**
     * Who may speak for others.
     *
     * @param trustedProxies addresses, or networks such as 10.1.0.0/16
     */
    @ConfigurationProperties("housecall")
    record Settings(@DefaultValue List<String> trustedProxies) {

        /** As networks, which tells Tomcat that they are no regular expression. */
        String networks() {
            return trustedProxies.stream().map(Settings::network).collect(Collectors.joining(","));
        }

        private static String network(String proxy) {
            String network = proxy.strip();
            if (!network.contains("/")) {
                network += network.contains(":") ? "/128" : "/32";
            }
            try {
                return new NetMask(network).toString();
            } catch (IllegalArgumentException e) {
                throw new StartupProblem(
                        "HOUSECALL_TRUSTED_PROXIES names " + proxy,
                        "Give addresses, or networks such as 10.1.0.0/16, with commas between them.",
                        e);
            }
        }
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> forwardedHeaders(
            Settings settings, ServerProperties server, TomcatServerProperties tomcatSettings) {
        if (server.getForwardHeadersStrategy() != ServerProperties.ForwardHeadersStrategy.NONE) {
            throw new StartupProblem(
                    "SERVER_FORWARD_HEADERS_STRATEGY is set, which takes X-Forwarded headers from anybody nearby",
                    "Name your proxies in HOUSECALL_TRUSTED_PROXIES instead.");
        }
        if (tomcatSettings.getRemoteip().getRemoteIpHeader() != null
                || tomcatSettings.getRemoteip().getProtocolHeader() != null) {
            throw new StartupProblem(
                    "SERVER_TOMCAT_REMOTEIP_… is set, which takes forwarded headers from anybody nearby",
                    "Name your proxies in HOUSECALL_TRUSTED_PROXIES instead.");
        }
        String proxies = settings.networks();
        return tomcat -> {
            if (!proxies.isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(proxies);
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setHostHeader("X-Forwarded-Host");
                tomcat.addEngineValves(valve);
            }
        };
    }
}
