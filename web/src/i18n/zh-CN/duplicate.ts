const duplicate = {
  title: '可能重复 {n} 件',
  said: '可能重复 {n} 件',
  none: '没有发现可能重复的来件。',
  waiting: '填了商家，或者经过写到 20 个字，就会比对。',
  inform: '只是提示，可以照常登记。',
  open: '没有办结',
  shut: '已办结',
  see: '看',
  failed: '暂时不能比对，可以照常登记。',
  retry: '重试',
  caseTitle: '可能和本件重复',
  caseLead: '是否同一争议由承办人判断。关联只互相注明，不影响各自办理；并入后本件的期限不再计算。',
  link: '关联',
  merge: '并入那一件',
  joint: '请那一件的投诉人加入',
  linked: '已关联',
  otherPerson: '另一位投诉人',
  ownTitle: '您可能已经反映过',
  ownLead: '下面是这个窗口里您凭查询码能看的来件。同一件事可以补充材料，不用再提交；不是同一件事请继续填写。',
  ownSee: '查看进度，补充材料',
};

export default duplicate;
