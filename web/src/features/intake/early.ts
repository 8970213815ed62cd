/** What somebody typed into the plain HTML before the script was there. */
export interface Early {
  content: string;
  occurredOn: string;
  amount: string;
}

let typed: Early | null = null;

/** Reads what was typed into the rendered HTML, before Vue takes the fields over and empties them. */
export function rememberEarlyInput(page: Document): void {
  const valueOf = (id: string): string => {
    const control = page.getElementById(id);
    return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value : '';
  };
  const early = { content: valueOf('content'), occurredOn: valueOf('occurredOn'), amount: valueOf('amount') };
  typed = Object.values(early).some((value) => value !== '') ? early : null;
}

/** Hands it over once. */
export function takeEarlyInput(): Early | null {
  const early = typed;
  typed = null;
  return early;
}
