package org.housecall.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.housecall.access.ApiTokens;
import org.housecall.access.Permission;
import org.housecall.access.RecentSignIn;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.housecall.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own API tokens. */
@RestController
@RequestMapping("/api/v1/api-tokens")
class ApiTokenController {

    private static final int USUAL_DAYS = 90;

    private final ApiTokens tokens;

    ApiTokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @SignedIn
    @GetMapping
    Page<ApiTokens.ApiToken> list(Viewer viewer) {
        return Page.of(tokens.of(viewer.accountId()));
    }

    @SignedIn
    @RecentSignIn
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Minted create(@Valid @RequestBody NewToken token, Viewer viewer) {
        return tokens.create(
                viewer.accountId(),
                token.name(),
                token.scope(),
                Duration.ofDays(Objects.requireNonNullElse(token.days(), USUAL_DAYS)));
    }

    @SignedIn
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(viewer.accountId(), id);
    }

    /**
     * A token to be made.
     *
     * @param scope what it may do at most; left out: all that its owner may
     * @param days for how long, 90 where left out
     */
    record NewToken(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(min = 1) Set<@NotNull Permission> scope,
            @Nullable @Min(1) @Max(365) Integer days) {}
}
