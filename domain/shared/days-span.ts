/** Two ends as numbers, or as they were typed or written. */
type Ends<End extends number | string> = { readonly min: End; readonly max: End };

/** What a message needs to say a range of days as people do: three days, not three to three. */
export const daysSpan = <End extends number | string>({ min, max }: Ends<End>) => ({
  ...{ min, max },
  isOne: String(min === max),
});

/** The same as a figure under a head that says what it is: `2–3`, and `3` where both ends are one. */
export const daysFigure = ({ min, max }: Ends<number>): string => (min === max ? `${max}` : `${min}–${max}`);
