const words = {
  'region.0': '省、自治区、直辖市',
  'region.1': '市、州、盟',
  'region.2': '县、区、旗',
  'region.3': '乡镇、街道（可不选）',
  'region.search': '打县、区、街道名查找',
  'region.failed': '没有取到地区表。',
  'region.again': '再取一次',
  'region.change': '重选',
  'region.changeNamed': '重选{label}',
} as const;

export default words;
