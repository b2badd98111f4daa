/** The HTTP face of zoom: apps, connections, the OAuth callback and webhooks. */
@NullMarked
package org.housecall.zoom.web;

import org.jspecify.annotations.NullMarked;
