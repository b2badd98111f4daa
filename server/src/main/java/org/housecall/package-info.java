/** Housecall: a self-hosted clinic server for video visits. */
@org.jspecify.annotations.NullMarked
package org.housecall;
