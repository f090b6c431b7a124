import { type FormValues, valueOf } from "../shared/form-state";
import { countGiven, fieldAt, type FormField } from "./form-field";
import type { Shipment } from "./kind";
import { type SpecIssue, specIssue } from "./spec-issue";

/** What a rule may ask of the deal while it is still typed. */
export type DealSoFar = Partial<Pick<Shipment, "direction" | "readyDate">>;

/** The member of a spec, or what is typed into its field; undefined where nothing is given. */
export type Asked = (path: string) => unknown;

/**
 * A member that a request must have, always or where another member or the deal asks for it. The check refuses a spec without it and the
 * form marks its field, both by this one rule.
 */
export type Requirement = {
  /** With dots, as in `importerOfRecord.name`. */
  readonly path: string;
  /** Of the refusal: `issue.<code>` of the kind's messages, or `required` where the schema refuses. */
  readonly code: string;
  readonly isDue: (asked: Asked, deal: DealSoFar) => boolean;
};

/** The code of what a schema asks for by itself. */
export const REQUIRED = "required";

/** Members that every spec of the kind has, by its schema. */
export const always = (...paths: readonly string[]): Requirement[] =>
  paths.map((path) => ({ path, code: REQUIRED, isDue: () => true }));

/** Members without which their group is not whole once another member of it is given, by its schema. */
export const whole = (group: string, members: readonly string[], others: readonly string[] = []): Requirement[] =>
  members.map((member) => ({
    path: `${group}.${member}`,
    code: REQUIRED,
    isDue: (asked) =>
      [...members, ...others].some((other) => other !== member && asked(`${group}.${other}`) !== undefined),
  }));

/** Members of one group that are due together and told of by one code. */
export const together = (
  group: string,
  members: readonly string[],
  { code, isDue }: Pick<Requirement, "code" | "isDue">,
): Requirement[] => members.map((member) => ({ path: `${group}.${member}`, code, isDue }));

const memberAt =
  (spec: unknown): Asked =>
  (path) =>
    path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], spec);

/** An issue for each member that is due and not given; of members with one code the first is told. */
export function missingOf(requirements: readonly Requirement[], spec: unknown, deal: DealSoFar): SpecIssue[] {
  const asked = memberAt(spec);
  const due = requirements.filter(({ path, isDue }) => isDue(asked, deal) && asked(path) === undefined);
  const first = new Map(due.toReversed().map(({ path, code }) => [code, path]));
  return [...first].toReversed().map(([code, path]) => specIssue(path, code));
}

type TypedForm = { readonly fields: readonly FormField[]; readonly values: FormValues; readonly prefix: string };

/** What is typed into the field of a member; of a group or a list whether anything is. */
const typedAt =
  ({ fields, values, prefix }: TypedForm): Asked =>
  (path) => {
    const own = fields.find((field) => field.path === path && field.as !== "rows");
    if (own) return valueOf(values, prefix + own.name).trim() || undefined;
    const within = fields.filter((field) => field.path === path || field.path.startsWith(`${path}.`));
    const names = within.map(({ name }) => prefix + name);
    return countGiven(values, names) > 0 || undefined;
  };

/** The fields, by their bare names, without which the form would be refused as it is typed now. */
export function requiredFields(
  requirements: readonly Requirement[],
  form: TypedForm,
  deal: DealSoFar,
): ReadonlySet<string> {
  const asked = typedAt(form);
  const due = requirements.filter(({ isDue }) => isDue(asked, deal));
  return new Set(due.map(({ path }) => fieldAt(form.fields, path.split("."))));
}
