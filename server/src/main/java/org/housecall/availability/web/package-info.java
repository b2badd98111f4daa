/** The HTTP face of availability. */
@NullMarked
package org.housecall.availability.web;

import org.jspecify.annotations.NullMarked;
