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
 */
public record Viewer(
        UUID accountId,
        boolean administrator,
        Map<UUID, Set<Role>> roles,
        @Nullable Set<Permission> scope) {

    /** Somebody with all that their roles allow. */
    public Viewer(UUID accountId, boolean administrator, Map<UUID, Set<Role>> roles) {
        this(accountId, administrator, roles, null);
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
