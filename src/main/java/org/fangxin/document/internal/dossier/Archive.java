package org.fangxin.document.internal.dossier;

import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;

/**
 * A closed case as it is bound.
 *
 * @param number of the archive, e.g. 崇市监档〔2026〕第3号
 * @param pieces in the order of the catalogue
 */
record Archive(
        String number,
        Instant boundAt,
        String agencyName,
        CaseState state,
        String summary,
        List<DossierPart.Piece> pieces,
        List<CaseJournal.Line> journal) {}
