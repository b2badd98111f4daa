package org.housecall.notifications;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.springframework.stereotype.Component;

/** What is sealed here. */
@Component
class SealedMailColumns implements SealedColumns {

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(new SealedColumn(
                "mail", "content", List.of("id"), row -> Mails.context(row.getObject("id", UUID.class))));
    }
}
