import type zh from '../zh-CN/region';

const words: Record<keyof typeof zh, string> = {
  'region.0': 'Province or municipality',
  'region.1': 'City or prefecture',
  'region.2': 'County or district',
  'region.3': 'Town or street (optional)',
  'region.search': 'Type a county, district or street',
  'region.failed': 'The list of places could not be fetched.',
  'region.again': 'Fetch again',
  'region.change': 'Choose again',
  'region.changeNamed': 'Choose again: {label}',
};

export default words;
