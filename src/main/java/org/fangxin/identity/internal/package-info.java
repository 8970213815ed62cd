/** Sign-in, accounts, grants and the audit trail: the use cases of the room. */
@org.jspecify.annotations.NullMarked
package org.fangxin.identity.internal;
