/** The HTTP face of keys: which there are, and what is left under the old ones. */
@NullMarked
package org.housecall.keys.web;

import org.jspecify.annotations.NullMarked;
