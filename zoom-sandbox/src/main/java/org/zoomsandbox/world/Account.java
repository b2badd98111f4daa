package org.zoomsandbox.world;

/** A Zoom account: one person's own, or an organisation's with several users. */
public record Account(String id, String name, Plan plan) {}
