-- What an article is about, so that it can be found without words: one of a short list, by which pages group.
alter table knowledge.wording add column topic text not null default 'OTHER'
    check (topic in ('COMPLAINT', 'REPORT', 'MEDIATION', 'RETURNS', 'COMPENSATION', 'PREPAID', 'ELSEWHERE', 'DESK', 'OTHER'));

update knowledge.wording set topic = case
        when title in ('投诉以后几天能知道受不受理', '投诉要提供哪些材料', '可以请别人代我投诉吗',
                       '应该向哪里的市场监管部门投诉', '哪些投诉不予受理') then 'COMPLAINT'
        when title = '举报以后多久告诉我结果' then 'REPORT'
        when title = '调解不成怎么办' then 'MEDIATION'
        when title = '网购七天无理由退货怎么算' then 'RETURNS'
        when title in ('买到有欺诈的商品可以要求几倍赔偿', '食品不符合安全标准可以要求怎样赔偿') then 'COMPENSATION'
        when title like '%预付卡%' then 'PREPAID'
        when title = '拖欠工资、劳动争议找谁' then 'ELSEWHERE'
        when title = '当场答复咨询怎么登记' then 'DESK'
        else 'OTHER' end
 where written_by = 'shipped';
