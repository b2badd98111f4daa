package org.housecall.clinics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.housecall.platform.CurrentClinic;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ToldApartTests {

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final Api frontDesk = clinic.administrator;
    private final String one = add("Johanna Meier", "1");
    private final String other = add("Johana Meier", "2");

    @Test
    void offersNoPairThatWasToldApart() {
        String third = add("Johanna Maier", "3");
        assertThat(pairs()).containsExactlyInAnyOrder(pair(one, other), pair(one, third), pair(other, third));

        assertThat(tellApart(other, one)).isEqualTo(204);
        assertThat(tellApart(one, other)).isEqualTo(204); // said again

        assertThat(pairs()).containsExactlyInAnyOrder(pair(one, third), pair(other, third));
        assertThat(actions(one)).containsOnlyOnce("PATIENTS_TOLD_APART");
        assertThat(actions(other)).containsOnlyOnce("PATIENTS_TOLD_APART");
    }

    @Test
    void offersThemAgainOnceThatIsTakenBack() {
        tellApart(one, other);

        assertThat(takeBack(other, one)).isEqualTo(204);
        assertThat(takeBack(other, one)).isEqualTo(204);

        assertThat(pairs()).containsExactly(pair(one, other));
        assertThat(actions(one)).containsOnlyOnce("PATIENTS_TOLD_APART_TAKEN_BACK");
    }

    @Test
    void remembersWhatWasSaidOfARecordThatIsMergedAway() {
        String misspelt = add("Johanna Meyer", "4");
        tellApart(misspelt, one);

        merge(one, misspelt);
        assertThat(pairs()).containsExactly(pair(one, other));

        String another = add("Johanna Meier", "5");
        tellApart(another, other);
        merge(one, another);
        assertThat(pairs()).isEmpty();
    }

    @Test
    void keepsNobodyFromMergingThemAllTheSame() {
        tellApart(one, other);

        merge(one, other);

        assertThat(frontDesk.get(clinic.path("patients/" + other)).status()).isEqualTo(301);
    }

    @Test
    void tellsApartOnlyWhoIsThere() {
        assertThat(tellApart(UUID.randomUUID().toString(), one)).isEqualTo(404);
        assertThat(tellApart(one, UUID.randomUUID().toString())).isEqualTo(422);
        assertThat(tellApart(one, one)).isEqualTo(422);
        assertThat(tellApart(one, new SampleClinic(clinic.administrator).patientId))
                .isEqualTo(422);
    }

    @Test
    void letsAnImportBeTakenBackAllTheSame() {
        String csv = Base64.getEncoder()
                .encodeToString(
                        "Name,Phone,Date of birth\nJohana Mayer,9,1980-03-05\n".getBytes(StandardCharsets.UTF_8));
        String imported = frontDesk
                .post(
                        clinic.path("patients/imports"),
                        Map.of("file", csv, "fileName", "more.csv", "addDuplicates", true))
                .id();
        String id = frontDesk
                .get(clinic.path("patients?query=Mayer"))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        tellApart(one, id);

        Api.Answer undone = frontDesk.post(clinic.path("patients/imports/" + imported + "/undo"), Map.of());

        assertThat(undone.json().path("removed").asInt()).as(undone.toString()).isEqualTo(1);
    }

    private int tellApart(String patient, String from) {
        return frontDesk
                .post(clinic.path("patients/" + patient + "/told-apart"), Map.of("otherId", from))
                .status();
    }

    private int takeBack(String patient, String from) {
        return frontDesk
                .post(clinic.path("patients/" + patient + "/told-apart/take-back"), Map.of("otherId", from))
                .status();
    }

    private void merge(String kept, String gone) {
        assertThat(frontDesk
                        .post(clinic.path("patients/" + kept + "/merge"), Map.of("otherId", gone))
                        .status())
                .isEqualTo(200);
    }

    private List<String> pairs() {
        return frontDesk
                .get(clinic.path("patients/duplicates"))
                .json()
                .path("items")
                .valueStream()
                .map(it -> pair(
                        it.path("one").path("id").asString(),
                        it.path("other").path("id").asString()))
                .toList();
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private String add(String name, String phone) {
        return frontDesk
                .post(clinic.path("patients"), Map.of("name", name, "phone", phone, "birthDate", "1980-03-05"))
                .id();
    }

    private List<String> actions(String subject) {
        return CurrentClinic.in(
                UUID.fromString(clinic.id),
                () -> TestServer.bean(TransactionTemplate.class)
                        .execute(_ -> TestServer.bean(JdbcClient.class)
                                .sql("select action from audit_entry where subject = ?")
                                .param(UUID.fromString(subject))
                                .query((row, number) -> row.getString(1))
                                .list()));
    }
}
