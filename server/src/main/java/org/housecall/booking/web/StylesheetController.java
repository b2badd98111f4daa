package org.housecall.booking.web;

import java.time.Duration;
import org.housecall.access.Public;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one stylesheet of the public pages. */
@RestController
class StylesheetController {

    @Public("Colours and spacing.")
    @GetMapping("/pages.css")
    ResponseEntity<Resource> stylesheet() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(new ClassPathResource("templates/booking/pages.css"));
    }
}
