/** A tenth of a pixel: what an eye can see, without the digits it cannot. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
