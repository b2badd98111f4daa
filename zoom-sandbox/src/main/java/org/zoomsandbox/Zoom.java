package org.zoomsandbox;

import org.zoomsandbox.http.CallLog;
import org.zoomsandbox.http.Faults;
import org.zoomsandbox.http.Gate;
import org.zoomsandbox.http.RateLimits;
import org.zoomsandbox.http.RefreshLog;
import org.zoomsandbox.meetings.MeetingDesk;
import org.zoomsandbox.meetings.Meetings;
import org.zoomsandbox.meetings.StartLinks;
import org.zoomsandbox.oauth.AccessTokens;
import org.zoomsandbox.oauth.Installations;
import org.zoomsandbox.oauth.Tokens;
import org.zoomsandbox.webhooks.Disturbances;
import org.zoomsandbox.webhooks.Webhooks;
import org.zoomsandbox.world.Directory;
import org.zoomsandbox.world.IssuedSecrets;
import org.zoomsandbox.world.Json;
import org.zoomsandbox.world.SampleWorld;
import org.zoomsandbox.world.Site;
import org.zoomsandbox.world.VirtualClock;
import org.zoomsandbox.world.ZoomApp;

/** Everything this Zoom consists of, put together. */
final class Zoom {

    final Options options;
    final Site site;
    final VirtualClock clock = new VirtualClock();
    final IssuedSecrets secrets = new IssuedSecrets();
    final Directory directory = new Directory();
    final Tokens tokens = new Tokens(clock, secrets);
    final Disturbances disturbances = new Disturbances();
    final Webhooks webhooks;
    final Installations installations;
    final StartLinks links = new StartLinks(clock, secrets);
    final Meetings meetings;
    final MeetingDesk desk;
    final RateLimits limits = new RateLimits(clock);
    final Faults faults = new Faults();
    final CallLog calls = new CallLog();
    final RefreshLog refreshes = new RefreshLog();
    final Gate gate;

    Zoom(Options options) {
        this.options = options;
        this.site = new Site(options.loopbackHttpAllowed(), options.linkHost());
        this.webhooks = new Webhooks(clock, directory, tokens, disturbances, site);
        this.installations = new Installations(directory, tokens, webhooks);
        this.meetings = new Meetings(clock, directory, secrets, webhooks, site, links);
        this.desk = new MeetingDesk(directory, meetings);
        this.gate = new Gate(clock, directory, new AccessTokens(directory, tokens), limits, faults, calls, refreshes);
        clock.onJump(this::tick);
        populate();
    }

    /** Does what time has made due. */
    void tick() {
        meetings.endOvertime();
        webhooks.pump();
    }

    /** Forgets everything and starts over. */
    void reset() {
        faults.clear();
        disturbances.clear();
        webhooks.clear();
        meetings.clear();
        tokens.clear();
        directory.clear();
        secrets.clear();
        calls.clear();
        refreshes.clear();
        limits.reset();
        clock.reset();
        populate();
    }

    private void populate() {
        SampleWorld.fill(directory, options.redirectUris());
        for (var app : directory.apps()) {
            secrets.add("client_secret", app.clientSecret());
            secrets.add("webhook_secret", app.webhook().secretToken());
            if (options.webhookUrl() != null) {
                subscribe(app, options.webhookUrl());
            }
        }
    }

    private void subscribe(ZoomApp app, String url) {
        var changes = Json.object().put("deauthorizationUrl", url);
        changes.putObject("webhook").put("url", url);
        directory.save(Json.patched(app, changes, ZoomApp.class));
    }
}
