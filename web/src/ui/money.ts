/** A count with grouped thousands, `10,000`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Yuan with two decimals and grouped thousands, `1,980.00`. */
export function yuan(amount: string | number): string {
  const [whole = '', cents = ''] = Number(amount).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
