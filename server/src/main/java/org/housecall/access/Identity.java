package org.housecall.access;

import org.housecall.platform.Secret;

/**
 * Somebody as a clinic's provider knows them. Only the two together name a person, and for good: an e-mail address names
 * whoever holds it at the moment, or whoever an admin over there says so.
 */
public record Identity(String issuer, String subject) {

    byte[] subjectHash() {
        return Secret.hash(issuer + " " + subject);
    }

    @Override
    public String toString() {
        return "Identity[" + issuer + "]";
    }
}
