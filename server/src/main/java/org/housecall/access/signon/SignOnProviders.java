package org.housecall.access.signon;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.OutgoingHttp;
import org.housecall.platform.Problem;
import org.housecall.platform.SecretBox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The providers of clinics. */
@Repository
public class SignOnProviders {

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final OutgoingHttp http;
    private final Audit audit;

    SignOnProviders(JdbcClient jdbc, SecretBox box, OutgoingHttp http, Audit audit) {
        this.jdbc = jdbc;
        this.box = box;
        this.http = http;
        this.audit = audit;
    }

    public Optional<SignOnProvider> of(UUID clinicId) {
        return jdbc.sql("select clinic_id, issuer, client_id from single_sign_on where clinic_id = ?")
                .param(clinicId)
                .query(SignOnProvider.class)
                .optional();
    }

    String clientSecret(SignOnProvider provider) {
        byte[] secret = jdbc.sql("select client_secret from single_sign_on where clinic_id = ?")
                .param(provider.clinicId())
                .query(byte[].class)
                .single();
        return box.open(secret, context(provider));
    }

    /**
     * Stores the current clinic's provider.
     *
     * @param clientSecret null: keep the stored one, which is for this client at this provider and no other
     */
    @Transactional
    public void save(String issuer, String clientId, @Nullable String clientSecret) {
        if (!isIssuer(issuer)) {
            throw Problem.invalid("issuer", "access.sign-on.issuer");
        }
        SignOnProvider wanted = new SignOnProvider(CurrentClinic.id(), issuer, clientId);
        byte[] secret = box.sealIfPresent(clientSecret, context(wanted));
        if (secret == null) {
            if (!of(wanted.clinicId()).filter(wanted::equals).isPresent()) {
                throw Problem.invalid("clientSecret", "access.sign-on.secret");
            }
            return;
        }
        jdbc.sql("""
                        insert into single_sign_on (clinic_id, issuer, client_id, client_secret)
                        values (:clinic, :issuer, :client, :secret)
                        on conflict (clinic_id) do update set
                          issuer = excluded.issuer, client_id = excluded.client_id, client_secret = excluded.client_secret""")
                .param("clinic", wanted.clinicId())
                .param("issuer", issuer)
                .param("client", clientId)
                .param("secret", secret)
                .update();
        audit.record(Action.SINGLE_SIGN_ON_CHANGED, wanted.clinicId());
    }

    /** Removes it, and with it whom it vouched for. */
    @Transactional
    public void remove() {
        UUID clinicId = CurrentClinic.id();
        jdbc.sql("delete from single_sign_on_link where clinic_id = ?")
                .param(clinicId)
                .update();
        int gone = jdbc.sql("delete from single_sign_on where clinic_id = ?")
                .param(clinicId)
                .update();
        if (gone > 0) {
            audit.record(Action.SINGLE_SIGN_ON_REMOVED, clinicId);
        }
    }

    private boolean isIssuer(String issuer) {
        try {
            URI url = new URI(issuer);
            return http.isAcceptable(url) && url.getRawQuery() == null && url.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Names issuer and client too: the secret is told to nobody else. */
    static String context(SignOnProvider provider) {
        return "single-sign-on/" + provider.clinicId() + "/" + provider.clientId() + "@" + provider.issuer();
    }
}
