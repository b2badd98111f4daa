package org.housecall.clinics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.housecall.access.KnownClinics;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The directory of clinics. */
@Repository
public class Clinics implements KnownClinics {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    Clinics(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Clinic create(String name, String slug, ZoneId timeZone) {
        UUID id = Ids.next();
        int made = jdbc.sql("""
                        insert into clinic (id, slug, name, time_zone, created_at) values (?, ?, ?, ?, ?)
                        on conflict (slug) do nothing""")
                .params(id, slug, name, timeZone.getId(), OffsetDateTime.now(clock))
                .update();
        if (made == 0) {
            throw Problem.conflict("slug", "clinics.slug.taken");
        }
        audit.record(Action.CLINIC_CREATED, id);
        return find(id).orElseThrow();
    }

    /** Changes what the current clinic says of itself. With another zone, its hours and dates are meant in that one. */
    @Transactional
    public Clinic change(Clinic.Profile profile) {
        jdbc.sql("""
                        update clinic set name = :name, time_zone = :zone, phone = :phone, email = :email,
                          address = :address, website = :website, languages = :languages
                        where id = :id""")
                .param("name", profile.name())
                .param("zone", profile.timeZone().getId())
                .param("phone", profile.contact().phone())
                .param("email", profile.contact().email())
                .param("address", profile.contact().address())
                .param("website", profile.contact().website())
                .param("languages", profile.languages().toArray(String[]::new))
                .param("id", CurrentClinic.id())
                .update();
        audit.record(Action.CLINIC_CHANGED, CurrentClinic.id());
        return current();
    }

    /** The clinic of the route or job. */
    public Clinic current() {
        return find(CurrentClinic.id()).orElseThrow(Problem::notFound);
    }

    public Optional<Clinic> find(UUID id) {
        return jdbc.sql("select * from clinic where id = ?")
                .param(id)
                .query(Clinics::row)
                .optional();
    }

    public Optional<Clinic> findBySlug(String slug) {
        return jdbc.sql("select * from clinic where slug = ?")
                .param(slug)
                .query(Clinics::row)
                .optional();
    }

    public List<Clinic> all() {
        return jdbc.sql("select * from clinic order by name, id")
                .query(Clinics::row)
                .list();
    }

    public List<Clinic> visibleTo(Viewer viewer) {
        return all().stream().filter(clinic -> viewer.belongsTo(clinic.id())).toList();
    }

    @Override
    public boolean exists(UUID clinicId) {
        if (known.contains(clinicId)) {
            return true; // clinics are never deleted
        }
        boolean exists = find(clinicId).isPresent();
        if (exists) {
            known.add(clinicId);
        }
        return exists;
    }

    @Override
    public String nameOf(UUID clinicId) {
        return find(clinicId).orElseThrow().name();
    }

    @Override
    public String slugOf(UUID clinicId) {
        return find(clinicId).orElseThrow().slug();
    }

    @Override
    public Optional<UUID> withSlug(String slug) {
        return findBySlug(slug).map(Clinic::id);
    }

    private static Clinic row(ResultSet row, int number) throws SQLException {
        return new Clinic(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("slug"),
                ZoneId.of(row.getString("time_zone")),
                new Contact(
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("address"),
                        row.getString("website")),
                List.of((String[]) row.getArray("languages").getArray()));
    }
}
