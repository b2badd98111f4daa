package org.housecall.platform.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat answers by itself, before any filter of ours: the status, and nothing about the server or the failure. */
@Configuration(proxyBeanMethods = false)
class BareErrors {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bareErrorPages() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Valve.class.getName());
            }
        });
    }

    /** Made by Tomcat. */
    public static final class Valve extends ErrorReportValve {

        private static final String NO_SNIFFING = "X-Content-Type-Options";

        public Valve() {
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            if (response.getHeader(NO_SNIFFING) == null) {
                response.setHeader("Cache-Control", "no-store");
                response.setHeader(NO_SNIFFING, "nosniff");
            }
            super.report(request, response, failure);
        }
    }
}
