import { post } from '@/desk/http';
import type { ActAnswer } from '../types';

/** One act on one version of one case. */
export function perform(
  caseNo: string,
  act: string,
  version: number,
  fields: Record<string, unknown>,
  key: string,
): Promise<ActAnswer> {
  return post<ActAnswer>(`/cases/${encodeURIComponent(caseNo)}/acts/${act}`, fields, {
    'If-Match': `"${version}"`,
    'Idempotency-Key': key,
  });
}
