/** The HTTP face of clinics. */
@NullMarked
package org.housecall.clinics.web;

import org.jspecify.annotations.NullMarked;
