export const LANGUAGES = ["en", "zh-CN"] as const;
export type Language = (typeof LANGUAGES)[number];

const OF_WINDOW: Readonly<Record<string, readonly Language[]>> = { desktop: ["en"], phone: ["zh-CN"] };

/** The languages that a project tries; where the windows divide them, each is tried once. */
export const languagesOf = (project: string): readonly Language[] => OF_WINDOW[project] ?? LANGUAGES;

/** Each thing that is sent is sent in one language, by its place in its list: half of them in each. */
export const isSentIn = (language: Language, at: number): boolean => LANGUAGES[at % LANGUAGES.length] === language;
