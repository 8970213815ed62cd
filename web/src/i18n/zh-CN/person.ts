const person = {
  'person.title': '一个人的来件',
  'person.lead': '按完整的号码，或者从案件页点“此人的全部来件”。列出他的投诉、咨询和建议；举报不在其中。',
  'person.seat': '查的是这个案件里的当事人：',
  'person.by': '按什么查',
  'person.phone': '电话',
  'person.idNumber': '证件号码',
  'person.value': '完整的号码',
  'person.purpose': '用途',
  'person.purposeHint': '每查一次，谁查的、什么用途都记入审计日志。',
  'person.choose': '请选用途',
  'person.look': '查看',
  'person.found': '{n} 件',
  'person.none': '您权限范围内没有这个人的来件。',
  'purpose.HANDLING': '办理手上的案件',
  'purpose.ANSWERING': '答复本人来电、来访',
  'purpose.REPEATED': '核对是否重复投诉',
  'purpose.SUPERVISION': '监督检查办理情况',
};

export default person;
