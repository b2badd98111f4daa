package org.housecall.marketplace.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.housecall.platform.NoTransaction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks the domain name system for TXT records, by the JDK's own client. */
@Component
public class TxtRecords {

    /** Whom the machine asks. */
    private static final String SYSTEM = "dns:";

    private static final String PATIENCE_MILLIS = "2000";

    private final String server;

    @Autowired
    TxtRecords() {
        this(SYSTEM);
    }

    TxtRecords(String server) {
        this.server = server;
    }

    /** What a look found. */
    public enum Outcome {
        FOUND,
        /** The name has records, but not this one; or none. */
        OTHER,
        NO_SUCH_NAME,
        /** Nobody answered, or not with a list. */
        NO_ANSWER
    }

    /**
     * What a look found, and where.
     *
     * @param name the one that has the record; else the first that was asked for
     */
    public record Finding(Outcome outcome, String name) {}

    /** Looks for a record at a host's name and at the domains above it, as far as two labels. Takes a few seconds at most for each. */
    public Finding look(String host, String record) {
        NoTransaction.check();
        boolean known = false;
        for (String name : withDomainsAbove(host)) {
            try {
                if (texts(name).contains(record)) {
                    return new Finding(Outcome.FOUND, name);
                }
                known = true;
            } catch (NameNotFoundException _) {
                // A host may be without, and the domain above it not.
            } catch (NamingException _) {
                return new Finding(Outcome.NO_ANSWER, host);
            }
        }
        return new Finding(known ? Outcome.OTHER : Outcome.NO_SUCH_NAME, host);
    }

    private static List<String> withDomainsAbove(String host) {
        List<String> names = new ArrayList<>(List.of(host));
        String name = host;
        while (name.indexOf('.') != name.lastIndexOf('.')) {
            name = name.substring(name.indexOf('.') + 1);
            names.add(name);
        }
        return names;
    }

    @SuppressWarnings({"BanJNDI", "JdkObsolete"
    }) // Text from a name server, never an object; and JNDI takes a Hashtable.
    private List<String> texts(String name) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, server);
        settings.put("com.sun.jndi.dns.timeout.initial", PATIENCE_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", "1");
        InitialDirContext names = new InitialDirContext(settings);
        try {
            Attribute found = names.getAttributes(name, new String[] {"TXT"}).get("TXT");
            return found == null
                    ? List.of()
                    : Collections.list(found.getAll()).stream()
                            .map(text -> text.toString().replace("\"", ""))
                            .toList();
        } finally {
            names.close();
        }
    }
}
