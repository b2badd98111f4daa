package org.housecall.platform.startup;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A database that does not answer or does not let us in; other errors of SQL are ours and keep their stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String REMEDY =
            "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("08")) {
            return new FailureAnalysis("the database does not answer (" + reason(cause) + ")", REMEDY, rootFailure);
        }
        if (state.startsWith("28") || state.startsWith("3D")) {
            return new FailureAnalysis("the database refuses us (" + reason(cause) + ")", REMEDY, rootFailure);
        }
        return null;
    }

    private static String reason(SQLException cause) {
        String message = cause.getMessage() == null ? "no reason given" : cause.getMessage();
        return message.replaceFirst("^FATAL: ", "").replaceFirst("\\.$", "");
    }
}
