package org.housecall.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.housecall.access.AddressChanges;
import org.housecall.access.Public;
import org.housecall.access.RecentSignIn;
import org.housecall.access.SignedIn;
import org.housecall.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Another address to sign in with. */
@RestController
@RequestMapping("/api/v1")
class AddressChangeController {

    private final AddressChanges changes;

    AddressChangeController(AddressChanges changes) {
        this.changes = changes;
    }

    @SignedIn
    @GetMapping("/account/address-change")
    AddressChangeState showAddressChange(Viewer viewer) {
        return new AddressChangeState(changes.pending(viewer.accountId()).orElse(null));
    }

    @SignedIn
    @RecentSignIn
    @PutMapping("/account/address-change")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void requestAddressChange(@Valid @RequestBody WantedAddress wanted, Viewer viewer) {
        changes.request(viewer.accountId(), wanted.email());
    }

    @SignedIn
    @DeleteMapping("/account/address-change")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveUpAddressChange(Viewer viewer) {
        changes.giveUp(viewer.accountId());
    }

    @Public("Asks for an unguessable token that is good for one use.")
    @PostMapping("/address-changes/{token}")
    AddressConfirmation confirmAddress(@PathVariable String token) {
        return new AddressConfirmation(changes.confirm(token));
    }

    record WantedAddress(@NotBlank @Email @Size(max = 320) String email) {}

    record AddressChangeState(AddressChanges.@Nullable Pending pending) {}

    /**
     * What a confirmation did.
     *
     * @param changed false: the other mailbox has to confirm as well
     */
    record AddressConfirmation(boolean changed) {}
}
