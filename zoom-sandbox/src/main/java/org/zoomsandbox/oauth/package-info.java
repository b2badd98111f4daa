/** Zoom's sign-in: consent, codes, tokens, revocation. */
@NullMarked
package org.zoomsandbox.oauth;

import org.jspecify.annotations.NullMarked;
