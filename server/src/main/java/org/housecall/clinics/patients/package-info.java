/** The records of patients in detail: written, found twice and merged, imported. */
@NullMarked
package org.housecall.clinics.patients;

import org.jspecify.annotations.NullMarked;
