/** What every HTTP answer has in common: problem documents, security headers, the browser application's page. */
@NullMarked
package org.housecall.platform.web;

import org.jspecify.annotations.NullMarked;
