/**
 * Watching how cases are handled: the deadline watch. Hears the journal; tells leaders and worklists which dates come
 * near.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.supervision;
