package org.housecall.zoom.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.housecall.access.Public;
import org.housecall.platform.Problem;
import org.housecall.zoom.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where Zoom delivers events and deauthorizations. The body is taken as it comes, because its very bytes are signed. */
@RestController
class WebhookController {

    private static final int LARGEST = 64 * 1024;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Public("Signed with the app's webhook secret.")
    @PostMapping(Webhooks.PATH + "{appId}")
    ResponseEntity<?> receive(
            @PathVariable UUID appId,
            @RequestHeader(name = "x-zm-signature", required = false) @Nullable String signature,
            @RequestHeader(name = "x-zm-request-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "x-zm-request-id", required = false) @Nullable String requestId,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        return webhooks.receive(appId, new Webhooks.Headers(signature, timestamp, requestId), body)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
