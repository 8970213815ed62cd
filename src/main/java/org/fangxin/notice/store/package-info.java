/** The outbox, its receipts, the officers' inbox. */
@org.jspecify.annotations.NullMarked
package org.fangxin.notice.store;
