package org.fangxin.intake.internal.form;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.fangxin.intake.Channel;
import org.fangxin.intake.Receipt;
import org.fangxin.intake.Submission;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.TextReader;

/**
 * From what was typed to a submission, or to sentences that name the field (Art. 10, 11, 28). Knows no database and no
 * clock.
 */
public final class FormCheck {
    private final TextReader reader;
    private final Places places;

    public FormCheck(TextReader reader, Places places) {
        this.reader = reader;
        this.places = places;
    }

    /** What the check needs to know of the divisions and the merchant types. */
    public interface Places {
        /** Whether the code names a division down to the county. */
        boolean known(String code);
    }

    /** A checked form; {@code submission} is empty exactly when there are errors. */
    public record Checked(Optional<Submission> submission, Faults faults, Receipt.Suggested suggested) {}

    private static final Receipt.Suggested NOTHING = new Receipt.Suggested(List.of(), List.of());

    /**
     * Checks a form.
     *
     * @param desk whether an officer registers it: other channels and a day of receipt are open to the desk only
     * @param today in Asia/Shanghai
     */
    public Checked check(SubmissionForm form, boolean desk, LocalDate today) {
        Faults faults = new Faults();
        Channel channel = channel(form, desk, faults);
        Set<Kind> asked = kinds(form, faults);
        StoryCheck story = new StoryCheck(form, faults, today);
        Set<Kind> kinds = asked.isEmpty() ? proposed(form, story.content()) : asked;
        Submission.Person person = new PersonCheck(faults).check(form.person(), kinds);
        Submission.Merchant merchant = new MerchantCheck(faults, places).check(form.merchant(), kinds);
        Submission.Advertising advertising = new MerchantCheck(faults, places).advertising(form);
        story.check(kinds);
        LocalDate receivedOn = story.receivedOn(desk);
        if (!faults.none()) {
            return new Checked(Optional.empty(), faults, NOTHING);
        }
        Submission submission = new Submission(
                channel,
                kinds,
                asked.isEmpty(),
                person,
                merchant,
                story.content(),
                story.demands(),
                story.amount(),
                story.occurredOn(),
                story.knewOn(),
                story.goodsCode(),
                story.problemCode(),
                story.goodsDetail(),
                story.attachments(),
                consents(form),
                receivedOn,
                advertising);
        return new Checked(Optional.of(submission), faults, suggested(submission));
    }

    private Receipt.Suggested suggested(Submission submission) {
        boolean goods = submission.goodsCode() == null;
        boolean problem = submission.problemCode() == null;
        if (!goods && !problem) {
            return NOTHING;
        }
        TextReader.Reading read = reader.readDeeply(submission.content());
        return new Receipt.Suggested(goods ? read.goods() : List.of(), problem ? read.problem() : List.of());
    }

    private static Channel channel(SubmissionForm form, boolean desk, Faults faults) {
        String typed = Texts.line(form.channel());
        Channel channel = typed == null ? Channel.WEB : Channel.of(typed).orElse(null);
        if (channel == null || channel == Channel.IMPORT) {
            faults.add("channel", "unknown", "没有这种来件渠道，请填 WEB、PHONE、WINDOW 或 LETTER。");
            return Channel.WEB;
        }
        if (channel.desk() && !desk) {
            faults.add("channel", "desk-only", "“" + channel.chinese() + "”由工作人员登记，请登录后再填。网上提交请用 WEB。");
            return Channel.WEB;
        }
        return channel;
    }

    private static Set<Kind> kinds(SubmissionForm form, Faults faults) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        List<String> typed = form.kinds() == null
                ? List.of()
                : form.kinds().stream().map(String::valueOf).toList();
        for (int i = 0; i < typed.size(); i++) {
            try {
                kinds.add(Kind.valueOf(typed.get(i).strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                faults.add("kinds[" + i + "]", "unknown", "没有这种类别。请选投诉、举报、咨询或建议。");
            }
        }
        return kinds;
    }

    /** A wish or an amount makes a complaint of a text that does not say what it is; otherwise it is a question. */
    private Set<Kind> proposed(SubmissionForm form, String content) {
        List<Kind> read = reader.read(content).kindsOnly();
        boolean wishes = form.demands() != null && !form.demands().isEmpty();
        if (!read.isEmpty()) {
            Set<Kind> kinds = EnumSet.copyOf(read);
            if (wishes && !kinds.contains(Kind.COMPLAINT)) {
                kinds.removeAll(EnumSet.of(Kind.CONSULTATION, Kind.SUGGESTION));
                kinds.add(Kind.COMPLAINT);
            }
            return anonymous(form) ? EnumSet.of(Kind.REPORT) : kinds;
        }
        if (anonymous(form)) {
            return EnumSet.of(Kind.REPORT);
        }
        return EnumSet.of(wishes || form.merchant() != null ? Kind.COMPLAINT : Kind.CONSULTATION);
    }

    private static boolean anonymous(SubmissionForm form) {
        return form.person() != null && Boolean.TRUE.equals(form.person().anonymous());
    }

    private static Submission.Consents consents(SubmissionForm form) {
        SubmissionForm.Consents typed = form.consents();
        return typed == null
                ? Submission.Consents.NONE
                : new Submission.Consents(
                        Boolean.TRUE.equals(typed.greenChannel()),
                        Boolean.TRUE.equals(typed.entrustedMediation()),
                        Boolean.TRUE.equals(typed.disclosure()),
                        Texts.line(typed.greenChannelText()),
                        Boolean.TRUE.equals(typed.injured()));
    }
}
