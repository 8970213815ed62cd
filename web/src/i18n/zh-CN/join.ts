const join = {
  'join.lead': '办理机关请您参加网上调解，{until} 前可以进入。',
  'join.go': '网上参加',
  'join.going': '正在进入…',
  'join.look': '再看一次',
} as const;

export default join;
