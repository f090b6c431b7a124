import type { z } from "zod";
import { membersOf, readSoFar } from "../shared/read-members";
import { missingOf, REQUIRED, type Requirement } from "./requirement";
import type { Shipment, ShipmentCargo } from "./shipment";
import type { SpecIssue } from "./spec-issue";

/** Names of what was given and could not be read: `equipment` of a spec, `deal.mode` of its deal, `deal.cargo.hsCode` where any line has it so. */
export type Unread = ReadonlySet<string>;

export const ALL_READ: Unread = new Set();

/** A spec as far as its members can be read; those that cannot stand as they came, so that nothing that was given is taken for missing. */
export function specSoFar(schema: z.ZodType, wire: unknown): { readonly spec: unknown; readonly unread: Unread } {
  const { value, unread } = readSoFar(schema, wire);
  return { spec: { ...membersOf(wire), ...(value as object) }, unread };
}

type LineMember = keyof ShipmentCargo;
type DealMember = Exclude<keyof Shipment, "cargo">;

/** What a rule may read: members of the spec, of the deal, of the deal's lines. */
type Readable<Spec> = Extract<keyof Spec, string> | `deal.${DealMember}` | `deal.cargo.${LineMember}`;

type After<Prefix extends string, Name> = Name extends `${Prefix}${infer Member}` ? Member : never;
type LinePart<Name> = Pick<ShipmentCargo, Extract<After<"deal.cargo.", Name>, LineMember>>;
type DealPart<Name> = Pick<Shipment, Extract<After<"deal.", Name>, DealMember>> & {
  readonly cargo: readonly LinePart<Name>[];
};
type SpecPart<Spec, Name> = Pick<Spec, Extract<Name, keyof Spec>>;

export type SpecRule<Spec> = {
  readonly reads: readonly string[];
  readonly check: (spec: Spec, deal: Shipment) => readonly SpecIssue[];
};

/**
 * Makes a kind's rules, each of which names what it reads and is given nothing else: so it is held as soon as that could be read, whatever
 * else of the posting could not.
 */
export const ruleOf =
  <Spec>() =>
  <const Name extends Readable<Spec>>(
    reads: readonly Name[],
    check: (spec: SpecPart<Spec, Name>, deal: DealPart<Name>) => readonly SpecIssue[],
  ): SpecRule<Spec> => ({ reads, check });

/** The first issue of each member: what else is wrong with it may follow from that. */
function firstOfEach(issues: readonly SpecIssue[]): SpecIssue[] {
  const first = new Map(issues.toReversed().map((issue) => [issue.path.join("."), issue]));
  return issues.filter((issue) => first.get(issue.path.join(".")) === issue);
}

/**
 * A kind's check of its specs: members that are due by a rule of its own and not given, then every rule that needs nothing `unread`. Of a spec
 * that could not be read as a whole the members that could not stand as they came; what its schema says of them is told elsewhere.
 */
export const specCheck =
  <Spec>(required: readonly Requirement[], rules: readonly SpecRule<Spec>[]) =>
  (spec: Spec, deal: Shipment, unread: Unread = ALL_READ): SpecIssue[] => {
    const due = required.filter(({ code }) => code !== REQUIRED);
    const held = rules.filter(({ reads }) => !reads.some((name) => unread.has(name)));
    return firstOfEach([...missingOf(due, spec, deal), ...held.flatMap(({ check }) => check(spec, deal))]);
  };
