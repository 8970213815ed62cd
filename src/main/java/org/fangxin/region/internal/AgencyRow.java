package org.fangxin.region.internal;

import org.fangxin.region.Agency;

/**
 * An agency as kept.
 *
 * @param active false when an administrator took it out of the tree
 * @param zone whether it is a functional zone's agency
 */
public record AgencyRow(Agency agency, boolean active, boolean zone) {}
