package org.housecall.access.signon;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.springframework.stereotype.Component;

/** What is sealed here. */
@Component
class SealedSignOnColumns implements SealedColumns {

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(
                new SealedColumn(
                        "single_sign_on",
                        "client_secret",
                        List.of("clinic_id", "issuer", "client_id"),
                        row -> SignOnProviders.context(new SignOnProvider(
                                row.getObject("clinic_id", UUID.class),
                                row.getString("issuer"),
                                row.getString("client_id")))),
                ofAttempt("code_verifier"),
                ofAttempt("nonce"),
                ofAttempt("invitation"));
    }

    private static SealedColumn ofAttempt(String column) {
        return new SealedColumn(
                "single_sign_on_attempt",
                column,
                List.of("state_hash", "clinic_id"),
                row -> SignOnAttempts.context(row.getObject("clinic_id", UUID.class)));
    }
}
