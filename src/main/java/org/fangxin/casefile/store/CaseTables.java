package org.fangxin.casefile.store;

import org.springframework.stereotype.Component;

/** What one case is written in, table by table. */
@Component
record CaseTables(CaseRows rows, Journal journal, Texts texts, Parties parties, Dates dates, Attached attached) {}
