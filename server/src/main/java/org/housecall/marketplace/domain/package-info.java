/** Showing Zoom that this server's domain is the publisher's. */
@NullMarked
package org.housecall.marketplace.domain;

import org.jspecify.annotations.NullMarked;
