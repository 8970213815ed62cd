import { expect, it } from 'vitest';
import { useOnceKey } from './onceKey';

it('keeps the key while the same is sent again, and takes another for something else', () => {
  const keyed = useOnceKey();
  const first = keyed({ text: 'a' });
  expect(keyed({ text: 'a' })).toEqual(first);
  expect(keyed({ text: 'b' })).not.toEqual(first);
});
