/** The HTTP face of visits: the link for those who hand it out, and what it opens. */
@NullMarked
package org.housecall.visits.web;

import org.jspecify.annotations.NullMarked;
