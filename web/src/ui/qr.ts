import { encode } from 'uqr';

/** The modules of a QR code, dark ones true, with the four light ones around it that a camera needs. */
export const modulesOf = (text: string): boolean[][] => encode(text, { ecc: 'M', border: 4 }).data;

/** The dark modules as one SVG path, each a unit square. */
export const pathOf = (modules: readonly boolean[][]): string =>
  modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
