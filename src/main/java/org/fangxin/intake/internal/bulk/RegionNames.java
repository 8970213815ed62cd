package org.fangxin.intake.internal.bulk;

import java.util.Optional;
import org.fangxin.intake.internal.AddressRegion;
import org.fangxin.region.Divisions;
import org.springframework.stereotype.Component;

/** A place as lists have it: a code, or names from the province or city down to the county. */
@Component
class RegionNames implements RowReader.Regions {
    private final Divisions divisions;
    private final AddressRegion addresses;

    RegionNames(Divisions divisions, AddressRegion addresses) {
        this.divisions = divisions;
        this.addresses = addresses;
    }

    @Override
    public Optional<String> code(String typed) {
        return typed.matches("[0-9]{2,12}") ? Optional.of(typed).filter(divisions::knows) : addresses.countyOf(typed);
    }
}
