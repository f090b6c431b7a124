const DAY_MS = 86_400_000;

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** A day to come, as a field for days takes it. */
export const dayIn = (days: number): string => inDays(days).slice(0, 10);

/** The same time of a day to come, as a field for a clock time takes it. */
export const minuteIn = (days: number): string => inDays(days).slice(0, 16);
