package org.housecall.marketplace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes a Zoom app and answers for it. What is not known yet is null.
 *
 * @param company as it appears in Zoom's listing
 * @param address postal, in lines
 * @param country ISO 3166 code of two letters
 * @param supportHours when support is there, in words
 * @param firstResponse how soon it answers at first, in words
 */
public record Publisher(
        @Nullable String company,
        @Nullable String contactEmail,
        @Nullable String address,
        @Nullable String country,
        @Nullable String supportHours,
        @Nullable String firstResponse) {

    static final Publisher UNKNOWN = new Publisher(null, null, null, null, null, null);

    /** A part of it; its word is {@code marketplace.publisher.<NAME>}. */
    public enum Part {
        COMPANY,
        CONTACT_EMAIL,
        ADDRESS,
        COUNTRY,
        SUPPORT_HOURS,
        FIRST_RESPONSE
    }

    /** What pages and documents still have to leave out. */
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        for (Part part : Part.values()) {
            String value = switch (part) {
                case COMPANY -> company;
                case CONTACT_EMAIL -> contactEmail;
                case ADDRESS -> address;
                case COUNTRY -> country;
                case SUPPORT_HOURS -> supportHours;
                case FIRST_RESPONSE -> firstResponse;
            };
            if (value == null) {
                missing.add(part);
            }
        }
        return missing;
    }
}
