import { z } from "zod";
import {
  boundedText,
  countryField,
  dayOrTimeField,
  instantField,
  localDateField,
  moneySchema,
  priceSchema,
  setOf,
} from "../shared/wire-fields";
import type { ListEntry, TypeOfList, MemberList } from "./member-list";

const MILLIONTHS = 1_000_000;
const ID_MAX = 64;

type Entries = { readonly [As in ListEntry["as"]]: Extract<ListEntry, { readonly as: As }> };
type Enum = readonly [string, ...string[]];

const positiveMoney = moneySchema.refine(({ minor }) => minor > 0n, "amount_not_positive");

const choiceSchema = ({ values, refusal }: Entries["choice"]) =>
  values.every((value) => typeof value === "string") ? z.enum(values as Enum, refusal) : z.literal(values, refusal);

const isWithoutRepeats = (list: readonly string[]): boolean => new Set(list).size === list.length;

const idsSchema = ({ max }: Entries["ids"]) =>
  z.array(z.string().min(1, "required").max(ID_MAX)).min(1).max(max).refine(isWithoutRepeats, "named_twice");

/** The values of a member that is there. */
function valueSchema(entry: ListEntry): z.ZodType {
  switch (entry.as) {
    case "text":
      return boundedText(entry.max);
    case "choice":
      return choiceSchema(entry);
    case "list":
      return entry.isNeverEmpty ? setOf(entry.values as Enum).min(1) : setOf(entry.values as Enum);
    case "ids":
      return idsSchema(entry);
    case "country":
      return countryField;
    case "number":
    case "thousandths":
      return z.int().min(entry.min).max(entry.max);
    case "degrees":
      return z
        .int()
        .min(-entry.most * MILLIONTHS)
        .max(entry.most * MILLIONTHS);
    case "money":
      return entry.isPositive ? positiveMoney : priceSchema;
    case "day":
      return localDateField;
    case "dayOrTime":
      return dayOrTimeField;
    case "days":
      return z.array(localDateField).max(entry.max).refine(isWithoutRepeats, "named_twice");
    case "time":
      return instantField;
    case "answer":
    case "flag":
      return z.boolean();
    case "rows":
      return z.array(objectOf(entry.entries)).min(1).max(entry.max);
    case "group":
      return objectOf(entry.entries);
    case "own":
      throw new Error(`${entry.member} has no schema`);
  }
}

type OwnSchemas = Readonly<Record<string, z.ZodType>>;

function memberSchema(entry: ListEntry, own: OwnSchemas): z.ZodType {
  const value = own[entry.member] ?? valueSchema(entry);
  const member = entry.isRequired ? value : value.optional();
  return entry.description === undefined ? member : member.meta({ description: entry.description });
}

const objectOf = (list: MemberList, own: OwnSchemas = {}) =>
  z.strictObject(Object.fromEntries(list.map((entry) => [entry.member, memberSchema(entry, own)])));

/** The schema of what a list describes; `own` are those of the members that no list can describe. For servers: browsers have the list. */
export const schemaOf = <const List extends MemberList>(
  list: List,
  own: OwnSchemas = {},
): z.ZodType<TypeOfList<List>> => objectOf(list, own) as unknown as z.ZodType<TypeOfList<List>>;
