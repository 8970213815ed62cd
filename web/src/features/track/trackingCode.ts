/** The digits of a code as people type or paste it: with spaces, hyphens or full-width digits. */
export const codeDigits = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

export const codeLength = 16;

export type CodeFault = { message: 'track.codeMissing' | 'track.codeOdd' } | { message: 'track.codeShort' | 'track.codeLong'; n: number };

/** What is wrong with a typed code; null when it has sixteen digits. */
export function codeFault(typed: string): CodeFault | null {
  const digits = codeDigits(typed);
  if (digits === '') {
    return { message: 'track.codeMissing' };
  }
  if (!/^\d+$/.test(digits)) {
    return { message: 'track.codeOdd' };
  }
  const over = digits.length - codeLength;
  if (over === 0) {
    return null;
  }
  return over < 0 ? { message: 'track.codeShort', n: -over } : { message: 'track.codeLong', n: over };
}
