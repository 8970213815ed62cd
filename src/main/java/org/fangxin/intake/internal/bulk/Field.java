package org.fangxin.intake.internal.bulk;

import java.util.Arrays;
import java.util.Optional;

/** What a column of an imported list may mean. The code is what mappings hold. */
public enum Field {
    EXTERNAL_NO("externalNo", "原编号", "id|编号|序号|工单号|工单编号|受理编号|登记编号|信件编号|留言编号|流水号|案件编号|投诉编号|来件编号|单号|no|number"),
    KIND("kind", "类别（投诉、举报、咨询、建议）", "类别|类型|信息类型|诉求类型|来件类别|件类|kind"),
    TITLE("title", "标题", "title|标题|主题|留言主题|信件标题|诉求标题|事项"),
    CONTENT(
            "content",
            "经过",
            "content|detail|desc|description|内容|详情|留言详情|诉求内容|投诉内容|举报内容|来件内容|经过|问题描述|情况描述|主要内容|正文|反映内容"),
    PERSON_NAME("personName", "姓名", "name|user|username|姓名|用户|留言用户|来电人|投诉人|举报人|反映人|联系人|当事人|提供方|消费者|来信人|投诉人姓名|市民姓名"),
    PERSON_PHONE("personPhone", "电话", "phone|tel|mobile|电话|联系电话|手机|手机号|手机号码|来电号码|电话号码|投诉人电话|联系方式"),
    PERSON_ID_NUMBER("personIdNumber", "证件号码", "idnumber|身份证|身份证号|身份证号码|证件号|证件号码"),
    PERSON_ADDRESS("personAddress", "通讯地址", "address|地址|住址|通讯地址|联系地址|投诉人地址|家庭住址"),
    MERCHANT_NAME(
            "merchantName",
            "商家名称",
            "merchant|target|商家|商户|商家名称|被投诉人|被举报人|被投诉单位|被诉主体|被投诉方|涉及主体|企业名称|店名|单位名称|投诉对象|被投诉企业|被反映单位"),
    MERCHANT_ADDRESS("merchantAddress", "商家地址", "商家地址|被投诉人地址|被诉地址|经营地址|企业地址|店铺地址|发生地址|发生地|事发地址|事发地点"),
    REGION("region", "商家所在县区（代码或名称）", "region|regioncode|区划|区划代码|行政区划|行政区划代码|县区|区县|所属区县|所属地区"),
    MERCHANT_USCC("merchantUscc", "统一社会信用代码", "uscc|信用代码|统一社会信用代码|社会信用代码|注册号"),
    MERCHANT_PHONE("merchantPhone", "商家电话", "商家电话|被投诉人电话|企业电话|店铺电话"),
    PLATFORM("platform", "平台名称", "platform|平台|平台名称|电商平台|网站名称"),
    DEMANDS("demands", "诉求", "demands|诉求|投诉请求|投诉诉求|要求|请求"),
    AMOUNT("amount", "金额", "amount|金额|涉案金额|涉及金额|争议金额|消费金额|价款"),
    CATEGORY("category", "商品类别（CH20）", "category|商品类别|客体类别|商品类型|客体"),
    PROBLEM("problem", "问题类别（CH27）", "基本问题|问题类别|问题类型|投诉问题"),
    BRAND("brand", "品牌", "brand|品牌"),
    MODEL("model", "型号", "model|carmodel|型号|规格型号|车型"),
    RECEIVED_AT("receivedAt", "收到时间（从这天起算期限）", "receivedat|received|接收时间|接收日期|收到时间|收到日期|签收时间|签收日期|转办时间|转办日期"),
    OCCURRED_AT(
            "occurredAt",
            "原登记时间（不影响期限）",
            "time|date|datetime|时间|日期|登记时间|登记日期|留言时间|反映时间|来电时间|投诉时间|投诉日期|举报时间|提交时间|发生时间|发生日期|消费日期|来信时间"),
    REPLY("reply", "原平台的答复", "reply|答复|答复意见|回复|回复内容|处理结果|办理结果|答复内容"),
    REPLIED_AT("repliedAt", "原平台答复的时间", "replytime|答复时间|回复时间|办结时间"),
    KEEP("keep", "其他（作为文字保留）", ""),
    IGNORE("ignore", "不导入", "问题（导入）|怎么改（导入）");

    private final String code;
    private final String label;
    private final String names;

    Field(String code, String label, String names) {
        this.code = code;
        this.label = label;
        this.names = names;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The names of columns, as other systems write them. */
    java.util.List<String> names() {
        return Arrays.asList(names.split("\\|"));
    }

    /** By code, whatever its case; {@code receivedAt} and {@code RECEIVED_AT} are one. */
    public static Optional<Field> of(String code) {
        String plain = code.replace("_", "").strip();
        return Arrays.stream(values())
                .filter(field -> field.code.equalsIgnoreCase(plain))
                .findFirst();
    }
}
