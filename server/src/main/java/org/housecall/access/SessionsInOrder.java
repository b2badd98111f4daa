package org.housecall.access;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Has the sessions of an account read one after the other. Spring Session takes rows that follow each other for one
 * session, and asks for no order (its issue 3452); how the database joins them depends on how many there are. A session
 * that came in two parts would lack what is in the first.
 */
@Component
class SessionsInOrder implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

    @Override
    public void customize(JdbcIndexedSessionRepository repository) {
        repository.setListSessionsByPrincipalNameQuery("""
                select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                  a.attribute_name, a.attribute_bytes
                from %TABLE_NAME% s left join %TABLE_NAME%_attributes a on a.session_primary_id = s.primary_id
                where s.principal_name = ? order by s.primary_id""");
    }
}
