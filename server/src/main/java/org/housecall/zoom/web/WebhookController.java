package org.housecall.zoom.web;

import java.util.UUID;
import org.housecall.access.Public;
import org.housecall.zoom.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Zoom delivers what happened. */
@RestController
class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Public("Every delivery is verified by its signature over the raw bytes.")
    @PostMapping("/zoom/webhooks/{appId}")
    ResponseEntity<Webhooks.Challenge> receive(
            @PathVariable UUID appId,
            @RequestHeader(name = "x-zm-signature", required = false) @Nullable String signature,
            @RequestHeader(name = "x-zm-request-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "x-zm-request-id", required = false) @Nullable String requestId,
            @RequestBody byte[] body) {
        return webhooks.receive(appId, new Webhooks.Headers(signature, timestamp, requestId), body)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
