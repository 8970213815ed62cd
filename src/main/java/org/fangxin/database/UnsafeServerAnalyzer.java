package org.fangxin.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells why the database was refused in one sentence instead of a stack of causes. */
class UnsafeServerAnalyzer extends AbstractFailureAnalyzer<UnsafeServer> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeServer cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
