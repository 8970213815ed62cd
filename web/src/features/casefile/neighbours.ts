/** The order of the list that a case was opened from, so that the case page can go on to the next. In memory only. */
import { shallowRef } from 'vue';

const order = shallowRef<readonly string[]>([]);
const origin = shallowRef('/desk/cases');

export function rememberList(numbers: readonly string[], address: string): void {
  order.value = numbers;
  origin.value = address;
}

let visited: string | null = null;

/** The case that is open now: the list, gone back to, stands on its row. */
export function rememberVisit(caseNo: string): void {
  visited = caseNo;
}

/** The case that was looked at last; told once. */
export function takeVisit(): string | null {
  const last = visited;
  visited = null;
  return last;
}

export const listAddress = (): string => origin.value;

export interface Place {
  index: number;
  of: number;
  previous: string | null;
  next: string | null;
}

/** Where this case stood in its list; null when it was opened by its address. */
export function placeOf(caseNo: string): Place | null {
  const index = order.value.indexOf(caseNo);
  if (index < 0) {
    return null;
  }
  return {
    index: index + 1,
    of: order.value.length,
    previous: order.value[index - 1] ?? null,
    next: order.value[index + 1] ?? null,
  };
}
