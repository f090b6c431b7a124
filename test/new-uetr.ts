let serial = 0;

/** A UETR that nobody has had yet. */
export const newUetr = (): string => `97ed4827-7b6f-4491-a06f-${String(++serial).padStart(12, "0")}`;
