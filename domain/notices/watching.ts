/** What can be watched: news of a hub, or of all hubs by which a corridor leaves or enters China. */
export const WATCHED = ["hub", "corridor"] as const;
export type Watched = { readonly what: (typeof WATCHED)[number]; readonly subject: string };

/** So much a person watches in an organisation. */
export const WATCHES_MAX = 50;

/** Whom the news of a hub concerns: those who watch it, and those who watch a corridor that it serves. */
export const watchedBy = (hubId: string, corridors: readonly string[]): Watched[] => [
  { what: "hub", subject: hubId },
  ...corridors.map((subject) => ({ what: "corridor" as const, subject })),
];

const OFFERED = new RegExp(`^(${WATCHED.join("|")})\\.([A-Za-z0-9.-]{1,64})$`);

/** What an address offers to watch: `hub.horgos` or `corridor.CN-KZ`; null where it offers nothing of the kind. */
export function watchedIn(text: string): Watched | null {
  const [, what, subject] = OFFERED.exec(text) ?? [];
  const kind = WATCHED.find((one) => one === what);
  return kind && subject !== undefined ? { what: kind, subject } : null;
}
