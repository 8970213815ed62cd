package org.fangxin.region.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;

/** The agencies as last read; replaced as a whole when an administrator changed one. */
public final class LiveAgencies implements Agencies {
    private volatile Agencies current;

    public LiveAgencies(Agencies first) {
        current = first;
    }

    public void replace(Agencies next) {
        current = next;
    }

    @Override
    public Optional<Agency> find(String code) {
        return current.find(code);
    }

    @Override
    public List<Agency> below(String code) {
        return current.below(code);
    }

    @Override
    public boolean within(String code, String ancestor) {
        return current.within(code, ancestor);
    }

    @Override
    public Optional<Agency> superior(String code) {
        return current.superior(code);
    }

    @Override
    public Agency commonSuperior(Collection<String> codes) {
        return current.commonSuperior(codes);
    }

    @Override
    public Optional<Agency> countyAgencyOf(String regionCode) {
        return current.countyAgencyOf(regionCode);
    }

    @Override
    public List<Agency> search(String words, int limit) {
        return current.search(words, limit);
    }

    @Override
    public boolean active(String code) {
        return current.active(code);
    }

    @Override
    public Agency actingFor(String code) {
        return current.actingFor(code);
    }
}
