/** Durable work: enqueue in your transaction, retry, inspect. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: web"})
package org.housecall.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
