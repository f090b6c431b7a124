/** What a form was sent with, field by field; a repeated name keeps all its values. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** What a form comes to before it binds, worded: it is shown in place of the fields, with the way back to them and the button that binds. */
export type ToConfirm = { readonly sentences: readonly string[]; readonly edit: string; readonly send: string };

/**
 * What an action answers to its form when it does not lead elsewhere: everything that was typed, and what to mend. `key`
 * changes with each answer, so that the form is drawn anew with the kept values.
 */
export type FormState = {
  readonly key: string;
  readonly values: FormValues;
  /** By field name, worded. */
  readonly fieldErrors: Readonly<Record<string, string>>;
  /** What concerns the whole form, worded. */
  readonly formErrors: readonly string[];
  /** What went well, worded; for forms that stay on their page. */
  readonly notice: string | null;
  /** There once what was typed may be sent as it is, of a form that is checked first. */
  readonly toConfirm?: ToConfirm;
};

export type FormAction = (state: FormState | null, data: FormData) => Promise<FormState | null>;

/** The one value of a field, empty where there is none. */
export const valueOf = (values: FormValues | undefined, name: string): string => {
  const value = values?.[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
};

/** All values of a field, as check boxes of one name send them. */
export const valuesOf = (values: FormValues | undefined, name: string): readonly string[] => {
  const value = values?.[name];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
};
