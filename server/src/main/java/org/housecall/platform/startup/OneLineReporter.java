package org.housecall.platform.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.util.StringUtils;

/**
 * Prints a failed start as one line on standard error. Spring Boot's own reporter, which would add a banner, is switched off in
 * {@code application.properties}.
 */
final class OneLineReporter implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger(OneLineReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(line(analysis));
        log.debug("The start failed", analysis.getCause());
    }

    static String line(FailureAnalysis analysis) {
        String remedy = StringUtils.hasText(analysis.getAction()) ? " " + oneLine(analysis.getAction()) : "";
        return "Housecall cannot start: " + oneLine(analysis.getDescription()).replaceFirst("\\.$", "") + "." + remedy;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
