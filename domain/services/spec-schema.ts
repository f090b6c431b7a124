import { z } from "zod";
import { moneySchema, priceSchema } from "../shared/money-schema";
import { boundedText, countryField, dayOrTimeField, localDateField, setOf } from "../shared/wire-fields";
import type { SpecEntry, SpecIn, SpecList } from "./spec-list";

const MILLIONTHS = 1_000_000;
const ID_MAX = 64;

type Entries = { readonly [As in SpecEntry["as"]]: Extract<SpecEntry, { readonly as: As }> };
type Enum = readonly [string, ...string[]];

const positiveMoney = moneySchema.refine(({ minor }) => minor > 0n, "amount_not_positive");

const choiceSchema = ({ values, refusal }: Entries["choice"]) =>
  values.every((value) => typeof value === "string") ? z.enum(values as Enum, refusal) : z.literal(values, refusal);

const idsSchema = ({ max }: Entries["ids"]) =>
  z
    .array(z.string().min(1, "required").max(ID_MAX))
    .min(1)
    .max(max)
    .refine((list) => new Set(list).size === list.length, "named_twice");

/** The values of a member that is there. */
function valueSchema(entry: Exclude<SpecEntry, Entries["own"]>): z.ZodType {
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
    case "answer":
    case "flag":
      return z.boolean();
    case "rows":
      return z.array(objectOf(entry.entries)).min(1).max(entry.max);
    case "group":
      return objectOf(entry.entries);
  }
}

type OwnSchemas = Readonly<Record<string, z.ZodType>>;

function memberSchema(entry: SpecEntry, own: OwnSchemas): z.ZodType {
  const value = entry.as === "own" ? (own[entry.member] as z.ZodType) : valueSchema(entry);
  const member = entry.isRequired ? value : value.optional();
  return entry.description === undefined ? member : member.meta({ description: entry.description });
}

const objectOf = (list: SpecList, own: OwnSchemas = {}) =>
  z.strictObject(Object.fromEntries(list.map((entry) => [entry.member, memberSchema(entry, own)])));

/** The schema of the spec that a list describes; `own` are those of the members that no list can describe. For servers: browsers have the list. */
export const schemaOf = <const List extends SpecList>(list: List, own: OwnSchemas = {}): z.ZodType<SpecIn<List>> =>
  objectOf(list, own) as unknown as z.ZodType<SpecIn<List>>;
