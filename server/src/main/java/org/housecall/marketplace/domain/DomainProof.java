package org.housecall.marketplace.domain;

import org.jspecify.annotations.Nullable;

/**
 * By what the owner of a Zoom app shows that this server's domain is theirs. Zoom hands out what to enter; nothing of it is
 * secret. What is not used is null.
 *
 * @param file what the file at {@link #FILE} holds; of the installation only, because there is one such address
 * @param metaName of a tag in the head of the start page and of the public pages; null together with {@code metaContent}
 * @param txtRecord what is to be entered at the domain's name server
 */
public record DomainProof(
        @Nullable String file,
        @Nullable String metaName,
        @Nullable String metaContent,
        @Nullable String txtRecord) {

    /** Where Zoom's own sample applications serve the file. */
    public static final String FILE = "/zoomverify/verifyzoom.html";

    static final DomainProof NONE = new DomainProof(null, null, null, null);
}
