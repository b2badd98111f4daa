package org.housecall.access;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.springframework.stereotype.Component;

/** What is sealed here. */
@Component
class SealedAccessColumns implements SealedColumns {

    @Override
    public List<SealedColumn> sealedColumns() {
        SealedColumn.Context key =
                row -> IdempotencyKeys.context(row.getObject("account_id", UUID.class), row.getString("key"));
        return List.of(
                new SealedColumn(
                        "second_factor",
                        "secret",
                        List.of("account_id"),
                        row -> SecondFactors.context(row.getObject("account_id", UUID.class))),
                new SealedColumn("idempotency_key", "request_hash", List.of("account_id", "key"), key),
                new SealedColumn("idempotency_key", "response", List.of("account_id", "key"), key));
    }
}
