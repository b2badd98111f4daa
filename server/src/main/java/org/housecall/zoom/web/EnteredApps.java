package org.housecall.zoom.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.housecall.zoom.AppChanges;
import org.housecall.zoom.ZoomApp;
import org.housecall.zoom.ZoomApps;
import org.housecall.zoom.ZoomPlan;
import org.jspecify.annotations.Nullable;

/** What somebody enters of Zoom apps and their pairs of credentials. */
final class EnteredApps {

    /** Sent to Zoom as name and password of HTTP's basic authentication: a colon ends the name, and neither may leave ASCII. */
    private static final String ID = "[!-9;-~\\s]*";

    private static final String SECRET = "[!-~\\s]*";
    private static final String UNSENDABLE = "{zoom.app.credential.characters}";

    private EnteredApps() {}

    /** A section left out stays as it is; one that is null goes. A class, because a record cannot tell the two apart. */
    static final class ZoomAppChange {

        @Valid
        private @Nullable OAuthSection oauth;

        @Valid
        private @Nullable ServerSection serverToServer;

        private boolean oauthGiven;
        private boolean serverToServerGiven;

        @JsonSetter
        void setOauth(@Nullable OAuthSection section) {
            oauth = section;
            oauthGiven = true;
        }

        @JsonSetter
        void setServerToServer(@Nullable ServerSection section) {
            serverToServer = section;
            serverToServerGiven = true;
        }

        List<AppChanges.Change> changes() {
            List<AppChanges.Change> changes = new ArrayList<>();
            if (oauthGiven) {
                changes.add(new AppChanges.Change(
                        ZoomApp.Kind.GENERAL, Optional.ofNullable(oauth).map(OAuthSection::credentials)));
            }
            if (serverToServerGiven) {
                changes.add(new AppChanges.Change(
                        ZoomApp.Kind.SERVER_TO_SERVER,
                        Optional.ofNullable(serverToServer).map(ServerSection::credentials)));
            }
            return changes;
        }
    }

    record OAuthSection(
            @NotBlank @Size(max = 200) @Pattern(regexp = ID, message = UNSENDABLE)
            String clientId,

            @Nullable @Size(max = 200) @Pattern(regexp = SECRET, message = UNSENDABLE)
            String clientSecret,

            @Nullable @Size(max = 200) String webhookSecret,

            @Nullable ZoomPlan plan) {

        ZoomApps.AppCredentials credentials() {
            return new ZoomApps.AppCredentials(
                    clientId.strip(), secret(clientSecret), secret(webhookSecret), null, plan);
        }

        @Override
        public String toString() {
            return "OAuthSection[" + clientId + "]";
        }
    }

    record ServerSection(
            @NotBlank @Size(max = 200) String accountId,

            @NotBlank @Size(max = 200) @Pattern(regexp = ID, message = UNSENDABLE)
            String clientId,

            @Nullable @Size(max = 200) @Pattern(regexp = SECRET, message = UNSENDABLE)
            String clientSecret,

            @Nullable @Size(max = 200) String webhookSecret,

            @Nullable ZoomPlan plan) {

        ZoomApps.AppCredentials credentials() {
            return new ZoomApps.AppCredentials(
                    clientId.strip(), secret(clientSecret), secret(webhookSecret), accountId.strip(), plan);
        }

        @Override
        public String toString() {
            return "ServerSection[" + clientId + "]";
        }
    }

    private static @Nullable String secret(@Nullable String entered) {
        return entered == null || entered.isBlank() ? null : entered.strip();
    }

    /** Both pairs, whole: a development pair left out goes, and a secret left out stays with its client id. */
    record CredentialPairsChange(
            @NotNull @Valid EnteredCredentials production,
            @Nullable @Valid EnteredCredentials development,
            @NotNull ZoomApps.Pair inUse) {}

    record EnteredCredentials(
            @NotBlank @Size(max = 200) @Pattern(regexp = ID, message = UNSENDABLE)
            String clientId,

            @Nullable @Size(max = 200) @Pattern(regexp = SECRET, message = UNSENDABLE)
            String clientSecret) {

        AppChanges.EnteredPair entered() {
            return new AppChanges.EnteredPair(clientId.strip(), secret(clientSecret));
        }

        @Override
        public String toString() {
            return "EnteredCredentials[" + clientId + "]";
        }
    }
}
