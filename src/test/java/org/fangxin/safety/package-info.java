/**
 * The safety experiments ({@code ./fangxin safety}): faults made on purpose in a private namespace, what clients were told
 * held against what the database has afterwards, and beside each experiment a planted weakness that it has to find. Of the
 * tests, so that nothing of it is in the program.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.safety;
