import { describe, expect, it } from 'vitest';
import { modulesOf, pathOf } from '@/ui/qr';
import { trackLink } from './receiptQr';

describe('the QR code of a receipt', () => {
  it('leads to the tracking page with the number and nothing else', () => {
    const link = new URL(trackLink('S620823-260506-0012', 'https://12315.example'));
    expect(link.pathname).toBe('/track');
    expect([...link.searchParams]).toEqual([['no', 'S620823-260506-0012']]);
  });

  it('has four light modules around it, and the three corners that a camera looks for', () => {
    const modules = modulesOf(trackLink('S620823-260506-0012', 'https://12315.example'));
    const size = modules.length;
    expect(modules.every((row) => row.length === size)).toBe(true);
    expect(modules.slice(0, 4).flat().some(Boolean)).toBe(false);
    const corner = (top: number, left: number): boolean[] => modules[top]?.slice(left, left + 7) ?? [];
    for (const [top, left] of [[4, 4], [4, size - 11], [size - 11, 4]] as const) {
      expect(corner(top, left)).toEqual(Array(7).fill(true));
    }
  });

  it('draws each dark module once', () => {
    expect(pathOf([[true, false], [false, true]])).toBe('M0 0h1v1h-1zM1 1h1v1h-1z');
  });
});
