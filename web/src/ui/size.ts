/** The size of a file in the unit that a person would say: B, KB or MB of 1024. */
export function sizeWords(bytes: number): string {
  const kilo = 1024;
  if (bytes < kilo) {
    return `${bytes} B`;
  }
  return bytes < kilo * kilo ? `${Math.round(bytes / kilo)} KB` : `${(bytes / kilo / kilo).toFixed(1)} MB`;
}
