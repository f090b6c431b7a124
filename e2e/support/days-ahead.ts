const DAY_MS = 86_400_000;

/** An instant to come, as calls take it. */
export const instantIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** A day to come, as a field for days takes it. */
export const dayIn = (days: number): string => instantIn(days).slice(0, 10);

/** The same time of a day to come, as a field for a clock time takes it. */
export const minuteIn = (days: number): string => instantIn(days).slice(0, 16);
