import { expect, it } from 'vitest';
import { useOnceKey, type Once } from './onceKey';

it('keeps the key while the same is sent again, and takes another for something else', () => {
  const keyed = useOnceKey();
  const first = keyed({ text: 'a' });
  expect(keyed({ text: 'a' })).toEqual(first);
  expect(keyed({ text: 'b' })).not.toEqual(first);
});

it('keeps the key with what is kept, and never the code', () => {
  const kept = { value: null };
  const first = useOnceKey(kept)({ trackingCode: '4821093755261840', text: 'a' });
  const reloaded = { value: JSON.parse(JSON.stringify(kept.value)) as Once };
  expect(JSON.stringify(reloaded)).not.toContain('4821');
  expect(useOnceKey(reloaded)({ trackingCode: '4821093755261840', text: 'a' })).toEqual(first);
  expect(useOnceKey(reloaded)({ trackingCode: '4821093755261840', text: 'b' })).not.toEqual(first);
});
