package org.fangxin.document.internal;

import java.util.List;
import java.util.Optional;
import org.fangxin.document.Documents.Issued;
import org.fangxin.document.store.IssuedStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issued documents in the scope of whoever asks. */
@Component
class IssuedReading {
    private final IssuedStore store;

    IssuedReading(IssuedStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public List<Issued> of(String caseNo) {
        return store.of(caseNo);
    }

    @Transactional(readOnly = true)
    public Optional<Issued> find(String caseNo, String documentId) {
        return store.find(caseNo, documentId);
    }
}
