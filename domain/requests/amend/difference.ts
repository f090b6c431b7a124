import { accept, type Refusal, type Result, refuse } from "../../shared/result";
import { isSameJson } from "../proof/in-one-order";

/** What a change says of one member: where it stands (`spec.pickupFrom`, `closesAt`), and what it was and is as it travels; null where nothing was said. */
export type Change = { readonly path: string; readonly before: unknown; readonly after: unknown };

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  value !== null && typeof value === "object" && !Array.isArray(value);

// An amount is one thing to who reads it: its currency does not change beside it.
const isMoney = (value: Members): boolean => "minor" in value && "currency" in value && Object.keys(value).length === 2;

const isParted = (value: unknown): value is Members => isMembers(value) && !isMoney(value);

const isListOfRows = (value: unknown): value is readonly Members[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMembers);

/** A list of rows as members by their number, so that a row that came or went is told as such. */
const partsOf = (value: unknown): Members | null =>
  isListOfRows(value) ? { ...value } : isParted(value) ? value : null;

const isNothing = (value: unknown): boolean => value === undefined || value === null;

/**
 * What differs between two wire forms, member by member in the order of the newer one: objects and rows are gone into, amounts and
 * lists of words are told whole. Empty where they say the same.
 */
export function differenceOf(before: unknown, after: unknown, path = ""): Change[] {
  if (isSameJson(before, after)) return [];
  const [old, fresh] = [partsOf(before), partsOf(after)];
  const isWhole = (!old && !isNothing(before)) || (!fresh && !isNothing(after)) || (!old && !fresh);
  if (isWhole) return [{ path, before: before ?? null, after: after ?? null }];
  const names = [...new Set([...Object.keys(fresh ?? {}), ...Object.keys(old ?? {})])];
  return names.flatMap((name) => differenceOf(old?.[name], fresh?.[name], path === "" ? name : `${path}.${name}`));
}

/** A change of nothing is none: refuses `nothing_changed`. */
export const someChange = (changes: readonly Change[]): Result<readonly Change[], Refusal<"nothing_changed">> =>
  changes.length > 0 ? accept(changes) : refuse("nothing_changed");
