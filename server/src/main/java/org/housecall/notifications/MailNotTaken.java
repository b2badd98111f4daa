package org.housecall.notifications;

/** A mail is still here. Carries no cause: a mail server's own words repeat the recipient's address. */
class MailNotTaken extends RuntimeException {

    private final Mail.Trouble trouble;

    MailNotTaken(Mail.Trouble trouble) {
        super("A mail could not be sent: " + trouble);
        this.trouble = trouble;
    }

    Mail.Trouble trouble() {
        return trouble;
    }
}
