package org.fangxin.rapid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.fangxin.database.Scopes;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.internal.Places;
import org.fangxin.rapid.web.RapidViews.ListedPlace;
import org.fangxin.rapid.web.RapidViews.PlacesView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which streets are county seat, town or country for the promise of arriving. */
@RestController
@RequestMapping("/api/v1/rapid/places")
@Tag(name = "rapid", description = "快速处置")
class PlaceController {
    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @Schema(
            name = "RapidPlaceChoice",
            description = "area: TOWN, RURAL, COUNTY_SEAT; null goes back to what the name tells")
    record Choice(@Nullable String area, @Nullable String agency) {}

    @GetMapping
    @Operation(summary = "本县区的街道、乡镇各算市区、农村还是县城，以及为什么")
    PlacesView rapidPlaces(@RequestParam(required = false) @Nullable String agency) {
        String code = Objects.requireNonNullElse(
                agency, CurrentPerson.require(RapidController.OFFICERS).agencyCode());
        if (!Scopes.current().covers(code)) {
            throw Problem.notFound();
        }
        return new PlacesView(
                code,
                places.list(code).stream()
                        .map(one -> new ListedPlace(
                                one.division().code(),
                                one.division().name(),
                                one.placed().area() == null
                                        ? null
                                        : one.placed().area().name(),
                                one.placed().reason(),
                                one.set()))
                        .toList());
    }

    @PutMapping("/{division}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "规定一个街道、乡镇算哪一类", description = "For the agency's own county; 404 outside it.")
    void setPlace(@PathVariable String division, @RequestBody Choice body) {
        SignedIn who = CurrentPerson.require(Role.UNIT_HEAD, Role.LEADER);
        String agency = Objects.requireNonNullElse(body.agency(), who.agencyCode());
        places.set(who, agency, division, RapidController.area(body.area()));
    }
}
