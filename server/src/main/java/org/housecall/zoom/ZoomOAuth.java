package org.housecall.zoom;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Zoom's token endpoint as it is on the wire. Answers come raw, because not all of them are JSON. */
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE, contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
interface ZoomOAuth {

    @PostExchange("/oauth/token")
    ResponseEntity<byte[]> token(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String basic, @RequestBody MultiValueMap<String, String> form);

    @PostExchange("/oauth/revoke")
    ResponseEntity<byte[]> revoke(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String basic, @RequestBody MultiValueMap<String, String> form);
}
