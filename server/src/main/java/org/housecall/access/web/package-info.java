/** The HTTP face of access: sign-in, invitations, API tokens, and the checks before every handler. */
@NullMarked
package org.housecall.access.web;

import org.jspecify.annotations.NullMarked;
