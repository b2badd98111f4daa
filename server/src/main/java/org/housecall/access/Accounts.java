package org.housecall.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Ids;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and their memberships in clinics. */
@Repository
public class Accounts {

    private static final RowMapper<Account> ROW = new SimplePropertyRowMapper<>(Account.class);

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Account.class).optional();
    }

    /** Those who run the installation. */
    public List<Account> administrators() {
        return jdbc.sql(SELECT + "where administrator order by id").query(ROW).list();
    }

    Optional<Account> findByEmail(String email) {
        return jdbc.sql(SELECT + "where email = ?")
                .param(Account.normalize(email))
                .query(Account.class)
                .optional();
    }

    /** The account of an address, made if there is none yet; nobody can sign in with a new one before claiming it. */
    @Transactional
    public Account findOrCreate(String email, String name) {
        jdbc.sql("insert into account (id, email, name, created_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(Ids.next(), Account.normalize(email), name, now())
                .update();
        return findByEmail(email).orElseThrow();
    }

    /**
     * The names by which a clinic knows accounts: of those that have or had to do with it, and of Administrators.
     * Outside of clinics, of all.
     */
    public Map<UUID, String> names(Collection<UUID> accountIds) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        select a.id, a.name from account a
                        where a.id = any (cast(:ids as uuid[]))
                          and (a.administrator or :clinic = :none
                               or exists (select from membership m where m.account_id = a.id and m.clinic_id = :clinic))""")
                .param("ids", accountIds.stream().map(UUID::toString).toArray(String[]::new))
                .param("clinic", CurrentClinic.idOrNone())
                .param("none", CurrentClinic.NONE)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    @Transactional
    void createAdministrator(String email, String passwordHash) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into account (id, email, name, password_hash, administrator, claimed_at, created_at)
                        values (?, ?, 'Administrator', ?, true, ?, ?)""")
                .params(id, Account.normalize(email), passwordHash, now(), now())
                .update();
        audit.record(Action.ADMINISTRATOR_CREATED, id);
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    /** Marks the address as proved. The password stays as it is where none is given. */
    void claim(UUID accountId, @Nullable String passwordHash) {
        jdbc.sql("""
                        update account set claimed_at = coalesce(claimed_at, :now), password_hash = coalesce(:hash, password_hash)
                        where id = :id""")
                .param("now", now())
                .param("hash", passwordHash)
                .param("id", accountId)
                .update();
    }

    /**
     * Gives a role in a clinic. Not accepted yet, it allows nothing. Refused where the account is sealed in another clinic,
     * or the clinic is one that accounts are sealed in and this is none of them.
     */
    @Transactional
    public void addMembership(UUID accountId, UUID clinicId, Role role, boolean accepted) {
        refuseToOpenSeal(accountId, clinicId);
        jdbc.sql("""
                        insert into membership (account_id, clinic_id, role, accepted_at) values (:account, :clinic, :role, :accepted)
                        on conflict (account_id, clinic_id, role)
                        do update set accepted_at = coalesce(membership.accepted_at, excluded.accepted_at)""")
                .param("account", accountId)
                .param("clinic", clinicId)
                .param("role", role.name())
                .param("accepted", accepted ? now() : null)
                .update();
    }

    private void refuseToOpenSeal(UUID accountId, UUID clinicId) {
        boolean apart = jdbc.sql("""
                        select exists (
                          select from account a
                          where a.id = :account and a.sealed_in is distinct from :clinic
                            and (a.sealed_in is not null or exists (select from account s where s.sealed_in = :clinic)))""")
                .param("account", accountId)
                .param("clinic", clinicId)
                .query(Boolean.class)
                .single();
        if (apart) {
            throw new Problem(HttpStatus.CONFLICT, "sealed");
        }
    }

    /**
     * Takes a role in a clinic away.
     *
     * @param ifStill asked when nobody else can give the role any more before this transaction ends
     */
    @Transactional
    public void removeMembership(UUID accountId, UUID clinicId, Role role, BooleanSupplier ifStill) {
        boolean held = jdbc.sql(
                        "select true from membership where account_id = ? and clinic_id = ? and role = ? for update")
                .params(accountId, clinicId, role.name())
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (held && ifStill.getAsBoolean()) {
            jdbc.sql("delete from membership where account_id = ? and clinic_id = ? and role = ?")
                    .params(accountId, clinicId, role.name())
                    .update();
        }
    }

    /** The clinics in which an account has accepted a role. */
    public List<UUID> clinicsOf(UUID accountId, Role role) {
        return jdbc.sql(
                        "select clinic_id from membership where account_id = ? and role = ? and accepted_at is not null")
                .params(accountId, role.name())
                .query((row, number) -> row.getObject("clinic_id", UUID.class))
                .list();
    }

    Optional<Viewer> viewer(UUID accountId) {
        ViewerRows rows = new ViewerRows();
        jdbc.sql("""
                        select a.id, a.administrator, a.sealed_in, m.clinic_id, m.role, null::text[] as scope, false as two_factors
                        from account a
                        left join membership m on m.account_id = a.id and m.accepted_at is not null
                        where a.id = ?""").param(accountId).query(rows.handler());
        return rows.viewer();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static final String SELECT = """
            select id, email, name, password_hash, administrator, claimed_at is not null as claimed, sealed_in from account
            """;

    /** Collects a viewer from one row per role. */
    static final class ViewerRows {
        private @Nullable UUID accountId;
        private boolean administrator;
        private @Nullable Set<Permission> scope;
        private boolean twoFactors;
        private @Nullable UUID sealedIn;
        private final Map<UUID, Set<Role>> roles = new HashMap<>();

        RowCallbackHandler handler() {
            return row -> {
                accountId = row.getObject("id", UUID.class);
                administrator = row.getBoolean("administrator");
                scope = ApiTokens.scope(row.getArray("scope"));
                twoFactors = row.getBoolean("two_factors");
                sealedIn = row.getObject("sealed_in", UUID.class);
                UUID clinicId = row.getObject("clinic_id", UUID.class);
                if (clinicId != null) {
                    roles.computeIfAbsent(clinicId, _ -> EnumSet.noneOf(Role.class))
                            .add(Role.valueOf(row.getString("role")));
                }
            };
        }

        Optional<Viewer> viewer() {
            return Optional.ofNullable(accountId)
                    .map(id -> new Viewer(id, administrator, roles, scope, twoFactors, sealedIn));
        }
    }
}
