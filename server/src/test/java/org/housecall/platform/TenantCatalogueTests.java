package org.housecall.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the database's own catalogue against what may be global. */
class TenantCatalogueTests {

    /** Must be found before a clinic is known. Ids, hashes and ciphertext; never a patient's data. */
    private static final Set<String> GLOBAL = Set.of(
            "account",
            "api_token",
            "sign_in_rules",
            "audit_unsealed",
            "clinic",
            "doctor_time",
            "domain_proof",
            "host_time",
            "flyway_schema_history",
            "idempotency_key",
            "encryption_key",
            "installation_code",
            "invitation",
            "known_network",
            "meeting_ref",
            "membership",
            "address_change",
            "passkey",
            "recovery_code",
            "sample_clinic",
            "scheduled_tasks",
            "second_factor",
            "mailed_link",
            "single_sign_on",
            "single_sign_on_attempt",
            "single_sign_on_link",
            "spring_session",
            "spring_session_attributes",
            "token_bucket",
            "used_challenge",
            "visit_link",
            "zoom_account_token",
            "zoom_app",
            "zoom_connection",
            "zoom_delivery",
            "zoom_budget",
            "zoom_event",
            "zoom_lease",
            "zoom_oauth_attempt",
            "zoom_observation",
            "zoom_probe",
            "zoom_relink");

    private final JdbcClient jdbc = TestServer.bean(JdbcClient.class);

    @Test
    void everyOtherTableBelongsToAClinicAndIsGuarded() {
        List<String> unguarded =
                jdbc.sql("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p')
                          and not (c.relrowsecurity
                                   and exists (select from pg_policy p where p.polrelid = c.oid)
                                   and exists (select from pg_attribute a
                                               where a.attrelid = c.oid and a.attname = 'clinic_id' and a.attnotnull))""").query((row, number) -> row.getString(1)).list();

        assertThat(unguarded).containsExactlyInAnyOrderElementsOf(GLOBAL);
    }

    @Test
    void worksAsARoleThatRowSecurityBinds() {
        assertThat(jdbc.sql("select current_user::text")
                        .query((row, number) -> row.getString(1))
                        .single())
                .isEqualTo("housecall_app");
    }

    @Test
    void forgettingTheClinicYieldsNoRows() {
        SampleClinic clinic = new SampleClinic(TestServer.administrator());

        assertThat(clinic.administrator
                        .get(clinic.path("patients"))
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from patient")
                        .query((row, number) -> row.getLong(1))
                        .single())
                .isZero();
    }
}
