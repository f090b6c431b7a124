import type { Shipment } from "./shipment";
import { type SpecIssue, specIssue } from "./spec-issue";

/** What a rule may ask of the deal while its request is still typed. */
export type DealSoFar = Partial<Pick<Shipment, "direction">>;

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
  const missing = requirements.filter(({ path, isDue }) => isDue(asked, deal) && asked(path) === undefined);
  const first = new Map(missing.toReversed().map(({ path, code }) => [code, path]));
  return [...first].toReversed().map(([code, path]) => specIssue(path, code));
}
