package org.fangxin.document;

import org.fangxin.casefile.OfficialForm;

/** The shipped templates, drawn. {@link ShippedTemplatesTest} writes them into the resources when asked. */
final class ShippedForms {
    private static final String[] CORRECTION = {"{{?更正}}", "本文书更正{{更正文号}}，原文书同时作废。", "{{/更正}}"};

    private ShippedForms() {}

    static byte[] draw(OfficialForm form) {
        Paper paper = new Paper().agency().title(form.title()).number();
        Paper filled = switch (form) {
            case F1 -> complaintSheet(paper);
            case F2 -> reportSheet(paper);
            case F3 -> distribution(paper);
            case F4 -> identity(paper);
            case F5 -> acceptance(paper);
            case F6 -> refusal(paper);
            case F7 -> session(paper);
            case F8 -> termination(paper);
            case F9 -> letter(paper);
            case F10 -> telling(paper);
        };
        return filled.bytes();
    }

    private static Paper correction(Paper paper) {
        return paper.flush(CORRECTION[0]).text(CORRECTION[1]).flush(CORRECTION[2]);
    }

    private static final int[] FOUR = {1_600, 2_900, 1_500, 2_840};

    private static Paper complaintSheet(Paper paper) {
        correction(paper);
        return paper.table(
                FOUR,
                row("编号", "{{案件编号}}", "收到时间", "{{收到时间}}"),
                row("投诉人", "{{投诉人}}", "联系电话", "{{投诉人电话}}"),
                row("通讯地址", "{{投诉人地址}}"),
                row("受托人", "{{受托人}}", "投诉渠道", "{{投诉渠道}}"),
                row("被投诉人", "{{被投诉人}}"),
                row("信用代码", "{{被投诉人信用代码}}", "联系电话", "{{被投诉人电话}}"),
                row("地址", "{{被投诉人地址}}"),
                row("商品/服务", "{{商品或者服务}}", "消费日期", "{{消费日期}}"),
                row("涉及金额", "{{涉及金额}}", "投诉请求", "{{投诉请求}}"),
                row("争议事实", "{{争议事实}}\n"),
                row("材料", "{{材料份数}}份", "登记人", "{{登记人}}"),
                row("是否同意公示投诉信息", "{{同意公示}}", "是否同意委托调解", "{{同意委托调解}}"),
                row("投诉人签名", "（当面登记的，由投诉人签名）\n"));
    }

    private static Paper reportSheet(Paper paper) {
        correction(paper);
        return paper.table(
                FOUR,
                row("编号", "{{案件编号}}", "收到时间", "{{收到时间}}"),
                row("举报人", "{{举报人}}"),
                row("举报渠道", "{{举报渠道}}", "登记人", "{{登记人}}"),
                row("被举报人", "{{被举报人}}"),
                row("信用代码", "{{被举报人信用代码}}", "联系电话", "{{被举报人电话}}"),
                row("地址", "{{被举报人地址}}"),
                row("商品/服务", "{{商品或者服务}}", "材料", "{{材料份数}}份"),
                row("举报内容", "{{举报内容}}\n"));
    }

    private static Paper distribution(Paper paper) {
        paper.flush("{{接收机关}}：")
                .text("我局于{{收到日期}}收到对{{被投诉人}}的{{类别}}（编号：{{案件编号}}）。经审查，该事项由你局处理。" + "依据{{分送依据}}的规定，现分送你局。")
                .text("{{分送说明}}")
                .text("请自收到之日起按照{{办法名称}}规定的程序和期限处理。不具备处理权限的，请及时反馈我局，不得自行移送。")
                .text("附件：有关材料{{材料份数}}份");
        return correction(paper).signed().contact();
    }

    private static Paper identity(Paper paper) {
        paper.flush("{{投诉人}}：")
                .text("本局于{{收到日期}}收到你（单位）对{{被投诉人}}的投诉（编号：{{案件编号}}）。为核验你（单位）的真实身份信息，依据{{核验依据}}的规定，"
                        + "请于{{提交期限}}前提供下列材料：")
                .text("{{所需材料}}")
                .text("提交方式：{{提交方式}}")
                .text("{{不提供的后果}}");
        return correction(paper).signed().contact();
    }

    private static Paper acceptance(Paper paper) {
        paper.flush("{{投诉人}}：")
                .text("本局于{{收到日期}}收到你（单位）对{{被投诉人}}的投诉（编号：{{案件编号}}）。经审查，该投诉符合受理条件。" + "依据{{受理依据}}的规定，本局决定予以受理。")
                .text("经你（单位）和被投诉人同意，本局采用调解的方式处理。自受理之日起{{调解期限}}内未能达成调解协议的，终止调解；"
                        + "鉴定、检测所需时间不计算在调解期限内。你（单位）也可以与被投诉人自行和解。")
                .text("{{补充说明}}");
        return correction(paper).signed().contact();
    }

    private static Paper refusal(Paper paper) {
        paper.flush("{{投诉人}}：")
                .text("本局于{{收到日期}}收到你（单位）对{{被投诉人}}的投诉（编号：{{案件编号}}）。经审查，该投诉有下列情形：")
                .flush("{{?不予受理理由}}")
                .text("{{序号}}．{{情形}}（{{条文}}）。")
                .flush("{{/不予受理理由}}")
                .text("事实和理由：{{事实和理由}}")
                .text("依据{{不予受理依据}}的规定，本局决定不予受理。")
                .text("依据《中华人民共和国消费者权益保护法》第三十九条的规定，你（单位）可以通过下列途径解决消费者权益争议：")
                .flush("{{?救济途径}}")
                .text("（{{序号}}）{{途径}}")
                .flush("{{/救济途径}}")
                .flush("{{?告知复议}}")
                .text("{{复议告知}}")
                .flush("{{/告知复议}}");
        return correction(paper).signed().contact();
    }

    private static Paper session(Paper paper) {
        paper.flush("{{投诉人}}、{{被投诉人}}：")
                .text("关于{{投诉人}}与{{被投诉人}}的消费者权益争议（编号：{{案件编号}}），本局定于下列时间、地点组织调解。依据{{调解告知依据}}的规定，现予告知：")
                .text("调解时间：{{调解时间}}")
                .text("调解方式：{{调解方式}}")
                .text("调解地点：{{调解地点}}")
                .text("调解人员：{{调解人员}}")
                .text("协助人员：{{协助人员}}")
                .text("请携带：{{携带材料}}")
                .text("认为调解人员是对方近亲属或者有其他利害关系，可能影响公正处理的，可以依据{{回避依据}}，于{{回避申请期限}}前向本局申请回避。")
                .text("不能按时参加的，请提前与本局联系；无正当理由不参加的，本局将依法终止调解。");
        return correction(paper).signed().contact();
    }

    private static Paper termination(Paper paper) {
        paper.flush("{{投诉人}}、{{被投诉人}}：")
                .text("{{投诉人}}对{{被投诉人}}的投诉（编号：{{案件编号}}），本局于{{受理日期}}受理。")
                .text("{{事实和理由}}")
                .text("上述情况属于{{终止情形}}，依据{{终止依据}}的规定，本局决定终止调解。")
                .text("对本决定不服的，可以依据{{其他途径依据}}《中华人民共和国消费者权益保护法》第三十九条的规定，通过下列途径解决消费者权益争议：")
                .flush("{{?救济途径}}")
                .text("（{{序号}}）{{途径}}")
                .flush("{{/救济途径}}");
        return correction(paper).signed().contact();
    }

    private static Paper letter(Paper paper) {
        paper.text("投诉人：{{投诉人}}，联系电话{{投诉人电话}}，地址{{投诉人地址}}。")
                .text("被投诉人：{{被投诉人}}，地址{{被投诉人地址}}。")
                .heading("一、争议事实")
                .text("{{争议事实}}")
                .heading("二、投诉请求")
                .text("{{投诉请求}}")
                .heading("三、调解结果")
                .text("{{调解日期}}，经本局组织调解，双方自愿达成如下协议：")
                .text("{{协议内容}}")
                .text("履行金额：{{履行金额}}　　履行期限：{{履行期限}}")
                .text("依据{{调解书依据}}的规定制作本调解书。本调解书由双方签字或者盖章并加盖本局印章，双方各执一份，本局留存一份归档。")
                .text("投诉人（签字或者盖章）：")
                .text("被投诉人（签字或者盖章）：")
                .text("调解人员：{{调解人员}}");
        return correction(paper).signed();
    }

    private static Paper telling(Paper paper) {
        paper.flush("{{举报人}}：")
                .text("本局于{{收到日期}}收到你（单位）对{{被举报人}}的举报（编号：{{案件编号}}）。依据{{告知依据}}的规定，现将处理结果告知如下：")
                .text("{{处理结果}}");
        return correction(paper).signed().contact();
    }

    private static String[] row(String... cells) {
        return cells;
    }
}
