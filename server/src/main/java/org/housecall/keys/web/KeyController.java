package org.housecall.keys.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.keys.KeyState;
import org.housecall.keys.KeyStates;
import org.housecall.platform.EncryptionKey;
import org.housecall.platform.Keyset;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The encryption keys, as the server that answers knows them. They are changed by the command {@code keys}. */
@RestController
@RequestMapping("/api/v1/installation/keys")
class KeyController {

    private final EncryptionKey key;
    private final Keyset keyset;
    private final KeyStates states;

    KeyController(EncryptionKey key, Keyset keyset, KeyStates states) {
        this.key = key;
        this.keyset = keyset;
        this.states = states;
    }

    @Requires(Permission.MANAGE_INSTALLATION)
    @GetMapping
    Keys show() throws IOException {
        List<KeyState> all = states.of(keyset);
        long left = all.stream()
                .filter(it -> it.role() != KeyState.Role.PRIMARY)
                .mapToLong(KeyState::total)
                .sum();
        return new Keys(
                key.place(),
                key.liesWithDatabase(),
                left,
                all.stream().map(KeyView::of).toList());
    }

    /**
     * @param besideDatabase whether who takes the database takes the key along
     * @param left how many values are not under the primary key yet
     */
    record Keys(EncryptionKey.Place place, boolean besideDatabase, long left, List<KeyView> keys) {}

    /**
     * @param servers how many running servers encrypt with it
     * @param values how many values are encrypted with it, by table
     * @param dispensable whether it can be dropped
     */
    record KeyView(String id, KeyState.Role role, long servers, Map<String, Long> values, boolean dispensable) {
        static KeyView of(KeyState state) {
            return new KeyView(
                    Keyset.name(state.id()), state.role(), state.servers(), state.values(), state.isDispensable());
        }
    }
}
