/** A clinic's single sign-on by OpenID Connect: its provider, and the way there and back. */
@NullMarked
package org.housecall.access.signon;

import org.jspecify.annotations.NullMarked;
