package org.housecall.booking;

import java.util.List;

/** What the head of every public page says to machines besides. */
public interface HeadTags {

    /** Of letters, digits and few signs: nothing that could end an attribute. */
    record Tag(String name, String content) {}

    List<Tag> all();
}
