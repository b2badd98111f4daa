package org.housecall.zoom;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Zoom's REST interface as it is on the wire. Answers come raw, because not all of them are JSON; the base differs by
 * token. Zoom wants both JSON headers with every request, with those too that have no body.
 */
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE, contentType = MediaType.APPLICATION_JSON_VALUE)
interface ZoomApi {

    @GetExchange("/users/{user}")
    ResponseEntity<byte[]> user(
            UriBuilderFactory base,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("user") String user);

    @PostExchange("/users/{user}/meetings")
    ResponseEntity<byte[]> create(
            UriBuilderFactory base,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("user") String user,
            @RequestBody Map<String, Object> meeting);

    @GetExchange("/users/{user}/meetings?type=scheduled&page_size=300")
    ResponseEntity<byte[]> list(
            UriBuilderFactory base,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("user") String user,
            @RequestParam("next_page_token") String page);

    @GetExchange("/meetings/{meeting}")
    ResponseEntity<byte[]> read(
            UriBuilderFactory base,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("meeting") String meeting);

    @PatchExchange("/meetings/{meeting}")
    ResponseEntity<byte[]> update(
            UriBuilderFactory base,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("meeting") String meeting,
            @RequestBody Map<String, Object> changes);

    /** Zoom mails nobody about it: that is ours to do. */
    @DeleteExchange("/meetings/{meeting}?schedule_for_reminder=false")
    ResponseEntity<byte[]> delete(
            UriBuilderFactory base,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("meeting") String meeting);
}
