import type { PlainField, RowsField } from "./field";

type Field<Name extends string, As extends string> = { readonly name: Name; readonly path: string; readonly as: As };

/** A field fills the member of its own name where its table names no path. */
const taking =
  <const As extends string>(as: As) =>
  <const Name extends string>(name: Name, path: string = name): Field<Name, As> => ({ name, path, as });

/** How the tables of a form's fields are written: one a line, by what is typed into it. What each means stands with `PlainField`. */
export const text = taking("text");
export const number = taking("number");
export const percent = taking("percent");
export const thousandths = taking("thousandths");
export const degrees = taking("degrees");
export const answer = taking("answer");
export const list = taking("list");
export const time = taking("time");
export const flag = taking("flag");

/** An amount; its currency is typed beside it, in a field named after it where the table names none. */
export const money = <const Name extends string>(
  name: Name,
  path: string = name,
  currencyName: string = `${name}Currency`,
): Field<Name, "money"> & { readonly currencyName: string } => ({ name, path, as: "money", currencyName });

/** A list of at most `rowsMax` rows that fills the member of its own name. */
export const rows = <const Name extends string>(
  name: Name,
  rowsMax: number,
  rowFields: readonly [PlainField, ...PlainField[]],
): RowsField & { readonly name: Name } => ({ name, path: name, as: "rows", rowsMax, rowFields });
