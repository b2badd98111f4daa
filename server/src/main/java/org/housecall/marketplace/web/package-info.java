/** The HTTP face of marketplace: the public pages, and what the clinic's admins see of the submission. */
@NullMarked
package org.housecall.marketplace.web;

import org.jspecify.annotations.NullMarked;
