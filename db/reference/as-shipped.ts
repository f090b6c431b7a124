import { isDeepStrictEqual } from "node:util";

/** Whether a stored row says in every column what the shipped files say of it. What a file leaves out is null. */
export const isAsShipped = (stored: object, shipped: object): boolean =>
  Object.entries(shipped).every(([column, value]) =>
    isDeepStrictEqual((stored as Readonly<Record<string, unknown>>)[column] ?? null, value ?? null),
  );

type Entered = { readonly id: string; readonly enteredByUserId: string | null; readonly enteredAt: unknown };

/** Whether a row that an administrator entered stands in place of a shipped one that says otherwise. */
export function differsFromShipped(row: Entered, shipped: object | undefined): boolean {
  const { id, enteredByUserId, enteredAt } = row;
  return (
    enteredByUserId !== null &&
    shipped !== undefined &&
    !isAsShipped(row, { ...shipped, id, enteredByUserId, enteredAt })
  );
}
