/**
 * Watching how cases are handled: the deadline watch, the library of major cases and what agencies hung (挂牌督办). Hears
 * the journal; tells leaders and worklists which dates come near, and through {@code notice} who has not reported.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.supervision;
