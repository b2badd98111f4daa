/** Accounts, roles, permissions, sign-in, sessions, API tokens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "jobs", "audit"})
package org.housecall.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
