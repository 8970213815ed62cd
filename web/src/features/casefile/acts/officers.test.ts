import { nextTick, reactive } from 'vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActSpec } from '../types';
import { certificatesOf, fillCertificates } from './officers';
import type { Values } from './values';

const items = [
  { personId: 'p1', displayName: '样例甲', agency: null, roles: [], certificateNo: '甘A-1' },
  { personId: 'p2', displayName: '样例乙', agency: null, roles: [], certificateNo: null },
];
vi.mock('@/desk/http', () => ({ get: vi.fn(() => Promise.resolve({ items })) }));

const spec = { act: 'record-site', fields: [{ name: 'officers' }, { name: 'certificates' }] } as unknown as ActSpec;
const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) {
    await nextTick();
  }
};

describe('certificates', () => {
  let values: Values;
  beforeEach(() => {
    values = reactive({ officers: [], certificates: '' }) as Values;
    fillCertificates(() => '620823', spec, values);
  });

  it('stand in the order of the officers, with a gap for who has none', () => {
    expect(certificatesOf(['p2', 'p1'], items)).toBe('、甘A-1');
    expect(certificatesOf(['p2'], items)).toBe('');
  });

  it('are filled in and follow the choice', async () => {
    values['officers'] = ['p1'];
    await settled();
    expect(values['certificates']).toBe('甘A-1');
    values['officers'] = ['p1', 'p2'];
    await settled();
    expect(values['certificates']).toBe('甘A-1、');
  });

  it('stay as somebody wrote them', async () => {
    values['certificates'] = '甘B-9';
    values['officers'] = ['p1'];
    await settled();
    expect(values['certificates']).toBe('甘B-9');
  });
});
