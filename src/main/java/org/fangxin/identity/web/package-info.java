/** HTTP of the room: sign-in, sessions, tokens, filters, administrators' calls. */
@org.jspecify.annotations.NullMarked
package org.fangxin.identity.web;
