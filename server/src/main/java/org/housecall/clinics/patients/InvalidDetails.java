package org.housecall.clinics.patients;

import java.util.List;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;

/** A record cannot say this; names every field that is wrong. */
class InvalidDetails extends Problem {

    InvalidDetails(List<FieldError> wrong) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        wrong.forEach(it -> error(it.field(), it.messageKey(), it.arguments().toArray()));
    }
}
