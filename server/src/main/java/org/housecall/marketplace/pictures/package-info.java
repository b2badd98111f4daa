/** The pictures of a listing and of its technical design. */
@NullMarked
package org.housecall.marketplace.pictures;

import org.jspecify.annotations.NullMarked;
