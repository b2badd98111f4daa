package org.housecall.access.signon;

import java.util.UUID;

/** The OpenID provider that a clinic's people sign in at. */
public record SignOnProvider(UUID clinicId, String issuer, String clientId) {}
