package org.fangxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The contract in the tree is the one the program keeps. {@code -Dfangxin.write=true} writes it anew. */
@FangxinTest
class OpenApiTest {
    private static final Path KEPT = Path.of("api/openapi.json");

    @Autowired
    MockMvc http;

    @Test
    void theKeptDocumentIsTheRunningOne() throws Exception {
        String running = sorted(
                http.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        if (Boolean.getBoolean("fangxin.write")) {
            Files.writeString(KEPT, running);
        }
        assertThat(Files.readString(KEPT)).isEqualTo(running);
    }

    private static String sorted(String document) {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        var tree = (java.util.Map<?, ?>) json.readValue(document, java.util.TreeMap.class);
        tree.remove("servers");
        return json.writeValueAsString(tree) + "\n";
    }
}
