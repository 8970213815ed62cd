/**
 * Measures the program on this machine, each figure beside its limit in the same run ({@code ./fangxin bench}). Stands above
 * all rooms; runs on a database of its own and never on one that holds cases.
 */
@org.jspecify.annotations.NullMarked
package org.fangxin.bench;
