import type { z } from "zod";
import { gateOfKey, type Step, stepOfKey } from "../../../domain/orders/chain/gate";
import { limitsAsTyped } from "../../../domain/services/form-field";
import type { Refusal } from "../../../domain/shared/result";

/** A problem of a value as a key of messages/issues.json with what fills it. */
export type IssueWords = { readonly key: string; readonly values: Readonly<Record<string, string | number>> };

const KEY = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;

const limits = ({ minimum, maximum }: { minimum?: unknown; maximum?: unknown }) => ({
  ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
  ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
});

// An issue that was handed on has lost its input; only its message still says whether there was one.
const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === "invalid_type" && /received (undefined|null)/.test(issue.message);

const TYPE_KEYS: Readonly<Record<string, string>> = { number: "number_malformed", int: "whole_number_malformed" };

/**
 * Brings zod's own issues and the keys that our schemas name (`z.string().min(1, "required")`) to one vocabulary, which
 * messages/issues.json words in every language.
 */
export function issueWords(issue: z.core.$ZodIssue): IssueWords {
  if (KEY.test(issue.message)) return { key: issue.message, values: limits(issue as object) };
  if (isMissing(issue)) return { key: "required", values: {} };
  switch (issue.code) {
    case "invalid_type":
      return { key: TYPE_KEYS[issue.expected] ?? "malformed", values: {} };
    case "too_small":
      return {
        key: `${issue.origin === "string" ? "too_short" : issue.origin === "array" ? "too_few" : "too_small"}`,
        values: limits(issue),
      };
    case "too_big":
      return {
        key: `${issue.origin === "string" ? "too_long" : issue.origin === "array" ? "too_many" : "too_large"}`,
        values: limits(issue),
      };
    case "invalid_value":
      return { key: "unknown_choice", values: {} };
    case "unrecognized_keys":
      return { key: "unknown_field", values: { field: issue.keys.join(", ") } };
    case "invalid_format":
      return {
        key: issue.format === "email" ? "email_malformed" : issue.format === "date" ? "date_malformed" : "malformed",
        values: {},
      };
    default:
      return { key: "malformed", values: {} };
  }
}

const KILOGRAM_PLACES = 3;

/** The problem of a value that somebody has typed: forms take in kilograms what commands keep in grams. */
export const typedIssueWords = (issue: z.core.$ZodIssue): IssueWords =>
  issueWords(/Grams$/.test(String(issue.path.at(-1))) ? limitsAsTyped(issue, KILOGRAM_PLACES) : issue);

/** Where the words of a problem may stand, the room's own first; last those of the refusal that its command would answer. */
export const keysOfIssue = (room: string, key: string): readonly string[] => [
  ...[`${room}.issue.${key}`, `services.issue.${key}`, `issues.${key}`, `${room}.refusal.${key}`],
];

/** The path of an issue as a form names its field: `cargo[0].hsCode`. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, part) =>
      typeof part === "number" ? `${name}[${part}]` : name === "" ? String(part) : `${name}.${String(part)}`,
    "",
  );

/** The counterpart of `fieldName`; numbers between dots are places too, as in `legs.0.place`. */
export const fieldPath = (name: string): (string | number)[] =>
  [...name.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part));

type Details = NonNullable<Refusal["details"]>;

export type Wording = {
  readonly t: (key: string, values?: Readonly<Record<string, string>>) => string;
  readonly locale: string;
};

/** A country in the reader's language, every one that there is; what is no code of a country stays as it is. */
const countryIn = (code: string, locale: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code) : code;

/** A step by the name that it has whatever carries the goods. */
const milestoneIn = (service: string, code: string, { t }: Wording): string =>
  t(`service-${service}.milestone.${code}`, { mode: "other" });

/** A step of one of a deal's orders, with the service that it belongs to. */
const stepIn = ({ service, code }: Step, wording: Wording): string =>
  wording.t("chain.gate.step", {
    service: wording.t(`service-${service}.name`),
    milestone: milestoneIn(service, code, wording),
  });

/** What a gate waits for, by its key; what is no key of a gate stays as it is. */
function gateIn(key: string, wording: Wording): string {
  const need = gateOfKey(key)?.need;
  if (!need) return key;
  return need.kind === "step" ? stepIn(need.step, wording) : wording.t(`chain.gate.need.${need.kind}`);
}

/** What a gate holds, by the step's key; what is no key of a step stays as it is. */
function heldIn(key: string, wording: Wording): string {
  const step = stepOfKey(key);
  return step ? stepIn(step, wording) : key;
}

/** A gate with what it waits for and what it holds; what is no key of a gate stays as it is. */
function wholeGateIn(key: string, wording: Wording): string {
  const gate = gateOfKey(key);
  return gate ? wording.t("chain.gate.whole", { need: gateIn(key, wording), holds: stepIn(gate.holds, wording) }) : key;
}

/** Details that are codes of the trade, which people read in their language's words; a program reads the codes. */
const DETAIL_WORDS: Readonly<Record<string, (code: string, wording: Wording, details: Details) => string>> = {
  papers: (kind, { t }) => t(`documents.kind.${kind}`),
  deliverables: (code, { t }, { service }) => t(`service-${service}.deliverable.${code}`),
  steps: (code, wording, { service }) => milestoneIn(String(service), code, wording),
  gate: gateIn,
  holds: heldIn,
  circle: wholeGateIn,
  country: (code, { locale }) => countryIn(code, locale),
};

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** "3 Dec 2026", 2026年12月3日. */
const dayIn = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...{ timeZone: "UTC", day: "numeric", month: "short", year: "numeric" },
  }).format(Date.parse(day));

/** Details that are amounts of the currency beside them, as commands tell them: decimals without grouping. */
const AMOUNTS: ReadonlySet<string> = new Set([
  "least",
  "most",
  "surplus",
  "missing",
  "apart",
  "amount",
  "counted",
  "fee",
]);
const DECIMAL = /^\d+(?:\.(?<places>\d+))?$/;

/** "78,527.32": an amount as pages write it. */
function amountIn(amount: string, locale: string): string {
  const places = DECIMAL.exec(amount)?.groups?.places?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: places }).format(amount as `${number}`);
}

function wordOne([name, value]: readonly [string, string], wording: Wording, details: Details): string {
  if (AMOUNTS.has(name) && DECIMAL.test(value)) return amountIn(value, wording.locale);
  const wordOf = DETAIL_WORDS[name];
  if (!wordOf) return isDay(value) ? dayIn(value, wording.locale) : value;
  const words = value.split(", ").map((code) => wordOf(code, wording, details));
  return new Intl.ListFormat(wording.locale, { type: "conjunction", style: "narrow" }).format(words);
}

/** What fills the words of a refusal or an issue: codes of countries, papers, deliverables, steps and gates, amounts and calendar days in the reader's language, all else as it is. */
export const detailsInWords = (details: Details, wording: Wording): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === "number" ? value : wordOne([name, String(value)], wording, details),
    ]),
  );
