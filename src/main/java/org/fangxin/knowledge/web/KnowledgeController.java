package org.fangxin.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.knowledge.Topic;
import org.fangxin.knowledge.internal.Finder;
import org.fangxin.knowledge.internal.Library;
import org.fangxin.knowledge.store.ArticleStore.Article;
import org.fangxin.knowledge.store.ArticleStore.Text;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The knowledge base: for who answers, for its keepers, and what is public for everybody. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "knowledge", description = "知识库：查答复、写条目、发布、撤下")
class KnowledgeController {
    private static final Role[] READERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] WRITERS = {
        Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER
    };
    private static final Role[] PUBLISHERS = {Role.UNIT_HEAD, Role.LEADER};
    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_ANSWER = 4_000;
    private static final int MOST_VARIANTS = 30;

    private final Library library;
    private final Finder finder;

    KnowledgeController(Library library, Finder finder) {
        this.library = library;
        this.finder = finder;
    }

    @Schema(
            name = "KnowledgeArticle",
            description = "number 写进咨询的答复；agency 为空是全国通用；overdue 是过了复核日期；doubted 是评价低、要复核；ours 是我可以改写、看评价的：本机关和下级的")
    record Item(
            long id,
            String number,
            int version,
            String agency,
            String title,
            List<String> variants,
            String answer,
            String sources,
            boolean openToPublic,
            LocalDate reviewOn,
            Topic topic,
            boolean overdue,
            String state,
            int used,
            int unhelpful,
            int helpful,
            boolean doubted,
            boolean ours) {}

    @Schema(name = "KnowledgeList")
    record Items(List<Item> items) {}

    @Schema(name = "KnowledgeDraft")
    record Draft(
            @Nullable String title,
            @Nullable List<@Nullable String> variants,
            @Nullable String answer,
            @Nullable String sources,
            @Nullable Boolean openToPublic,
            @Nullable LocalDate reviewOn,

            @Schema(description = "类别；空着是 OTHER 其他") @Nullable
            Topic topic) {}

    @Schema(name = "KnowledgeQuestion")
    record Question(@Nullable String question) {}

    @Schema(name = "KnowledgeWritten")
    record Written(long id) {}

    @Schema(name = "KnowledgeUse", description = "helped 为 false 表示没有帮到；不记任何人的信息")
    record Use(@Nullable Boolean helped) {}

    @PostMapping("/knowledge/questions")
    @Operation(summary = "查知识库：本机关、上级机关和全国通用的已发布条目", description = "问题空着给出全部；最长 200 字，否则 422。问题放在正文里，不进地址，不保存。")
    Items askKnowledge(@RequestBody Question asked) {
        SignedIn who = CurrentPerson.require(READERS);
        return items(finder.find(question(asked.question()), library.published(who.agencyCode())), who);
    }

    @GetMapping("/knowledge/kept")
    @Operation(summary = "本机关管的条目，各种状态都有，先到复核日期的在前")
    Items keptKnowledge() {
        SignedIn who = CurrentPerson.require(WRITERS);
        return items(library.kept(who), who);
    }

    @PostMapping("/knowledge")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "写一条新的草稿", description = "缺项 422，写明哪一项。")
    Written writeKnowledge(@RequestBody Draft body) {
        return new Written(library.write(CurrentPerson.require(WRITERS), null, text(body)));
    }

    @PutMapping("/knowledge/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "改写：成为下一版草稿，发布前原来的仍有效", description = "不是本机关管的 404；缺项 422。")
    void rewriteKnowledge(@PathVariable long id, @RequestBody Draft body) {
        library.write(CurrentPerson.require(WRITERS), id, text(body));
    }

    @PostMapping("/knowledge/{id}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "发布草稿；写的人不能自己发布", description = "没有草稿 404；自己写的 422。")
    void publishKnowledge(@PathVariable long id) {
        library.publish(CurrentPerson.require(PUBLISHERS), id);
    }

    @PostMapping("/knowledge/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤下已发布的条目", description = "没有已发布的 404。")
    void withdrawKnowledge(@PathVariable long id) {
        library.withdraw(CurrentPerson.require(PUBLISHERS), id);
    }

    @PostMapping("/knowledge/{id}/uses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "记一次：用来答复了，或者没有帮到", description = "只记次数，不记人。没有这条 404。")
    void useKnowledge(@PathVariable long id, @RequestBody Use body) {
        SignedIn who = CurrentPerson.require(READERS);
        library.used(who.agencyCode(), id, Boolean.FALSE.equals(body.helped()));
    }

    private Items items(List<Article> articles, SignedIn who) {
        return new Items(
                articles.stream().map(one -> item(one, Library.keeps(who, one))).toList());
    }

    private Item item(Article one, boolean ours) {
        Text text = one.text();
        return new Item(
                one.id(),
                "K" + one.id() + "-" + one.version(),
                one.version(),
                one.agency(),
                text.title(),
                text.variants(),
                text.answer(),
                text.sources(),
                text.openToPublic(),
                text.reviewOn(),
                text.topic(),
                text.reviewOn().isBefore(library.today()),
                one.state(),
                one.used(),
                one.unhelpful(),
                one.helpful(),
                one.doubted(),
                ours);
    }

    private static String question(@Nullable String typed) {
        String plain = typed == null ? "" : typed.strip();
        if (plain.length() > LONGEST_QUESTION) {
            throw Problem.invalid("question", "too-long", "问题最多写 200 字，请写短一些。");
        }
        return plain;
    }

    private Text text(Draft body) {
        List<String> variants = body.variants() == null
                ? List.of()
                : body.variants().stream()
                        .map(one -> one == null ? "" : one.strip())
                        .filter(one -> !one.isEmpty())
                        .limit(MOST_VARIANTS)
                        .toList();
        return new Text(
                need("title", "问题", body.title(), LONGEST_TITLE),
                variants,
                need("answer", "答复", body.answer(), LONGEST_ANSWER),
                need("sources", "依据", body.sources(), LONGEST_TITLE * 5),
                Boolean.TRUE.equals(body.openToPublic()),
                review(body.reviewOn()),
                body.topic() == null ? Topic.OTHER : body.topic());
    }

    private LocalDate review(@Nullable LocalDate day) {
        if (day == null) {
            throw Problem.invalid("reviewOn", "required", "请填复核日期，到时会提醒重看这一条。");
        }
        if (!day.isAfter(library.today())) {
            throw Problem.invalid("reviewOn", "past", "复核日期要在今天以后。");
        }
        return day;
    }

    private static String need(String field, String label, @Nullable String typed, int longest) {
        String plain = typed == null ? "" : typed.strip();
        if (plain.isEmpty()) {
            throw Problem.invalid(field, "required", "请填“" + label + "”。");
        }
        if (plain.length() > longest) {
            throw Problem.invalid(field, "too-long", "“" + label + "”最多写 " + longest + " 字。");
        }
        return plain;
    }
}
