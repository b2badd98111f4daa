package org.zoomsandbox.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The accounts, people and apps this Zoom knows. */
public final class Directory {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, ZoomUser> users = new ConcurrentHashMap<>();
    private final Map<String, String> idsByEmail = new ConcurrentHashMap<>();
    private final Map<String, ZoomApp> apps = new ConcurrentHashMap<>();

    public void save(Account account) {
        accounts.put(account.id(), account);
    }

    public synchronized void save(ZoomUser user) {
        var old = users.put(user.id(), user);
        if (old != null) {
            idsByEmail.remove(key(old.email()));
        }
        idsByEmail.put(key(user.email()), user.id());
    }

    public void save(ZoomApp app) {
        apps.put(app.clientId(), app);
    }

    public synchronized void removeUser(String id) {
        var old = users.remove(id);
        if (old != null) {
            idsByEmail.remove(key(old.email()));
        }
    }

    public @Nullable Account account(String id) {
        return accounts.get(id);
    }

    /** The user with this id or e-mail address. */
    public @Nullable ZoomUser user(String idOrEmail) {
        var user = users.get(idOrEmail);
        if (user != null) {
            return user;
        }
        var id = idsByEmail.get(key(idOrEmail));
        return id == null ? null : users.get(id);
    }

    public @Nullable ZoomApp app(String clientId) {
        return apps.get(clientId);
    }

    public List<Account> accounts() {
        return sorted(accounts.values(), Comparator.comparing(Account::name));
    }

    public List<ZoomUser> users() {
        return sorted(users.values(), Comparator.comparing(ZoomUser::email));
    }

    public List<ZoomApp> apps() {
        return sorted(apps.values(), Comparator.comparing(ZoomApp::name));
    }

    public synchronized void clear() {
        accounts.clear();
        users.clear();
        idsByEmail.clear();
        apps.clear();
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private static <T> List<T> sorted(Collection<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }
}
