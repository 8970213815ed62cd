/** Officers of an agency's tree, and the numbers of their certificates where a record asks for them. */
import { watch } from 'vue';
import { get } from '@/desk/http';
import type { ActSpec } from '../types';
import type { AgencyRef } from '../types';
import type { Values } from './values';

export interface Officer {
  personId: string;
  displayName: string;
  agency: AgencyRef | string | null;
  roles: string[];
  certificateNo?: string | null;
}

/** Those that were taken along to where nobody can be asked. */
const along = new Map<string, Officer[]>();

export async function officersOf(agency: string): Promise<Officer[]> {
  return along.get(agency) ?? (await get<{ items: Officer[] }>('/people/handlers', { agency })).items;
}

export function bringOfficers(officers: Record<string, Officer[]>): void {
  along.clear();
  Object.entries(officers).forEach(([agency, them]) => along.set(agency, them));
}

/** The numbers in the order of the officers, with a gap where somebody has none; empty when nobody has one. */
export function certificatesOf(chosen: readonly string[], officers: readonly Officer[]): string {
  const numbers = chosen.map((id) => officers.find(({ personId }) => personId === id)?.certificateNo ?? '');
  return numbers.some((one) => one !== '') ? numbers.join('、') : '';
}

/** Fills the certificates in as officers are chosen. What somebody wrote himself stays. */
export function fillCertificates(agency: () => string, spec: ActSpec, values: Values): void {
  if (!['officers', 'certificates'].every((name) => spec.fields.some((field) => field.name === name))) {
    return;
  }
  let known: Promise<Officer[]> | null = null;
  let filled = '';
  watch(
    () => values['officers'],
    async (chosen) => {
      known ??= officersOf(agency()).catch(() => []);
      const numbers = certificatesOf(Array.isArray(chosen) ? (chosen as string[]) : [], await known);
      const now = String(values['certificates'] ?? '');
      if (now === '' || now === filled) {
        values['certificates'] = numbers;
        filled = numbers;
      }
    },
  );
}
