import { describe, expect, it } from 'vitest';
import { chestOf } from './chest';
import { inMemory } from './deviceStore';
import { keyOf, lockWith, open, seal, unlock, weakPin } from './sealing';

const KEY = btoa('0123456789abcdef0123456789abcdef');
const OTHER = btoa('abcdef0123456789abcdef0123456789');
const FAST = 1_000;

describe('what lies on the device', () => {
  it('opens by the PIN and by no other', async () => {
    const lock = await lockWith('market-2026', KEY, FAST);
    const key = await unlock('market-2026', lock);
    expect(key).not.toBeNull();
    expect(await unlock('market-2025', lock)).toBeNull();
    const sealed = await seal(await keyOf(KEY), 'cases/1', { words: '冰箱不制冷' });
    expect(await open(key as CryptoKey, 'cases/1', sealed)).toEqual({ words: '冰箱不制冷' });
  });

  it('gives its key to nobody, neither opened by the PIN nor by the server', async () => {
    const lock = await lockWith('market-2026', KEY, FAST);
    for (const key of [await keyOf(KEY), await unlock('market-2026', lock)]) {
      await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
    }
    const bytes = new TextDecoder('latin1').decode(lock.wrapped.data);
    expect(bytes).not.toContain('0123456789abcdef');
  });

  it('holds nothing in plain words, and never the same twice', async () => {
    const store = inMemory();
    const chest = chestOf(store, await keyOf(KEY));
    await chest.change([await chest.put('cases', '1', { story: 'FRIDGE' }), await chest.put('cases', '2', { story: 'FRIDGE' })]);
    const rows = (await store.all('cases')).map(([, sealed]) => new TextDecoder('latin1').decode((sealed as { data: ArrayBuffer }).data));
    expect(rows.join('')).not.toContain('FRIDGE');
    expect(rows[0]).not.toBe(rows[1]);
    expect(await chest.get('cases', '2')).toEqual({ story: 'FRIDGE' });
  });

  it('cannot be put in another place, nor opened under another key', async () => {
    const sealed = await seal(await keyOf(KEY), 'cases/1', 'mine');
    await expect(open(await keyOf(KEY), 'cases/2', sealed)).rejects.toThrow();
    await expect(open(await keyOf(OTHER), 'cases/1', sealed)).rejects.toThrow();
  });

  it('asks for a PIN that is not guessed at once', () => {
    expect(['1234567', '11111111', '12345678', '87654321', 'abcdefgh'].filter((pin) => !weakPin(pin))).toEqual([]);
    expect(['62082319', 'market-2026'].filter(weakPin)).toEqual([]);
  });
});
