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
