package org.housecall.meetings;

import java.util.List;
import java.util.UUID;
import org.housecall.platform.SealedColumn;
import org.housecall.platform.SealedColumns;
import org.springframework.stereotype.Component;

/** What is sealed here. */
@Component
class SealedMeetingColumns implements SealedColumns {

    @Override
    public List<SealedColumn> sealedColumns() {
        List<String> id = List.of("appointment_id");
        return List.of(
                new SealedColumn(
                        "meeting",
                        "join_url",
                        id,
                        row -> Meetings.joinContext(row.getObject("appointment_id", UUID.class))),
                new SealedColumn(
                        "meeting",
                        "passcode",
                        id,
                        row -> Meetings.passcodeContext(row.getObject("appointment_id", UUID.class))));
    }
}
