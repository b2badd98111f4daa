package org.zoomsandbox.world;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a host's administrator has decided: settings no request can change, and how passcodes must look. */
public record HostSettings(Map<String, JsonNode> locked, PasscodePolicy passcodePolicy, boolean xmlErrors) {

    public static final HostSettings FREE = new HostSettings(Map.of(), PasscodePolicy.NONE, false);
}
