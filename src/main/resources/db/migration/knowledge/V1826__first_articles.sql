-- A dozen answers to begin with, written from the laws they cite; the keeper of the knowledge base changes them by new versions.
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '投诉以后几天能知道受不受理', array['投诉多久受理', '几天给答复', '收到投诉多久告诉我', '受理要等多久'],
    '市场监督管理部门自收到投诉之日起七个工作日内作出是否受理的决定，并告知投诉人。工作日不算周末和法定节假日，收到当天不算在内。查询页上写明了您这一件的具体日期和怎么算的。',
    '《市场监督管理投诉举报处理办法》第十五条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '投诉要提供哪些材料', array['投诉需要什么材料', '怎么投诉', '投诉要写什么', '没有小票能投诉吗'],
    '要有投诉人的姓名、电话号码、通讯地址，被投诉人的名称、地址，具体的投诉请求，以及消费者权益争议的事实。购物小票、发票、订单截图、付款记录、聊天记录都可以作为证明。材料不齐的，可以补。',
    '《市场监督管理投诉举报处理办法》第十条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '可以请别人代我投诉吗', array['委托别人投诉', '替父母投诉', '代投诉要什么', '授权委托书'],
    '可以。委托他人代为投诉的，除投诉材料外，还要提供授权委托书原件和受托人的身份证明。授权委托书应当写明委托事项、权限和期限，由委托人签名。',
    '《市场监督管理投诉举报处理办法》第十一条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '应该向哪里的市场监管部门投诉', array['找哪个局投诉', '外地买的东西去哪投诉', '网购向哪里投诉', '投诉归谁管'],
    '一般由被投诉人实际经营地或者住所地的县级市场监督管理部门处理。对电子商务平台经营者和自建网站的投诉，由其住所地县级部门处理；对平台内经营者的投诉，由其在平台公示的地址所在地或者平台经营者住所地的县级部门处理，没有公示地址或者按公示的地址联系不上的，由平台经营者住所地的县级部门处理。不知道归谁管时照常提交，系统会说明转到哪里和依据。',
    '《市场监督管理投诉举报处理办法》第十三条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '哪些投诉不予受理', array['为什么不受理', '不受理的情形', '超过三年能投诉吗', '开店进货能投诉吗'],
    '例如：不属于市场监督管理部门职责的；同一争议法院、仲裁机构或者其他组织已经受理或者处理过的；不是为生活消费需要购买，或者不能证明有消费者权益争议的；知道或者应当知道权益受到侵害之日起超过三年的；没有提供规定材料或者材料虚假的；冒用他人名义或者拒不配合核验身份的。不受理时会告诉您是哪一项。',
    '《市场监督管理投诉举报处理办法》第十六条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '举报以后多久告诉我结果', array['举报立案告知', '举报有没有立案', '举报多久有结果'],
    '举报按行政处罚程序核查：自收到之日起十五个工作日内核查并决定是否立案，有特殊情况的经批准可以再延长十五个工作日。法律、法规、规章规定要把处理结果告知举报人的，会告知。举报人的信息依法保密。',
    '《市场监督管理投诉举报处理办法》第三十五条、第三十六条、第三十七条；《市场监督管理行政处罚程序规定》第十八条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '网购七天无理由退货怎么算', array['七天无理由退货', '网上买的能退吗', '拆开了还能退吗', '哪些不能七天退货'],
    '网络、电视、电话、邮购方式购买的商品，消费者自收到商品之日起七日内可以退货，不用说明理由。消费者定作的、鲜活易腐的、在线下载或者已拆封的音像制品和软件、交付的报纸期刊除外；其他根据性质不宜退货的，要在购买时经您确认。商品应当完好，退货运费一般由消费者承担。',
    '《消费者权益保护法》第二十五条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '买到有欺诈的商品可以要求几倍赔偿', array['退一赔三', '假货赔多少', '三倍赔偿', '商家欺诈'],
    '经营者有欺诈行为的，应当按消费者的要求增加赔偿，金额是价款或者费用的三倍；不足五百元的按五百元。',
    '《消费者权益保护法》第五十五条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '食品不符合安全标准可以要求怎样赔偿', array['过期食品赔偿', '食品十倍赔偿', '退一赔十', '吃出异物赔多少'],
    '生产不符合食品安全标准的食品，或者经营明知不符合标准的食品，消费者除赔偿损失外，还可以要求支付价款十倍或者损失三倍的赔偿金；不足一千元的按一千元。标签、说明书有不影响食品安全且不会误导消费者的瑕疵除外。',
    '《食品安全法》第一百四十八条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '商家关门了，预付卡的钱怎么办', array['健身卡退钱', '预付卡跑路', '会员卡商家关门', '办卡以后不退'],
    '经营者收取预付款后未按约定提供商品或者服务的，应当按消费者的要求履行约定或者退回预付款，并承担利息和合理费用。请保留合同、付款记录和卡，尽快投诉；涉嫌卷款的，同时向公安机关报案。',
    '《消费者权益保护法》第五十三条；《消费者权益保护法实施条例》第二十二条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '调解不成怎么办', array['不愿意调解', '调解失败', '商家不同意调解', '可以起诉吗'],
    '调解自愿。达不成协议的，终止调解，您可以向仲裁机构申请仲裁（有仲裁协议的）或者向人民法院起诉；也可以请求消费者协会或者依法成立的其他调解组织调解。',
    '《消费者权益保护法》第三十九条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '拖欠工资、劳动争议找谁', array['老板不发工资', '没有签劳动合同', '欠薪投诉', '社保没交'],
    '这不属于市场监督管理部门的职责。请向用人单位所在地的劳动保障监察机构投诉，或者申请劳动争议仲裁；人力资源社会保障服务热线是 12333。',
    '《劳动保障监察条例》第九条', true, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
with one as (insert into knowledge.article (agency_code, created_at) values ('', now()) returning article_id)
insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public, review_on, state,
    written_by, written_at, decided_by, decided_at)
select article_id, 1, '当场答复咨询怎么登记', array['话务员咨询登记', '咨询怎么办结', '当场答复'],
    '登记为咨询，查到条目后点“用来答复”，在案件的“答复”里带入答复和条目编号；答不了的转专业机构。条目没有帮上忙的，点“没有帮到”，由条目的管理人改写。',
    '内部工作提示', false, date '2027-06-30', 'PUBLISHED', 'shipped', now(), null, null from one;
