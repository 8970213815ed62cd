/**
 * People, roles, staff of agencies, sign-in; who may see what. Hears nobody below; tells every room who is asking.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.identity;
