package org.housecall.access;

import java.time.Duration;
import java.util.UUID;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in by a mailed link, for patients who keep no password. */
@Service
public class SignInLinks {

    private final MailedLinks links;
    private final Accounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SignInLinks(MailedLinks links, Accounts accounts, Audit audit, ApplicationEventPublisher events) {
        this.links = links;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    /** Sends a link if the address has an account that is no Administrator's and not sealed; says nothing either way. */
    @Transactional
    public void request(String email) {
        accounts.findByEmail(email)
                .filter(account -> !account.administrator() && !account.isSealed())
                .ifPresent(account -> links.issue(MailedLinks.Kind.SIGN_IN, account.id())
                        .ifPresent(token -> {
                            audit.recordFor(account.id(), Action.SIGN_IN_LINK_REQUESTED, account.id());
                            events.publishEvent(new Requested(
                                    account.email(), account.name(), token, MailedLinks.Kind.SIGN_IN.goodFor()));
                        }));
    }

    /** The account an open link is for. */
    UUID accountOf(String token) {
        return links.accountOf(MailedLinks.Kind.SIGN_IN, token);
    }

    /** Uses the link up; the account it was for. */
    @Transactional
    UUID use(String token) {
        UUID accountId = links.use(MailedLinks.Kind.SIGN_IN, token);
        accounts.claim(accountId, null);
        return accountId;
    }

    /** A link was asked for. The token is its secret: never store or log it in the clear. */
    public record Requested(String email, String name, String token, Duration goodFor) {}
}
