/**
 * The quality chain: sampling plans, samples with their custody, laboratory results, orders to take a batch off the shelf,
 * tracing, rectification, re-tests, rapid tests. Asks {@code casefile} for cases and writes to them by their own acts.
 */
@NullMarked
package org.fangxin.inspection;

import org.jspecify.annotations.NullMarked;
