package org.fangxin.region;

import static org.fangxin.identity.SignedInAs.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@FangxinTest
class RegionWebTest {
    @Autowired
    MockMvc web;

    @Test
    void anyoneMayAskWhoIsCompetent() throws Exception {
        ask("""
                {"kind": "COMPLAINT", "merchant": {"type": "IN_PLATFORM", "regionCode": null, "publishedRegionCode": "330106",
                 "reachable": false, "platform": {"name": "某平台", "regionCode": "330110"}}}
                """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.candidates", hasSize(1)))
                .andExpect(jsonPath("$.candidates[0].agency.code").value("330110"))
                .andExpect(jsonPath("$.candidates[0].articles", contains("第十三条第三款")))
                .andExpect(jsonPath("$.candidates[0].reason").isNotEmpty())
                .andExpect(jsonPath("$.missing", hasSize(0)));
    }

    @Test
    void nullsAndUnknownPropertiesDoNoHarm() throws Exception {
        ask("""
                {"kind": "REPORT", "merchant": null, "actRegionCode": 620823, "adMedium": null, "receivedBy": null,
                 "selfPublishedAd": null, "extra": 1}
                """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.missing[0].fact").value("merchant.type"));
    }

    @Test
    void aFactThatIsMissingIsAskedForByItsPath() throws Exception {
        ask("""
                {"kind": "COMPLAINT", "merchant": {"type": "IN_PLATFORM", "publishedRegionCode": "330106"}}
                """)
                .andExpect(jsonPath("$.candidates[0].agency.code").value("330106"))
                .andExpect(jsonPath("$.missing[*].fact", contains("merchant.platform.regionCode")));
    }

    @Test
    void wrongFieldsAreNamed() throws Exception {
        ask("""
                {"kind": "GRUMBLE", "merchant": {"type": "SHOP", "regionCode": "999999"}}
                """)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", contains("kind", "merchant.regionCode")));
        ask("{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("kind"));
    }

    @Test
    void theDivisionsOpenLevelByLevel() throws Exception {
        web.perform(get("/api/v1/regions"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(31)))
                .andExpect(jsonPath("$.items[0].code").value("11"))
                .andExpect(jsonPath("$.items[0].level").value("PROVINCE"))
                .andExpect(jsonPath("$.items[0].hasChildren").value(true));
        web.perform(get("/api/v1/regions").param("parent", "6208"))
                .andExpect(jsonPath("$.items[*].name", hasItem("崇信县")));
        web.perform(get("/api/v1/regions").param("parent", "620823100")).andExpect(jsonPath("$.items", hasSize(0)));
        web.perform(get("/api/v1/regions").param("parent", "999999")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aPlaceIsFoundByName() throws Exception {
        web.perform(get("/api/v1/regions/search").param("q", "崇信"))
                .andExpect(jsonPath("$.items[0].code").value("620823"))
                .andExpect(jsonPath("$.items[0].path", contains("甘肃省", "平凉市", "崇信县")));
    }

    @Test
    void agenciesAreListedByParentPlaceAndName() throws Exception {
        web.perform(get("/api/v1/agencies").param("parent", "620800"))
                .andExpect(jsonPath("$.items[*].code", hasItem("620823")));
        web.perform(get("/api/v1/agencies").param("region", "441900003"))
                .andExpect(jsonPath("$.items[*].code", contains("4419")));
        web.perform(get("/api/v1/agencies").param("q", "崇信县市场监督管理局"))
                .andExpect(jsonPath("$.items[0].code").value("620823"))
                .andExpect(jsonPath("$.items[0].level").value("COUNTY"));
        web.perform(get("/api/v1/agencies/620823")).andExpect(jsonPath("$.name").value("崇信县市场监督管理局"));
        web.perform(get("/api/v1/agencies/999999")).andExpect(status().isNotFound());
    }

    @Test
    void onlyTheSystemAdministratorOfTheSubtreeSeesOffices() throws Exception {
        for (String part : List.of("areas", "aliases")) {
            String path = "/api/v1/agencies/620823100/" + part;
            web.perform(get(path)).andExpect(status().isUnauthorized());
            web.perform(get(path).with(officer("620823", Role.HANDLER, Role.LEADER)))
                    .andExpect(status().isNotFound());
            web.perform(get(path).with(officer("620822", Role.SYSTEM_ADMIN))).andExpect(status().isNotFound());
            web.perform(get(path).with(officer("620823", Role.SYSTEM_ADMIN))).andExpect(status().isOk());
        }
    }

    @Test
    void theSystemAdministratorSetsStreetsAliasesAndNames() throws Exception {
        put("/api/v1/agencies/620821100/areas", "{\"streets\": [\"620821100\", \"620821101\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].code", contains("620821100", "620821101")));
        put("/api/v1/agencies/620821100/aliases", "{\"aliases\": [\"北门 市场\"]}")
                .andExpect(jsonPath("$.items", contains("北门市场")));
        put("/api/v1/agencies/620821900", "{\"name\": \"泾川县市场监督管理局新区市场监督管理所\"}")
                .andExpect(jsonPath("$.code").value("620821900"))
                .andExpect(jsonPath("$.active").value(true));
        put("/api/v1/agencies/620821100/areas", "{\"streets\": [\"330110012\"]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("streets"));
        put("/api/v1/agencies/620821100/aliases", "{}").andExpect(status().isUnprocessableContent());
    }

    private ResultActions put(String path, String body) throws Exception {
        return web.perform(MockMvcRequestBuilders.put(path)
                .with(officer("620821", Role.SYSTEM_ADMIN))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions ask(String body) throws Exception {
        return web.perform(post("/api/v1/jurisdiction")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
