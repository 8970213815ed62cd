package org.fangxin.region.web;

import org.fangxin.region.Competence;
import org.fangxin.region.FactsCheck;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is competent for these facts; open to everyone, keeps nothing. */
@RestController
@RequestMapping("/api/v1/jurisdiction")
class JurisdictionController {
    private final FactsCheck check;
    private final Competence competence;

    JurisdictionController(FactsCheck check, Competence competence) {
        this.check = check;
        this.competence = competence;
    }

    @PostMapping
    Competence.Answer resolve(@RequestBody Competence.Facts facts) {
        return competence.resolve(check.require(facts));
    }
}
