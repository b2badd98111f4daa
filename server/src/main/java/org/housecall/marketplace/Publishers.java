package org.housecall.marketplace;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The publisher of the current clinic's app, or of the installation's where no clinic is set. */
@Repository
public class Publishers {

    private static final RowMapper<Publisher> ROW = new SimplePropertyRowMapper<>(Publisher.class);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Publishers(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Publisher current() {
        return jdbc.sql("select company, contact_email, address, country, support_hours, first_response from publisher")
                .query(ROW)
                .optional()
                .orElse(Publisher.UNKNOWN);
    }

    @Transactional
    public void save(Publisher publisher) {
        jdbc.sql("""
                        insert into publisher (company, contact_email, address, country, support_hours, first_response, updated_at)
                        values (:company, :email, :address, :country, :hours, :response, :now)
                        on conflict (clinic_id) do update set
                          company = excluded.company, contact_email = excluded.contact_email, address = excluded.address,
                          country = excluded.country, support_hours = excluded.support_hours,
                          first_response = excluded.first_response, updated_at = excluded.updated_at""")
                .param("company", publisher.company())
                .param("email", publisher.contactEmail())
                .param("address", publisher.address())
                .param("country", publisher.country())
                .param("hours", publisher.supportHours())
                .param("response", publisher.firstResponse())
                .param("now", OffsetDateTime.now(clock))
                .update();
        audit.record(Action.PUBLISHER_CHANGED, CurrentClinic.idOrNone());
    }
}
