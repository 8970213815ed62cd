/** Prints one part of the page with its reasons unfolded, or the whole page. */
export function printOnly(part: string | null): void {
  const root = document.documentElement;
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  const opened = folded.filter((one) => part === null || one.closest(`[data-printable="${part}"]`) !== null);
  opened.forEach((one) => (one.open = true));
  if (part !== null) {
    root.dataset['print'] = part;
  }
  window.print();
  delete root.dataset['print'];
  opened.forEach((one) => (one.open = false));
}
