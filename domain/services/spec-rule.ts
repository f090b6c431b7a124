import { z } from "zod";
import { membersOf, readSoFar } from "../shared/wire-fields";
import { missingOf, REQUIRED, type Requirement } from "./requirement";
import type { Shipment, ShipmentCargo } from "./kind";
import type { SpecIssue } from "./spec-issue";

/**
 * Names of what was given and could not be read: `equipment` of a spec, `importerOfRecord.taxId` of a group in it, `deal.mode` of its deal,
 * `deal.cargo.hsCode` where any line has it so.
 */
export type Unread = ReadonlySet<string>;

export const ALL_READ: Unread = new Set();

/** The schema of a group of members; null of a member that is none. */
function groupOf(schema: unknown): z.ZodObject | null {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  return inner instanceof z.ZodObject ? inner : null;
}

const isGiven = (value: unknown): boolean => Object.keys(membersOf(value)).length > 0;

/**
 * A spec as far as its members can be read, and the members of its groups; those that cannot stand as they came, so that nothing that was given
 * is taken for missing.
 */
export function specSoFar(schema: z.ZodType, wire: unknown): { readonly spec: unknown; readonly unread: Unread } {
  const { value, unread } = readSoFar(schema, wire);
  const given = membersOf(wire);
  const spec: Record<string, unknown> = { ...given, ...(value as object) };
  const names = new Set<string>();
  for (const name of unread) {
    const group = groupOf((schema as z.ZodObject).shape[name]);
    const read = group && isGiven(given[name]) ? readSoFar(group, given[name]) : null;
    if (!read || read.unread.size === 0) {
      names.add(name);
      continue;
    }
    spec[name] = { ...membersOf(given[name]), ...(read.value as object) };
    for (const member of read.unread) names.add(`${name}.${member}`);
  }
  return { spec, unread: names };
}

type LineMember = keyof ShipmentCargo;
type DealMember = Exclude<keyof Shipment, "cargo">;

type Plain = string | number | bigint | boolean | readonly unknown[];
type Given<Spec, Name extends keyof Spec> = NonNullable<Spec[Name]>;

/** The members of the groups of a spec, as in `importerOfRecord.taxId`. */
type GroupMember<Spec> = {
  [Name in Extract<keyof Spec, string>]-?: Given<Spec, Name> extends Plain
    ? never
    : `${Name}.${Extract<keyof Given<Spec, Name>, string>}`;
}[Extract<keyof Spec, string>];

/** What a rule may read: members of the spec, of a group in it, of the deal, of the deal's lines. */
type Readable<Spec> =
  | Extract<keyof Spec, string>
  | GroupMember<Spec>
  | `deal.${DealMember}`
  | `deal.cargo.${LineMember}`;

type After<Prefix extends string, Name> = Name extends `${Prefix}${infer Member}` ? Member : never;
type LinePart<Name> = Pick<ShipmentCargo, Extract<After<"deal.cargo.", Name>, LineMember>>;
type DealPart<Name> = Pick<Shipment, Extract<After<"deal.", Name>, DealMember>> & {
  readonly cargo: readonly LinePart<Name>[];
};
type GroupPart<Spec, Group extends keyof Spec, Name> =
  | Pick<Given<Spec, Group>, Extract<After<`${Extract<Group, string>}.`, Name>, keyof Given<Spec, Group>>>
  | Extract<Spec[Group], undefined>;
type SpecPart<Spec, Name> = Pick<Spec, Extract<Name, keyof Spec>> & {
  [Group in keyof Spec as Name extends `${Extract<Group, string>}.${string}` ? Group : never]: GroupPart<
    Spec,
    Group,
    Name
  >;
};

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
  ): SpecRule<Spec> => ({ reads, check: check as unknown as SpecRule<Spec>["check"] });

/** Whether a name that a rule reads could be: itself, the group that it is of, and all members of the group that it is. */
const isRead = (name: string, unread: Unread): boolean =>
  ![...unread].some((one) => one === name || one.startsWith(`${name}.`) || name.startsWith(`${one}.`));

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
    const held = rules.filter(({ reads }) => reads.every((name) => isRead(name, unread)));
    return firstOfEach([...missingOf(due, spec, deal), ...held.flatMap(({ check }) => check(spec, deal))]);
  };
