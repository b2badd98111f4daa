package org.housecall.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.housecall.Api;
import org.housecall.Eventually;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets a visit link, and for how long it is the same. */
class VisitLinkTests {

    private final VideoClinic video = new VideoClinic();
    private final String appointment = video.book(video.clinic.start(1, 0));

    @Test
    void staysTheSameUntilItIsRevokedAndIsThenNew() {
        String first = video.link(appointment);
        assertThat(video.link(appointment)).isEqualTo(first);

        assertThat(video.administrator.delete(appointment + "/visit-link").status())
                .isEqualTo(204);

        assertThat(TestServer.nobody().get(VideoClinic.visit(first)).status()).isEqualTo(404);
        String second = video.link(appointment);
        assertThat(second).isNotEqualTo(first);
        assertThat(TestServer.nobody().get(VideoClinic.visit(second)).status()).isEqualTo(200);
        assertThat(TestServer.nobody().get(VideoClinic.visit(first)).status()).isEqualTo(404);
    }

    @Test
    void isOneForTwoWhoAskAtOnce() throws Exception {
        VisitLinks links = TestServer.bean(VisitLinks.class);
        UUID id = VideoClinic.id(appointment);
        try (var threads = Executors.newSingleThreadExecutor()) {
            Asked asked = video.inClinic(jdbc -> {
                URI first = links.of(id);
                Future<URI> second = threads.submit(() -> video.inClinic(_ -> links.of(id)));
                Eventually.assertThatSoon(() -> waitingForThisTransaction(jdbc)).isEqualTo(1L);
                return new Asked(first, second);
            });

            assertThat(asked.second().get()).isEqualTo(asked.first());
        }
    }

    private record Asked(URI first, Future<URI> second) {}

    private static long waitingForThisTransaction(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from pg_locks where not granted and transactionid = pg_current_xact_id()::xid")
                .query(Long.class)
                .single();
    }

    @Test
    void isNewForWhoeverReadsMailAtANewAddress() {
        String patient = video.clinic.patientId;
        String first = video.link(appointment);
        String later = video.book(video.clinic.start(2, 0));
        String neverGivenOut = video.book(video.clinic.start(3, 0));
        String second = video.link(later);
        String address = "new-" + patient + "@example.com";
        video.administrator.patch(video.clinic.path("patients/" + patient), Map.of("email", address));

        Api.Answer renewed =
                video.administrator.post(video.clinic.path("patients/" + patient + "/visit-links/renew"), Map.of());

        assertThat(renewed.json().path("links").asInt()).as(renewed.toString()).isEqualTo(2);
        assertThat(renewed.text("email")).isEqualTo(address);
        assertThat(TestServer.nobody().get(VideoClinic.visit(first)).status()).isEqualTo(404);
        assertThat(TestServer.nobody().get(VideoClinic.visit(second)).status()).isEqualTo(404);
        assertThat(People.mailsTo(address)).singleElement(STRING).contains(video.link(appointment), video.link(later));
        assertThat(People.mailsTo(address).getFirst()).doesNotContain(video.link(neverGivenOut));
        assertThat(video.administrator
                        .post(video.clinic.path("patients/" + UUID.randomUUID() + "/visit-links/renew"), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void leavesATraceOfWhoLookedAndWhoRevoked() {
        video.link(appointment);
        video.link(appointment);
        video.administrator.delete(appointment + "/visit-link");
        video.administrator.delete(appointment + "/visit-link");

        assertThat(video.audited("VISIT_LINK_VIEWED", appointment)).isEqualTo(2);
        assertThat(video.audited("VISIT_LINK_REVOKED", appointment)).isEqualTo(1);
    }

    @Test
    void isForStaffOfTheClinicAndForThePatientConcerned() {
        String link = video.link(appointment);
        Api receptionist = invite(video.clinic, "receptionists");
        VideoClinic.SignedInPatient patient = video.patient("concerned");
        String own = video.book(video.booking(video.clinic.doctorId, patient.id(), video.clinic.start(2, 0)));
        String ownLink = own + "/visit-link";

        assertThat(receptionist.get(appointment + "/visit-link").text("url")).isEqualTo(link);
        assertThat(patient.api().get(ownLink).text("url"))
                .isEqualTo(video.administrator.get(ownLink).text("url"));
        assertThat(patient.api().delete(ownLink).status()).isEqualTo(403);
        assertThat(receptionist.delete(ownLink).status()).isEqualTo(204);
    }

    @Test
    void isNotForAnotherPatientNorForAnotherClinicNorForNobody() {
        String link = appointment + "/visit-link";
        SampleClinic other = new SampleClinic(video.administrator);
        Api receptionistElsewhere = invite(other, "receptionists");
        String path = link.replace(video.clinic.id, other.id);

        assertThat(video.patient("another").api().get(link).status()).isEqualTo(404);
        assertThat(receptionistElsewhere.get(link).status()).isEqualTo(404);
        assertThat(receptionistElsewhere.get(path).status()).isEqualTo(404);
        assertThat(receptionistElsewhere.delete(path).status()).isEqualTo(404);
        assertThat(TestServer.nobody().get(link).status()).isEqualTo(401);
    }

    @Test
    void liesEncryptedInTheDatabase() {
        String link = video.link(appointment);
        String token = link.substring(link.lastIndexOf('/') + 1);

        assertThat(TestServer.bean(JdbcClient.class)
                        .sql("select count(*) from visit_link where position(:token in encode(token, 'escape')) > 0")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Api invite(SampleClinic clinic, String staff) {
        String address = staff + "-" + clinic.id + "@example.com";
        clinic.administrator
                .post(clinic.path(staff), Map.of("name", "Staff", "email", address))
                .id();
        return People.acceptInvitation(address);
    }
}
