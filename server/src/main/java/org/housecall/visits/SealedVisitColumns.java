package org.housecall.visits;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.springframework.stereotype.Component;

/** What is sealed here. */
@Component
class SealedVisitColumns implements SealedColumns {

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(new SealedColumn(
                "visit_link",
                "token",
                List.of("appointment_id"),
                row -> VisitLinks.context(row.getObject("appointment_id", UUID.class))));
    }
}
