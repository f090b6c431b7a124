/** One key for what people write in several ways: letters and digits alone, in one width and case. */
const keyOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** Names a factory by its address, however it is spaced and punctuated. */
export const factoryKey = keyOf;

/** Names an inspector within its own organisation. */
export const inspectorKey = (organisationId: string, name: string): string => `${organisationId}:${keyOf(name)}`;

export type Pairing = { readonly times: number; readonly of: number };

/**
 * How often the inspector was the one at the factory's last visits, this one among them and the latest first; null below the market's
 * figure. An inspector who always comes to the same factory is asked about, not accused.
 */
export function repeatPairing(
  inspector: string,
  {
    visits,
    repeats,
    window,
  }: { readonly visits: readonly string[]; readonly repeats: number; readonly window: number },
): Pairing | null {
  const last = visits.slice(0, window);
  const times = last.filter((one) => one === inspector).length;
  return times >= repeats ? { times, of: last.length } : null;
}
