package org.housecall.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The signed-in account of the running request, with the roles it has right now.
 *
 * @param scope what the API token in use is limited to; null: to nothing less than the roles allow
 * @param twoFactors whether who asks has proved it by two factors; of an API token: whether its owner could
 * @param onlyClinic the one clinic this sign-in reaches, because it vouched or the account is sealed in it; null: all that the
 *     account has to do with
 */
public record Viewer(
        UUID accountId,
        boolean administrator,
        Map<UUID, Set<Role>> roles,
        @Nullable Set<Permission> scope,
        boolean twoFactors,
        @Nullable UUID onlyClinic) {

    /** Somebody with all that their roles allow. */
    public Viewer(UUID accountId, boolean administrator, Map<UUID, Set<Role>> roles) {
        this(accountId, administrator, roles, null, false, null);
    }

    /** The same person as far as the proof reaches: one that is good for a clinic only makes nobody an Administrator. */
    Viewer provedBy(Proof proof) {
        UUID clinicId = proof.onlyClinic();
        return clinicId == null
                ? new Viewer(accountId, administrator, roles, scope, proof.twoFactors(), onlyClinic)
                : new Viewer(
                        accountId,
                        false,
                        roles.containsKey(clinicId) ? Map.of(clinicId, rolesIn(clinicId)) : Map.of(),
                        scope,
                        proof.twoFactors(),
                        clinicId);
    }

    /** May not change the account itself, because less than all of it was proved or handed over. */
    public boolean isLimited() {
        return scope != null || onlyClinic != null;
    }

    /** The viewer of the running request; empty where nobody is signed in. */
    public static Optional<Viewer> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    public boolean belongsTo(UUID clinicId) {
        return administrator || roles.containsKey(clinicId);
    }

    public Set<Role> rolesIn(UUID clinicId) {
        return roles.getOrDefault(clinicId, Set.of());
    }

    public boolean has(Role role, UUID clinicId) {
        return rolesIn(clinicId).contains(role);
    }

    /** Does not only come as a patient. */
    public boolean worksIn(UUID clinicId) {
        return administrator || rolesIn(clinicId).stream().anyMatch(role -> role != Role.PATIENT);
    }

    /** Where this account has work of its own. */
    public Set<UUID> clinicsWorkedIn() {
        return roles.entrySet().stream()
                .filter(clinic -> clinic.getValue().stream().anyMatch(role -> role != Role.PATIENT))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public boolean may(Permission permission, UUID clinicId) {
        return isInScope(permission)
                && (administrator || rolesIn(clinicId).stream().anyMatch(role -> role.may(permission)));
    }

    /** May, as an Administrator, do what concerns the whole installation. */
    public boolean mayInInstallation(Permission permission) {
        return administrator && isInScope(permission);
    }

    private boolean isInScope(Permission permission) {
        return scope == null || scope.contains(permission);
    }

    /** Sees every row of the clinic, not only their own: Administrators and those who run the front desk. */
    public boolean seesAll(UUID clinicId) {
        return administrator || has(Role.CLINIC_ADMIN, clinicId) || has(Role.RECEPTIONIST, clinicId);
    }

    public Set<Permission> permissionsIn(UUID clinicId) {
        return EnumSet.allOf(Permission.class).stream()
                .filter(permission -> may(permission, clinicId))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
