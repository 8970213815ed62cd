/** A key for one opening of a form: sending it twice by accident acts once. */
export function freshKey(): string {
  return crypto.randomUUID === undefined ? randomKey() : crypto.randomUUID();
}

/** Pages served over plain HTTP inside a bureau have no `randomUUID`; the random numbers are the same. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
