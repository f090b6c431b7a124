/** What keys do, each with the keys that do it: one by itself, or together with Ctrl, which is ⌘ on a Mac. Their words are `find.keys` among the messages. */
export const KEYS = {
  find: ["/", "Ctrl K"],
  keys: ["?"],
  next: ["J"],
  previous: ["K"],
  open: ["Enter"],
  select: ["X"],
  filter: ["F"],
  copyLink: ["C"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type KeyAct = keyof typeof KEYS;
export const KEY_ACTS = Object.keys(KEYS) as KeyAct[];
