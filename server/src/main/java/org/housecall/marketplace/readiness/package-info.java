/** How ready a Zoom app is for its review: facts are observed first, then each check judges them. */
@NullMarked
@NamedInterface("readiness")
package org.housecall.marketplace.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
