package org.housecallbench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Fills a database with clinics and years of appointments. What lies ahead is the same at every size, so that a question
 * about it meets the same rows; only the past grows, eight visits on each of a doctor's days.
 */
final class Past {

    private static final int AT_ONCE = 250_000;

    /** Foreign keys hold by the way the rows are made; they stay, and the server's own rows are checked. */
    private static final String PREPARE = """
            set timezone = 'UTC';
            set session_replication_role = replica;
            set work_mem = '256MB';
            set jit = off;
            set maintenance_work_mem = '512MB';
            create function pg_temp.id(kind int, number bigint) returns uuid language sql immutable as
              $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid $$;
            create function pg_temp.size(name text) returns int language sql stable as
              $$ select current_setting('bench.' || name)::int $$;
            """;

    private static final String SIZES = """
            select set_config('bench.clinics', ?, false), set_config('bench.doctors', ?, false),
                   set_config('bench.busy', ?, false), set_config('bench.doctors_of_busy', ?, false),
                   set_config('bench.patients', ?, false), set_config('bench.days_ahead', ?, false),
                   set_config('bench.past', ?, false)""";

    /** Doctors who are not in a busy clinic are spread over the others. */
    private static final String CLINICS = """
            insert into clinic (id, slug, name, time_zone, created_at)
              select pg_temp.id(1, n), 'clinic-' || n, 'Clinic ' || n, 'UTC', now()
              from generate_series(0, pg_temp.size('clinics') - 1) n;
            insert into service (clinic_id, id, name, mode, duration_minutes, created_at)
              select pg_temp.id(1, n), pg_temp.id(3, n), 'Consultation', 'IN_PERSON', 15, now()
              from generate_series(0, pg_temp.size('clinics') - 1) n;
            insert into patient (clinic_id, id, name, email, created_at)
              select pg_temp.id(1, n / pg_temp.size('patients')), pg_temp.id(4, n), 'Patient ' || n,
                     'patient-' || n || '@example.com', now()
              from generate_series(0, pg_temp.size('clinics') * pg_temp.size('patients') - 1) n;
            create temp table works as
              select n as doctor,
                     case when n < b.doctors then n / pg_temp.size('doctors_of_busy')
                          else pg_temp.size('busy') + (n - b.doctors) % (pg_temp.size('clinics') - pg_temp.size('busy'))
                     end as clinic,
                     uuidv7() as account,
                     pg_temp.id(2, n) as doctor_id
              from (select pg_temp.size('busy') * pg_temp.size('doctors_of_busy') as doctors) b,
                   generate_series(0, pg_temp.size('doctors') - 1) n;
            insert into account (id, email, name, claimed_at, created_at)
              select account, 'doctor-' || doctor || '@example.com', 'Doctor ' || doctor, now(), now() from works;
            insert into membership (account_id, clinic_id, role, accepted_at)
              select account, pg_temp.id(1, clinic), 'DOCTOR', now() from works;
            insert into doctor (clinic_id, id, account_id, name, email, created_at)
              select pg_temp.id(1, clinic), pg_temp.id(2, doctor), account, 'Doctor ' || doctor,
                     'doctor-' || doctor || '@example.com', now() from works;
            insert into service_doctor (clinic_id, service_id, doctor_id)
              select pg_temp.id(1, clinic), pg_temp.id(3, clinic), pg_temp.id(2, doctor) from works;
            insert into availability_hours (clinic_id, doctor_id, id, day, from_time, to_time)
              select pg_temp.id(1, clinic), pg_temp.id(2, doctor), uuidv7(), day, '08:00', '18:00'
              from works, generate_series(1, 5) day;
            create temp table served as
              select n as clinic, pg_temp.id(1, n) as clinic_id, pg_temp.id(3, n) as id
              from generate_series(0, pg_temp.size('clinics') - 1) n;
            create temp table treated as
              select n / pg_temp.size('patients') as clinic, n % pg_temp.size('patients') as number, pg_temp.id(4, n) as id
              from generate_series(0, pg_temp.size('clinics') * pg_temp.size('patients') - 1) n;
            analyze works, served, treated;
            """;

    /** Building an index once costs far less than keeping it up row by row. */
    private static final String POSTPONE = """
            create temp table postponed as
              select 'alter table ' || conrelid::regclass || ' drop constraint ' || conname as drop,
                     'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' '
                       || pg_get_constraintdef(oid) as make
              from pg_constraint where contype = 'x' and conrelid = 'doctor_time'::regclass
              union all
              select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
              from pg_index
              where indrelid in ('doctor_time'::regclass, 'appointment'::regclass)
                and not exists (select from pg_constraint where conindid = indexrelid);
            do $$ declare statement text; begin
              for statement in select drop from postponed loop execute statement; end loop;
            end $$;
            """;

    /** From the oldest visit on, as they would have been written: all doctors' visits of one hour lie together. */
    private static final String VISITS_BEHIND = """
            insert into appointment (clinic_id, id, doctor_id, patient_id, service_id, mode, starts_at, ends_at, status, created_at)
            select s.clinic_id, uuidv7(), w.doctor_id, p.id, s.id, 'IN_PERSON', v.start, v.start + interval '15 minutes',
                   'COMPLETED', v.start - interval '7 days'
            from (select n, n % doctors as doctor, n / doctors % patients as patient,
                         ?::date - interval '1 day' * (1 + (past - 1 - n) / doctors / 8) + interval '8 hours'
                           + interval '1 hour' * ((past - 1 - n) / doctors % 8) as start
                  from (select pg_temp.size('doctors') as doctors, pg_temp.size('patients') as patients,
                               pg_temp.size('past') as past) sizes,
                       generate_series(?::int, ?::int) n) v
                 join works w on w.doctor = v.doctor
                 join served s on s.clinic = w.clinic
                 join treated p on p.clinic = w.clinic and p.number = v.patient
            order by v.n""";

    private static final String VISITS_AHEAD = """
            insert into appointment (clinic_id, id, doctor_id, patient_id, service_id, mode, starts_at, ends_at, status, created_at)
            select s.clinic_id, uuidv7(), w.doctor_id, p.id, s.id, 'IN_PERSON', v.start, v.start + interval '15 minutes',
                   'BOOKED', now()
            from works w
                 join served s on s.clinic = w.clinic
                 cross join lateral
                 (select number, date + interval '1 hour' * (8 + (w.doctor + number) % 4 + 5 * half) as start
                  from (select date, row_number() over (order by date) as number
                        from generate_series(?::date + 1, ?::date + 60, interval '1 day') date
                        where extract(isodow from date) < 6) weekday, generate_series(0, 1) half
                  where number <= pg_temp.size('days_ahead')) v
                 join treated p on p.clinic = w.clinic and p.number = (w.doctor + v.number) % pg_temp.size('patients')
            where w.clinic < pg_temp.size('busy')
            order by v.start""";

    private static final String FINISH = """
            insert into doctor_time (id, account_id, during, kind, ref)
              select uuidv7(), d.account_id, tstzrange(a.starts_at, a.ends_at), 'APPOINTMENT', a.id
              from appointment a join doctor d on d.id = a.doctor_id;
            do $$ declare statement text; begin
              for statement in select make from postponed loop execute statement; end loop;
            end $$;
            """;

    private Past() {}

    /** As many appointments as wanted, those ahead among them. */
    static void fill(Connection owner, SchedulingOptions options, int rows, LocalDate today) throws SQLException {
        int past = rows - options.rows().getFirst();
        try (Statement statement = owner.createStatement()) {
            statement.execute(PREPARE);
            size(owner, options, past);
            statement.execute(CLINICS);
            statement.execute(POSTPONE);
            for (int first = 0; first < past; first += AT_ONCE) {
                visitsBehind(owner, today, first, Math.min(first + AT_ONCE, past) - 1);
            }
            visitsAhead(owner, today);
            statement.execute(FINISH);
            statement.execute("reset session_replication_role");
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private static void size(Connection owner, SchedulingOptions options, int past) throws SQLException {
        int[] sizes = {
            options.clinics(),
            options.doctors(),
            options.busyClinics(),
            Schedule.DOCTORS_OF_BUSY,
            Schedule.PATIENTS_OF_CLINIC,
            Schedule.DAYS_AHEAD,
            past
        };
        try (PreparedStatement statement = owner.prepareStatement(SIZES)) {
            for (int i = 0; i < sizes.length; i++) {
                statement.setString(i + 1, Integer.toString(sizes[i]));
            }
            statement.execute();
        }
    }

    private static void visitsBehind(Connection owner, LocalDate today, int first, int last) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(VISITS_BEHIND)) {
            statement.setString(1, today.toString());
            statement.setInt(2, first);
            statement.setInt(3, last);
            statement.executeUpdate();
        }
    }

    private static void visitsAhead(Connection owner, LocalDate today) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(VISITS_AHEAD)) {
            String eve = today.plusDays(Schedule.DAYS_BETWEEN).toString();
            statement.setString(1, eve);
            statement.setString(2, eve);
            statement.executeUpdate();
        }
    }
}
