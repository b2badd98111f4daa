package org.housecall.zoom;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.springframework.stereotype.Component;

/** What is sealed here. */
@Component
class SealedZoomColumns implements SealedColumns {

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(
                new SealedColumn(
                        "zoom_app",
                        "client_secret",
                        List.of("id"),
                        row -> ZoomApps.clientSecretContext(row.getObject("id", UUID.class))),
                new SealedColumn(
                        "zoom_app",
                        "development_client_secret",
                        List.of("id"),
                        row -> ZoomApps.developmentSecretContext(row.getObject("id", UUID.class))),
                new SealedColumn(
                        "zoom_app",
                        "webhook_secret",
                        List.of("id"),
                        row -> WebhookSecrets.context(row.getObject("id", UUID.class))),
                new SealedColumn(
                        "zoom_app",
                        "previous_webhook_secret",
                        List.of("id"),
                        row -> WebhookSecrets.previousContext(row.getObject("id", UUID.class))),
                ofConnection("zoom_email", "email"),
                ofConnection("access_token", "access"),
                ofConnection("refresh_token", "refresh"),
                ofRelink("zoom_email", "email"),
                ofRelink("access_token", "access"),
                ofRelink("refresh_token", "refresh"),
                new SealedColumn(
                        "zoom_account_token",
                        "access_token",
                        List.of("app_id"),
                        row -> AccountTokens.context(row.getObject("app_id", UUID.class))),
                new SealedColumn(
                        "zoom_oauth_attempt",
                        "code_verifier",
                        List.of("app_id", "account_id"),
                        row -> Attempts.context(
                                row.getObject("app_id", UUID.class), row.getObject("account_id", UUID.class))));
    }

    private static SealedColumn ofConnection(String column, String what) {
        return new SealedColumn(
                "zoom_connection",
                column,
                List.of("app_id", "account_id"),
                row -> Connections.context(
                        what, row.getObject("app_id", UUID.class), row.getObject("account_id", UUID.class)));
    }

    private static SealedColumn ofRelink(String column, String what) {
        return new SealedColumn(
                "zoom_relink",
                column,
                List.of("app_id", "account_id"),
                row -> Relinks.context(
                        what, row.getObject("app_id", UUID.class), row.getObject("account_id", UUID.class)));
    }
}
