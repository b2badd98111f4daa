package org.housecall.keys;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.housecall.platform.Keyset;
import org.housecall.platform.RunningServers;
import org.springframework.stereotype.Component;

/** What each key is still needed for. */
@Component
public class KeyStates {

    private final SealedValues values;
    private final RunningServers servers;

    KeyStates(SealedValues values, RunningServers servers) {
        this.values = values;
        this.servers = servers;
    }

    /** Of every key of the keyset, and of any other that something is under. */
    public List<KeyState> of(Keyset keyset) {
        Map<Integer, Map<String, Long>> counts = values.count();
        List<RunningServers.Server> running = servers.all();
        return Stream.concat(keyset.ids().stream(), counts.keySet().stream())
                .distinct()
                .map(id -> new KeyState(
                        id,
                        KeyState.Role.of(id, keyset),
                        counts.getOrDefault(id, Map.of()),
                        running.stream().filter(it -> it.primary() == id).count()))
                .toList();
    }
}
