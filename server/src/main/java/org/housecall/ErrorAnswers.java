package org.housecall;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.housecall.access.Public;
import org.housecall.platform.Problem;
import org.housecall.platform.web.ProblemWriter;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What no handler has answered, as a firewall's refusal or a failing filter, in the words of every other problem. */
@Controller
class ErrorAnswers implements ErrorController {

    private final ProblemWriter problems;

    ErrorAnswers(ProblemWriter problems) {
        this.problems = problems;
    }

    @Public("Says of a request that has failed already only that it has.")
    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        Problem problem = problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.document(problem));
    }

    private static Problem problem(Object code) {
        HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : HttpStatus.NOT_FOUND;
        if (status == null || status == HttpStatus.NOT_FOUND) {
            return Problem.notFound();
        }
        if (status.is5xxServerError()) {
            return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
        }
        return switch (status) {
            case UNAUTHORIZED -> Problem.unauthenticated();
            case FORBIDDEN -> Problem.forbidden();
            case METHOD_NOT_ALLOWED -> new Problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
            case CONTENT_TOO_LARGE -> new Problem(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            default -> new Problem(HttpStatus.BAD_REQUEST, "malformed");
        };
    }
}
