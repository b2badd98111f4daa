package org.housecall;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.keys.KeyState;
import org.housecall.keys.KeyStates;
import org.housecall.platform.EncryptionKey;
import org.housecall.platform.KeysInUse;
import org.housecall.platform.Keyset;
import org.housecall.platform.RunningServers;
import org.housecall.platform.SealedColumns;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The command {@code keys}: shows and changes the encryption keys. A server reads them when it starts, so each step here
 * looks first at what is running and at what is still encrypted under which key.
 */
@Command
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = {
            @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = SealedColumns.class),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern =
                            "org\\.housecall\\.(platform\\.(DatabaseConfiguration|EncryptionKey|KeysInUse|RunningServers)|platform\\.postgres\\.EmbeddedDatabaseConfiguration|audit\\.Audit|clinics\\.Clinics|keys\\.(SealedValues|KeyStates))")
        })
class ChangeKeys {

    private static final String PRINT = "--print";

    private final EncryptionKey key;
    private final KeyStates states;
    private final KeysInUse inUse;
    private final RunningServers servers;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final MessageSource messages;

    ChangeKeys(
            EncryptionKey key,
            KeyStates states,
            KeysInUse inUse,
            RunningServers servers,
            Audit audit,
            TransactionTemplate transactions,
            MessageSource messages) {
        this.key = key;
        this.states = states;
        this.inUse = inUse;
        this.servers = servers;
        this.audit = audit;
        this.transactions = transactions;
        this.messages = messages;
    }

    static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("keys");
    }

    /** 0 where it was done, else 1; why not is printed on standard error. */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext context = Command.Context.open(ChangeKeys.class)) {
            return context.getBean(ChangeKeys.class).answer(arguments);
        }
    }

    private int answer(String... arguments) {
        boolean print = arguments.length == 3 && arguments[2].equals(PRINT);
        if (arguments.length != 2 && !print) {
            return refuse("keys.usage");
        }
        try {
            Keyset keyset = key.read();
            return switch (arguments[1]) {
                case "status" -> status(keyset);
                case "add" -> add(keyset, print);
                case "promote" -> promote(keyset, print);
                case "rotate" -> rotate(keyset, print);
                case "prune" -> prune(keyset, print);
                default -> refuse("keys.usage");
            };
        } catch (IOException e) {
            return refuse("keys.not-written", key.file(), e.toString());
        }
    }

    private int status(Keyset keyset) throws IOException {
        System.out.println(
                key.place() == EncryptionKey.Place.CONFIGURATION
                        ? words("keys.in-configuration")
                        : words("keys.in-file", key.file()));
        List<KeyState> all = states.of(keyset);
        for (KeyState state : all) {
            System.out.println(
                    words("keys.role." + state.role(), Keyset.name(state.id()), state.total(), state.servers()));
            state.values().forEach((table, count) -> System.out.println(words("keys.values", table, count)));
        }
        List<KeyState> old =
                all.stream().filter(it -> it.role() == KeyState.Role.OLD).toList();
        if (!old.isEmpty()) {
            System.out.println(
                    words(old.stream().allMatch(KeyState::isDispensable) ? "keys.old-can-go" : "keys.old-are-needed"));
        }
        return 0;
    }

    private int add(Keyset keyset, boolean print) throws IOException {
        if (keyset.waiting().isPresent()) {
            return refuse("keys.waits-already", Keyset.name(keyset.waiting().get()));
        }
        Keyset changed = keyset.withNewKey();
        return change(changed, print, Map.of(changed.ids().getLast(), Action.ENCRYPTION_KEY_ADDED), "keys.added");
    }

    private int promote(Keyset keyset, boolean print) throws IOException {
        if (keyset.waiting().isEmpty()) {
            return refuse("keys.nothing-waits");
        }
        int waiting = keyset.waiting().get();
        long ignorant = servers.all().stream()
                .filter(server -> !server.known().contains(waiting))
                .count();
        if (ignorant > 0) {
            return refuse("keys.not-known-everywhere", Keyset.name(waiting), ignorant);
        }
        return change(keyset.promoted(), print, Map.of(waiting, Action.ENCRYPTION_KEY_PROMOTED), "keys.promoted");
    }

    /** Both at once: what one server can do, since it is never asked to open what another has sealed. */
    private int rotate(Keyset keyset, boolean print) throws IOException {
        if (keyset.waiting().isPresent()) {
            return refuse("keys.waits-already", Keyset.name(keyset.waiting().get()));
        }
        int running = servers.all().size();
        if (running > 1) {
            return refuse("keys.several-servers", running);
        }
        Keyset changed = keyset.withNewKey().promoted();
        return change(changed, print, Map.of(changed.primary(), Action.ENCRYPTION_KEY_PROMOTED), "keys.promoted");
    }

    private int prune(Keyset keyset, boolean print) throws IOException {
        if (keyset.old().isEmpty()) {
            return refuse("keys.nothing-old");
        }
        for (KeyState state : states.of(keyset)) {
            if (state.role() == KeyState.Role.OLD && !state.isDispensable()) {
                return refuse("keys.still-needed", Keyset.name(state.id()), state.total(), state.servers());
            }
        }
        Map<Integer, Action> dropped = keyset.old().stream()
                .collect(java.util.stream.Collectors.toMap(id -> id, _ -> Action.ENCRYPTION_KEY_DROPPED));
        return change(keyset.withoutOld(), print, dropped, "keys.dropped");
    }

    /** The database first: it may know fewer keys than the keyset has, but never more. */
    private int change(Keyset changed, boolean print, Map<Integer, Action> actions, String done) throws IOException {
        if (!print && key.place() == EncryptionKey.Place.CONFIGURATION) {
            return refuse("keys.print-needed");
        }
        if (!print && !Files.isWritable(key.file().toRealPath().resolveSibling("."))) {
            return refuse("keys.not-writable", key.file());
        }
        transactions.executeWithoutResult(_ -> actions.forEach((id, action) -> {
            if (action == Action.ENCRYPTION_KEY_DROPPED) {
                inUse.forget(id);
            }
            audit.record(action, new UUID(0, Integer.toUnsignedLong(id)));
        }));
        if (print) {
            System.out.println(changed.json());
        } else {
            key.replace(changed);
        }
        actions.keySet().forEach(id -> System.err.println(words(done, Keyset.name(id))));
        return 0;
    }

    private int refuse(String reason, Object... arguments) {
        System.err.println(words(reason, arguments));
        return 1;
    }

    private String words(String message, Object... arguments) {
        return messages.getMessage(message, arguments, Locale.ENGLISH);
    }
}
