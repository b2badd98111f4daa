package org.housecall.access.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.housecall.access.signon.SignOnTrouble.Kind;
import org.housecall.platform.OutgoingFailed;
import org.housecall.platform.OutgoingHttp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Speaks OpenID Connect. The protocol is the Nimbus SDK's; ours are the way to the provider ({@link OutgoingHttp}), and
 * that every sign-on reads the provider's description and keys anew: there are few, and a key that was changed is never
 * waited for.
 */
@Component
class OpenIdConnect {

    private static final Scope SCOPE = new Scope(OIDCScopeValue.OPENID);

    /** By a private key of the provider's; never none, and never by the secret that we know too. */
    private static final Set<JWSAlgorithm> SIGNED_BY = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private final OutgoingHttp http;

    OpenIdConnect(OutgoingHttp http) {
        this.http = http;
    }

    /** What a provider says of itself. */
    OIDCProviderMetadata describe(SignOnProvider provider) throws SignOnTrouble {
        HTTPRequest request = new OIDCProviderConfigurationRequest(new Issuer(provider.issuer())).toHTTPRequest();
        OIDCProviderMetadata found = described(send(request));
        if (!provider.issuer().equals(found.getIssuer().getValue())) {
            throw new SignOnTrouble(Kind.OTHER_ISSUER, found.getIssuer().getValue(), null);
        }
        URI authorization = found.getAuthorizationEndpointURI();
        if (authorization == null
                || !http.isAcceptable(authorization)
                || found.getTokenEndpointURI() == null
                || found.getResponseTypes() == null
                || !found.getResponseTypes().contains(ResponseType.CODE)) {
            throw new SignOnTrouble(Kind.NO_CODE_FLOW, null);
        }
        return found;
    }

    private static OIDCProviderMetadata described(HTTPResponse answer) throws SignOnTrouble {
        try {
            if (answer.getStatusCode() != HTTPResponse.SC_OK) {
                throw new SignOnTrouble(Kind.NO_DESCRIPTION, String.valueOf(answer.getStatusCode()), null);
            }
            return OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
        } catch (ParseException | IllegalArgumentException e) {
            throw new SignOnTrouble(Kind.NO_DESCRIPTION, e);
        }
    }

    /**
     * Where the browser goes.
     *
     * @param fresh whether the person must prove themselves there anew, whatever they did before
     */
    URI authorizeUrl(
            OIDCProviderMetadata described,
            SignOnProvider provider,
            SignOnAttempts.Secrets secrets,
            URI redirectUri,
            boolean fresh) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, SCOPE, new ClientID(provider.clientId()), redirectUri)
                .endpointURI(described.getAuthorizationEndpointURI())
                .state(new State(secrets.state()))
                .nonce(new Nonce(secrets.nonce()))
                .codeChallenge(new CodeVerifier(secrets.verifier()), CodeChallengeMethod.S256);
        if (fresh) {
            request.prompt(Prompt.Type.LOGIN).maxAge(0);
        }
        return request.build().toURI();
    }

    /** Who has signed in there: what the code is exchanged for, once its token has stood every check. */
    IDTokenClaimsSet identify(
            SignOnProvider provider, String clientSecret, String code, SignOnAttempts.Kept kept, URI redirectUri)
            throws SignOnTrouble {
        OIDCProviderMetadata described = describe(provider);
        OIDCTokenResponse tokens = exchange(described, provider, clientSecret, code, kept.verifier(), redirectUri);
        JWKSet keys = keys(described);
        IDTokenValidator validator = new IDTokenValidator(
                described.getIssuer(),
                new ClientID(provider.clientId()),
                new JWSVerificationKeySelector<>(SIGNED_BY, new ImmutableJWKSet<SecurityContext>(keys)),
                null);
        try {
            IDTokenClaimsSet person = validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(kept.nonce()));
            if (!isMadeFor(provider, person)) {
                throw new SignOnTrouble(Kind.TOKEN, null);
            }
            return person;
        } catch (BadJOSEException | JOSEException e) {
            throw new SignOnTrouble(Kind.TOKEN, e);
        }
    }

    /** The one check that the SDK leaves out: a token for several names the one it was made for (OpenID Connect Core 3.1.3.7). */
    private static boolean isMadeFor(SignOnProvider provider, IDTokenClaimsSet person) {
        AuthorizedParty party = person.getAuthorizedParty();
        return party == null
                ? person.getAudience().size() == 1
                : party.getValue().equals(provider.clientId());
    }

    OIDCTokenResponse exchange(
            OIDCProviderMetadata described,
            SignOnProvider provider,
            String clientSecret,
            String code,
            String verifier,
            URI redirectUri)
            throws SignOnTrouble {
        TokenRequest request = new TokenRequest.Builder(
                        described.getTokenEndpointURI(),
                        authentication(described, provider, clientSecret),
                        new AuthorizationCodeGrant(
                                new AuthorizationCode(code), redirectUri, new CodeVerifier(verifier)))
                .build();
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
            if (answer.indicatesSuccess()
                    && answer.toSuccessResponse() instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens;
            }
            throw new SignOnTrouble(refusal(answer), null);
        } catch (ParseException e) {
            throw new SignOnTrouble(Kind.TOKEN, e);
        }
    }

    private static Kind refusal(TokenResponse answer) {
        if (answer.indicatesSuccess()) {
            return Kind.TOKEN;
        }
        var error = answer.toErrorResponse().getErrorObject();
        return error != null
                        && (OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode())
                                || OAuth2Error.UNAUTHORIZED_CLIENT.getCode().equals(error.getCode())
                                || error.getHTTPStatusCode() == HTTPResponse.SC_UNAUTHORIZED)
                ? Kind.CLIENT
                : Kind.CODE;
    }

    private static ClientAuthentication authentication(
            OIDCProviderMetadata described, SignOnProvider provider, String clientSecret) {
        ClientID client = new ClientID(provider.clientId());
        Secret secret = new Secret(clientSecret);
        List<ClientAuthenticationMethod> methods = described.getTokenEndpointAuthMethods();
        boolean onlyInBody = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return onlyInBody ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    /** The keys that a provider signs with. */
    JWKSet keys(OIDCProviderMetadata described) throws SignOnTrouble {
        URI place = described.getJWKSetURI();
        if (place == null) {
            throw new SignOnTrouble(Kind.KEYS, null);
        }
        try {
            JWKSet keys = JWKSet.parse(
                    send(new HTTPRequest(HTTPRequest.Method.GET, place)).getBody());
            if (keys.isEmpty()) {
                throw new SignOnTrouble(Kind.KEYS, null);
            }
            return keys;
        } catch (java.text.ParseException | IllegalArgumentException e) {
            throw new SignOnTrouble(Kind.KEYS, e);
        }
    }

    private HTTPResponse send(HTTPRequest request) throws SignOnTrouble {
        try {
            return request.send(this::send);
        } catch (OutgoingFailed e) {
            throw SignOnTrouble.of(e);
        } catch (IOException e) {
            throw new SignOnTrouble(Kind.NO_ANSWER, e);
        }
    }

    private HTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        OutgoingHttp.Answer answer =
                http.send(request.getMethod().name(), request.getURI(), request.getHeaderMap(), request.getBody());
        HTTPResponse response = new HTTPResponse(answer.status());
        @Nullable String type = answer.headers().get("Content-Type");
        if (type != null) {
            response.setHeader("Content-Type", type);
        }
        response.setBody(answer.body());
        return response;
    }
}
