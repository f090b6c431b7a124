/** So many providers an organisation keeps in view, and so many a browser without an account. Our choice. */
export const SHORTLIST_MAX = 100;
export const BROWSER_SHORTLIST_MAX = 20;

export const NOTE_MAX = 500;

/** So many are compared side by side: more columns are not read. Our choice. */
export const COMPARED_MAX = 4;

const PROVIDER_ID = /^[0-9a-z]{1,64}$/;
const BETWEEN = ".";

/** Ids of providers, each once and no more than `most`; what is no id is left out. */
export const providerIds = (given: readonly unknown[], most: number): string[] =>
  [...new Set(given)].filter((id): id is string => typeof id === "string" && PROVIDER_ID.test(id)).slice(0, most);

/** The shortlist that a browser keeps, by its cookie. */
export const shortlistIn = (cookie: string | undefined): string[] =>
  providerIds((cookie ?? "").split(BETWEEN), BROWSER_SHORTLIST_MAX);

/** The cookie with providers added, the first added first, or taken away. */
export function changedShortlist(
  cookie: string | undefined,
  { add, drop }: { readonly add: readonly string[]; readonly drop: readonly string[] },
): string {
  const kept = [...shortlistIn(cookie), ...add].filter((id) => !drop.includes(id));
  return providerIds(kept, BROWSER_SHORTLIST_MAX).join(BETWEEN);
}
