import type { z } from "zod";
import type { FormValues } from "@/domain/shared/form-state";
import { filledRows, rowField } from "./rows";

/**
 * One field of a form and the member of the wire form that it fills (`path` with dots). `answer` is yes, no or nothing;
 * `flag` is a check box, which a form may require to be ticked; `percent` is kept in basis points, `thousandths` in those of its
 * unit and `degrees` in millionths; `money` has its currency in a second field; `time` is a clock time in the reader's zone.
 */
export type PlainField =
  | {
      readonly name: string;
      readonly path: string;
      readonly as: "text" | "number" | "percent" | "thousandths" | "degrees" | "answer" | "list" | "time";
    }
  | { readonly name: string; readonly path: string; readonly as: "flag"; readonly mustBeTicked?: true }
  | { readonly name: string; readonly path: string; readonly as: "money"; readonly currencyName: string };

/** A list whose rows have fields of their own, named `products[0].name`; a row left empty is no row. */
export type RowsField = {
  readonly name: string;
  readonly path: string;
  readonly as: "rows";
  readonly rowFields: readonly [PlainField, ...PlainField[]];
  readonly rowsMax: number;
};

export type FormField = PlainField | RowsField;

/** A form read into the input of a schema, with the complaints that only the typed text can cause. */
export type FormReading = {
  readonly input: Record<string, unknown>;
  readonly issues: readonly z.core.$ZodIssue[];
  /** The field that shows an issue of this path; empty where it concerns the whole form. */
  readonly fieldOf: (path: readonly PropertyKey[]) => string;
};

/** The field of a row that shows an issue; the list itself where the issue names no row. Rows left empty are not counted. */
function fieldInRows(field: RowsField, path: readonly string[], values: FormValues): string {
  const [position, ...rest] = path;
  if (position === undefined || !/^\d+$/.test(position)) return field.name;
  const row = filledRows(values, field.name)[Number(position)] ?? Number(position);
  const part = fieldAt(field.rowFields, rest);
  return rowField(field.name, row, part === "" ? field.rowFields[0].name : part);
}

/** The name of the field that fills `path`, or the first one within it; `values` are what the form was sent with. */
export function fieldAt(fields: readonly FormField[], path: readonly PropertyKey[], values: FormValues = {}): string {
  const whole = path.map(String).join(".");
  const holding = fields.find((field) => whole === field.path || whole.startsWith(`${field.path}.`));
  if (holding?.as === "rows") {
    const within = whole.slice(holding.path.length + 1);
    return fieldInRows(holding, within === "" ? [] : within.split("."), values);
  }
  const within = whole === "" ? undefined : fields.find((field) => field.path.startsWith(`${whole}.`));
  return (holding ?? within)?.name ?? "";
}
