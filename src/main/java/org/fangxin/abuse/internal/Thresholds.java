package org.fangxin.abuse.internal;

/** From which numbers on the factors of Art. 17 may be considered. */
record Thresholds(int days, int sameMatter, int merchants, int names, int addressNames, int quantity) {}
