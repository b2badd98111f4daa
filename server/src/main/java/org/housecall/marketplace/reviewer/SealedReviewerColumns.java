package org.housecall.marketplace.reviewer;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.springframework.stereotype.Component;

/** What is sealed here. */
@Component
class SealedReviewerColumns implements SealedColumns {

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(new SealedColumn(
                "reviewer_access",
                "sign_ins",
                List.of("clinic_id"),
                row -> ReviewerAccesses.context(row.getObject("clinic_id", UUID.class))));
    }
}
