package org.housecall.zoom;

import java.net.URI;
import java.time.Duration;
import org.housecall.platform.LoopbackOrHttps;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Zoom is.
 *
 * @param webUrl Zoom's OAuth pages and token endpoint; another one for the US government's cloud
 * @param apiUrl Zoom's REST base, with its version
 * @param connectTimeout how long reaching Zoom may take
 * @param readTimeout how long Zoom's answer may take
 */
@ConfigurationProperties("housecall.zoom")
public record ZoomSettings(
        @DefaultValue("https://zoom.us") URI webUrl,
        @DefaultValue("https://api.zoom.us/v2") URI apiUrl,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout) {

    private static final URI ZOOMS_WEB = URI.create("https://zoom.us");
    private static final URI ZOOMS_API = URI.create("https://api.zoom.us/v2");

    public ZoomSettings {
        webUrl = withoutTrailingSlash(webUrl);
        apiUrl = withoutTrailingSlash(apiUrl);
        LoopbackOrHttps.check("HOUSECALL_ZOOM_WEB_URL", webUrl);
        LoopbackOrHttps.check("HOUSECALL_ZOOM_API_URL", apiUrl);
    }

    /** Whether this is Zoom itself, as everybody uses it. */
    public boolean isZoomsOwn() {
        return webUrl.equals(ZOOMS_WEB) && apiUrl.equals(ZOOMS_API);
    }

    private static URI withoutTrailingSlash(URI url) {
        return URI.create(url.toString().replaceAll("/+$", ""));
    }
}
