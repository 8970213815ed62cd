/**
 * Money as people type it, to the contract's form: `1980`, `１，９８０．５` and `1,980.50元` become `1980.00`, `1980.50`
 * and `1980.50`. Text all the way, so that nothing is rounded. Null when it is no amount of at most 99,999,999.99.
 */
export function amountOf(typed: string): string | null {
  const found = /^0*(\d{1,8})(?:\.(\d{1,2}))?$/.exec(bare(typed));
  return found === null ? null : `${found[1]}.${(found[2] ?? '').padEnd(2, '0')}`;
}

/** Why what was typed is no amount, so that it can be said: null when it is one. */
export function amountTrouble(typed: string): 'negative' | 'large' | 'cents' | 'odd' | null {
  const text = bare(typed);
  if (amountOf(typed) !== null) {
    return null;
  }
  if (/^[-−]\d/.test(text)) {
    return 'negative';
  }
  if (/^\d+\.\d{3,}$/.test(text)) {
    return 'cents';
  }
  return /^\d+(\.\d*)?$/.test(text) ? 'large' : 'odd';
}

function bare(typed: string): string {
  return typed
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]/, '')
    .replace(/\u5143$/, '')
    .replace(/[,\s]/g, '');
}

/** `1980.00` as `1,980.00`. */
export const amountWords = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?=\.|$))/g, ',');

/** `5000` as `5,000`. */
export const countWords = (count: number): string => amountWords(String(count));
