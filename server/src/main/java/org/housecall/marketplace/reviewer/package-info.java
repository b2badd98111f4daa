/** Zoom's reviewers: how they get in, where they try the app, step by step, and what they are told. */
@NullMarked
package org.housecall.marketplace.reviewer;

import org.jspecify.annotations.NullMarked;
