package org.fangxin.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTest {
    private static final String PRIVATE = "13800000000";

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Desk())
            .setControllerAdvice(new ProblemAdvice())
            .build();

    record Form(
            @NotBlank String name,
            @Size(max = 3) String note,
            int count,
            @Valid Inner inner) {}

    record Inner(@NotBlank(message = "请填写您的姓名。") String name) {}

    @RestController
    static class Desk {
        @PostMapping("/form")
        String form(@Valid @RequestBody Form form) {
            return form.name();
        }

        @GetMapping("/count")
        String count(@RequestParam int count) {
            return "" + count;
        }

        @GetMapping("/law")
        String law() {
            throw Problem.forbiddenByLaw("不得自行移送。", List.of("第四十一条"));
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("unexpected " + PRIVATE);
        }

        @PostMapping("/full")
        String full() {
            throw new MultipartException("broken", new IOException("/var/" + PRIVATE + ": No space left on device"));
        }

        @GetMapping("/down")
        String down() {
            throw new DataAccessResourceFailureException("gone", new SQLException(PRIVATE, "08006"));
        }
    }

    @Test
    void aFullDiskIsToldAsSuchAndWhenToComeBack(CapturedOutput log) throws Exception {
        MockHttpServletResponse raw = send(MockMvcRequestBuilders.post("/full"));
        assertThat(raw.getStatus()).isEqualTo(507);
        assertThat(raw.getHeader("Retry-After")).isEqualTo("60");
        assertThat(read(raw).path("detail").asString()).contains("磁盘满了").doesNotContain(PRIVATE);
        assertThat(log).contains("No room on the disk").doesNotContain(PRIVATE);
    }

    @Test
    void aProblemKeepsItsTypeSentenceAndExtraMembers() throws Exception {
        MockHttpServletResponse raw = send(MockMvcRequestBuilders.get("/law"));
        JsonNode body = read(raw);
        assertThat(raw.getStatus()).isEqualTo(422);
        assertThat(raw.getContentType()).isEqualTo("application/problem+json");
        assertThat(body.path("type").asString()).isEqualTo("urn:fangxin:problem:forbidden-by-law");
        assertThat(body.path("status").asInt()).isEqualTo(422);
        assertThat(body.path("articles").path(0).asString()).isEqualTo("第四十一条");
        assertThat(body.path("errors").isArray()).isTrue();
    }

    @Test
    void wrongFieldsAreNamedWithPathCodeAndChineseSentence() throws Exception {
        MockHttpServletResponse raw = post("{\"name\":\" \",\"note\":\"long\",\"count\":1,\"inner\":{\"name\":\"\"}}");
        JsonNode errors = read(raw).path("errors");
        assertThat(raw.getStatus()).isEqualTo(422);
        assertThat(errors.valueStream().map(one -> one.path("field").asString()))
                .containsExactlyInAnyOrder("name", "note", "inner.name");
        assertThat(errors.valueStream().map(one -> one.path("code").asString())).contains("not-blank", "size");
        assertThat(errors.valueStream().map(one -> one.path("message").asString()))
                .contains("请填写您的姓名。")
                .allMatch(text -> text.endsWith("。"));
    }

    @Test
    void aValueOfTheWrongTypeIsNamedByItsPath() throws Exception {
        MockHttpServletResponse raw = post("{\"name\":\"a\",\"count\":\"many\"}");
        assertThat(raw.getStatus()).isEqualTo(422);
        assertThat(read(raw).path("errors").path(0).path("field").asString()).isEqualTo("count");
    }

    @Test
    void whatIsNoJsonOrNoSuchFormIsRefused() throws Exception {
        assertThat(post("{\"name\":").getStatus()).isEqualTo(400);
        assertThat(send(MockMvcRequestBuilders.post("/form")
                                .contentType(MediaType.TEXT_XML)
                                .content("<a/>"))
                        .getStatus())
                .isEqualTo(415);
        assertThat(send(MockMvcRequestBuilders.put("/form")).getStatus()).isEqualTo(405);
    }

    @Test
    void missingAndMistypedParametersAreNamed() throws Exception {
        JsonNode missing = read(send(MockMvcRequestBuilders.get("/count")));
        assertThat(missing.path("errors").path(0).path("code").asString()).isEqualTo("missing");
        JsonNode mistyped = read(send(MockMvcRequestBuilders.get("/count").param("count", "x")));
        assertThat(mistyped.path("errors").path(0).path("field").asString()).isEqualTo("count");
        assertThat(mistyped.path("status").asInt()).isEqualTo(400);
    }

    @Test
    void aFaultOfOursHasANumberAndItsLogHasNoPersonalData(CapturedOutput output) throws Exception {
        MockHttpServletResponse raw = send(MockMvcRequestBuilders.get("/broken?phone=" + PRIVATE));
        JsonNode body = read(raw);
        assertThat(raw.getStatus()).isEqualTo(500);
        String number = body.path("requestNumber").asString();
        assertThat(number).matches("[0-9A-F]{4}-[0-9A-F]{2}");
        assertThat(body.path("detail").asString()).startsWith("是我们的系统出了问题").endsWith(number);
        assertThat(output.getAll()).contains(number, "IllegalStateException").doesNotContain(PRIVATE);
        assertThat(body.toString()).doesNotContain(PRIVATE);
    }

    @Test
    void aDatabaseThatIsAwayAsksToComeBack(CapturedOutput output) throws Exception {
        MockHttpServletResponse raw = send(MockMvcRequestBuilders.get("/down"));
        assertThat(raw.getStatus()).isEqualTo(503);
        assertThat(raw.getHeader("Retry-After")).isEqualTo("3");
        assertThat(output.getAll()).doesNotContain(PRIVATE);
    }

    private MockHttpServletResponse post(String json) throws Exception {
        return send(MockMvcRequestBuilders.post("/form")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static JsonNode read(MockHttpServletResponse raw) throws Exception {
        return JsonMapper.shared().readTree(raw.getContentAsString(StandardCharsets.UTF_8));
    }
}
