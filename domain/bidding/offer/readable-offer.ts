import type { z } from "zod";
import { chargeLineSchema, chargeLinesSchema } from "../../services/charge-schema";
import { membersOf } from "../../shared/wire-fields";
import type { Refusal } from "../../shared/result";
import type { Offer } from "../bid";
import { alternativeMembers, offerFields } from "./offer-schema";

/** What stands for members that cannot be read yet, as an offer travels: nothing of it changes a total. */
export const NEUTRAL_MEMBERS = {
  transitDays: { min: 0, max: 0 },
  validUntil: "9999-12-31T00:00:00Z",
  exclusions: [],
  terms: {},
  remarks: "",
} as const;

type Members = Readonly<Record<string, unknown>>;

const NEUTRAL: Members = { ...NEUTRAL_MEMBERS, currency: "CNY", title: "?" };

const NEUTRAL_LINE = { code: "EXD", basis: "shipment", unitPrice: { minor: 0, currency: "CNY" } };

/** What was read, with something neutral in place of what could not be, and the names of that. */
type Reading = { readonly value: unknown; readonly unread: readonly string[] };

const rowsOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : []);

/** Charge lines one by one, so that one that is malformed does not hide the others: each keeps its place. */
function readLines(given: unknown, name: string): Reading {
  const whole = chargeLinesSchema.safeParse(given);
  if (whole.success) return { value: whole.data, unread: [] };
  const lines = rowsOf(given).map((line) => chargeLineSchema.safeParse(line));
  const unread = lines.flatMap(({ success }, place) => (success ? [] : [`${name}[${place}]`]));
  if (unread.length === 0) return { value: [], unread: [name] };
  return { value: lines.map((line) => line.data ?? chargeLineSchema.parse(NEUTRAL_LINE)), unread };
}

/** An object member by member, its charge lines one by one. */
function readMembers(fields: Readonly<Record<string, z.ZodType>>, given: Members, prefix = "") {
  const value: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [member, schema] of Object.entries(fields)) {
    const reading = readMember(schema, given[member], { member, name: `${prefix}${member}` });
    value[member] = reading.value;
    unread.push(...reading.unread);
  }
  return { value, unread };
}

type Named = { readonly member: string; readonly name: string };

function readMember(schema: z.ZodType, given: unknown, { member, name }: Named): Reading {
  if (member === "charges") return readLines(given, name);
  const read = schema.safeParse(given);
  if (read.success) return { value: read.data, unread: [] };
  if (member === "alternatives") return readAlternatives(given);
  return { value: schema.safeParse(NEUTRAL[member]).data, unread: [name] };
}

/** The alternatives of an offer, each member by member. */
function readAlternatives(given: unknown): Reading {
  const rows = rowsOf(given).map((one, place) =>
    readMembers(alternativeMembers, membersOf(one), `alternatives[${place}].`),
  );
  const unread = rows.flatMap((row) => row.unread);
  if (unread.length === 0) return { value: [], unread: ["alternatives"] };
  return { value: rows.map(({ value }) => value), unread };
}

type Readable = {
  readonly offer: Offer;
  /** Members and charge lines for which something neutral stands. */
  readonly unread: readonly string[];
};

/** An offer of which some members are malformed, as far as it can be read: the rules can be asked of the other members. */
export function readableOffer(input: Members): Readable {
  const { value, unread } = readMembers(offerFields, input);
  return { offer: value as Offer, unread };
}

const isWithin = (name: string, whole: string): boolean =>
  name === whole || name.startsWith(`${whole}[`) || name.startsWith(`${whole}.`);

/** Whether a refusal is of a member that was read: what is said of something neutral, or of a whole of which a part is, is said of nothing that anybody wrote. */
export const isOfRead = ({ details }: Refusal, unread: readonly string[]): boolean => {
  const field = String(details?.field ?? "");
  return field === "" || !unread.some((name) => isWithin(field, name) || isWithin(name, field));
};
