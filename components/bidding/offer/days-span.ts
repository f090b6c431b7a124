type Days = { readonly min: number; readonly max: number };

/** What a message needs to say days as people do: three days, not three to three. */
export const daysSpan = ({ min, max }: Days) => ({ min, max, isOne: min === max ? "true" : "false" });
