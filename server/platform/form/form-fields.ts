import { z } from "zod";

/** The box by which somebody stands by a figure that the command would else refuse as unlikely. */
export const confirmedTick = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/**
 * A name that a form of ours can have: words joined by dots, with places in lists. Others are not read: a place like
 * `[4294967294]` makes a list that is walked through for minutes, and `__proto__` or `__intent__` are words to the reader of
 * forms.
 */
const NAME = /^(?!.*\b(?:constructor|prototype)\b)[a-z]\w*(?:\[\d{1,3}\]|\.[a-z0-9]\w*)*$/i;
const NAME_MAX = 200;

/** What of a form is read at all. An action can be called with anything, so what is no form is an empty one. */
export function fieldsOf(sent: unknown): FormData {
  const fields = new FormData();
  if (!(sent instanceof FormData)) return fields;
  for (const [name, value] of sent) if (name.length <= NAME_MAX && NAME.test(name)) fields.append(name, value);
  return fields;
}
