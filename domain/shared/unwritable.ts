type Scalar = string | number | bigint | boolean | null | undefined;

/** The same, where nothing may be written into, however deep. */
export type Unwritable<T> = unknown extends T
  ? T
  : T extends Scalar
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Unwritable<Item>[]
      : { readonly [Name in keyof T]: Unwritable<T[Name]> };
