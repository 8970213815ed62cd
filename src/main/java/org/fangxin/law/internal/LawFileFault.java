package org.fangxin.law.internal;

import java.util.List;

/** The files of law are not sound; the program does not start with them. Names every fault, one a line. */
public final class LawFileFault extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public LawFileFault(List<String> faults) {
        super("The files of law are not sound:\n  " + String.join("\n  ", faults));
    }
}
