import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { flush, refused, tell, waiting, type Told } from './queue';

const sent: unknown[] = [];
let network: 'up' | 'down' | 'refusing' = 'up';

vi.mock('@/desk/http', async (original) => ({
  ...(await original<object>()),
  post: (path: string, body: unknown) => {
    if (network === 'down') return Promise.reject(new ApiError('offline', 0, null));
    if (network === 'refusing') return Promise.reject(new ApiError('problem', 422, null));
    sent.push([path, body]);
    return Promise.resolve(null);
  },
}));

const told = (key: string): Told => ({
  caseNo: '620826-260506-0001',
  step: 'ARRIVED',
  at: '2026-05-06T09:10:00+08:00',
  key,
  latitude: null,
  longitude: null,
  accuracy: null,
  place: '',
});

describe('what is told from the spot', () => {
  beforeEach(() => {
    sent.length = 0;
    network = 'up';
    waiting.value = [];
    refused.value = [];
  });

  it('is kept without network and sent once with its true time when there is network again', async () => {
    network = 'down';
    await tell(told('a'));
    expect(waiting.value.map((one) => one.key)).toEqual(['a']);
    network = 'up';
    await Promise.all([flush(), flush()]);
    expect(waiting.value).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain('2026-05-06T09:10:00+08:00');
  });

  it('is shown with the reason when the server does not take it, and holds up nothing behind it', async () => {
    network = 'refusing';
    await tell(told('b'));
    expect(refused.value.map((one) => one.told.key)).toEqual(['b']);
    expect(waiting.value).toEqual([]);
  });
});
