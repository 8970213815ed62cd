import { describe, expect, it } from 'vitest';
import { inFours } from '@/features/intake/receipt';
import { codeDigits, codeFault } from './trackingCode';

describe('a tracking code', () => {
  it.each(['4821093755261840', '4821 0937 5526 1840', ' 4821-0937-5526-1840 ', '４８２１０９３７５５２６１８４０'])('may be typed as %s', (typed) => {
    expect(codeFault(typed)).toBeNull();
    expect(codeDigits(typed)).toBe('4821093755261840');
  });

  it('says how many digits are missing', () => {
    expect(codeFault('4821 0937')).toEqual({ message: 'track.codeShort', n: 8 });
    expect(codeFault('4821 0937 5526 1840 1')).toEqual({ message: 'track.codeLong', n: 1 });
    expect(codeFault('')).toEqual({ message: 'track.codeMissing' });
    expect(codeFault('查询码')).toEqual({ message: 'track.codeOdd' });
  });

  it('is shown in fours', () => {
    expect(inFours('4821093755261840')).toBe('4821 0937 5526 1840');
  });
});
