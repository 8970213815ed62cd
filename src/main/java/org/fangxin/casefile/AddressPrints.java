package org.fangxin.casefile;

import java.util.Map;

/** Keyed fingerprints of where complainants live, for rooms that compare and must not read. */
public interface AddressPrints {
    /** Party id → fingerprint, within the thread's scope; without those whose address names no door of their own. */
    Map<String, byte[]> ofComplainants(String caseNo);
}
