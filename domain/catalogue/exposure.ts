import type { Facet } from "./directory/facets";
import type { ProviderFigures } from "./directory/reputation";
import type { Concept, Lexicon } from "../search/lexicon";
import { LOCALES, type Locale } from "../shared/locale";
import { HOUR_MS } from "../shared/time";

/**
 * What happens to a provider in front of readers: shown in answer to a question of the directory, its page opened, set beside others, kept in view. The bare directory
 * answers nothing and counts as nothing. Invitations are rows of requests and are counted there.
 */
export const EXPOSURE_KINDS = ["found", "opened", "compared", "shortlisted"] as const;
/** So far back a provider reads its figures. */
export const EXPOSURE_DAYS = 84;

export type ExposureKind = (typeof EXPOSURE_KINDS)[number];

/** What a count is broken down by, beside the count of all. */
export const SAID_KINDS = [
  "country",
  "reader",
  "service",
  "hub",
  "corridor",
  "equipment",
  "licence",
  "language",
  "land",
] as const;
export type SaidKind = (typeof SAID_KINDS)[number];

/** The count of all. */
export const ALL = "";
const BETWEEN = ":";

export const saidOf = (kind: SaidKind, value: string): string => `${kind}${BETWEEN}${value}`;

/** A kept breakdown in its two parts; null for the count of all and for what no version of this writes any more. */
export function partsOfSaid(said: string): { readonly kind: SaidKind; readonly value: string } | null {
  const [written, ...value] = said.split(BETWEEN);
  const kind = SAID_KINDS.find((one) => one === written);
  return kind && value.length > 0 ? { kind, value: value.join(BETWEEN) } : null;
}

/** A breakdown is told from so many days on on which it was counted: fewer would tell what one reader asked one morning. */
export const DAYS_LEAST = 3;

const SAID_FACETS: Readonly<Partial<Record<Facet, SaidKind>>> = {
  service: "service",
  hub: "hub",
  corridor: "corridor",
  language: "language",
  equipment: "equipment",
  licence: "licence",
};

function saidOfConcept({ kind, value }: Concept, { hubOfPlace }: Pick<Lexicon, "hubOfPlace">): string[] {
  switch (kind) {
    case "service":
    case "equipment":
    case "licence":
    case "language":
      return [saidOf(kind, value)];
    case "country":
      return [saidOf("land", value)];
    case "place": {
      const hub = hubOfPlace.get(value);
      return hub === undefined ? [] : [saidOf("hub", hub)];
    }
    default:
      return [];
  }
}

/** What the found providers offer: an address may name a hub or a corridor that nobody has. */
export type Offered = readonly { readonly hubIds: readonly string[]; readonly corridors: readonly string[] }[];

type Question = {
  /** What the typed words were read to mean. */
  readonly concepts: readonly Concept[];
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
  readonly offered: Offered;
};

function isOffered(kind: SaidKind, value: string, offered: Offered): boolean {
  if (kind === "hub") return offered.some(({ hubIds }) => hubIds.includes(value));
  return kind !== "corridor" || offered.some(({ corridors }) => corridors.includes(value));
}

/** What a question of the directory asks for, in the market's own terms: of what was typed only what names something that the market knows, and never the words. */
export const saidOfQuestion = (
  { concepts, chosen, offered }: Question,
  lexicon: Pick<Lexicon, "hubOfPlace">,
): string[] => [
  ...new Set([
    ...concepts.flatMap((concept) => saidOfConcept(concept, lexicon)),
    ...Object.entries(SAID_FACETS).flatMap(([facet, kind]) =>
      chosen[facet as Facet].filter((value) => isOffered(kind, value, offered)).map((value) => saidOf(kind, value)),
    ),
  ]),
];

export type ExposureDay = {
  readonly day: string;
  readonly kind: ExposureKind;
  readonly said: string;
  readonly count: number;
};

/** What of one kind was counted, by what it was read to mean, the most first; only what was counted on `DAYS_LEAST` days or more. */
export function topSaid(
  rows: readonly ExposureDay[],
  of: { readonly kind: ExposureKind; readonly by: readonly SaidKind[] },
) {
  const days = new Map<string, { readonly kind: SaidKind; readonly value: string; count: number; days: number }>();
  for (const { kind, said, count } of rows) {
    const parts = partsOfSaid(said);
    if (kind !== of.kind || !parts || !of.by.includes(parts.kind)) continue;
    const known = days.get(said);
    if (known) {
      known.count += count;
      known.days += 1;
    } else days.set(said, { ...parts, count, days: 1 });
  }
  return [...days.values()]
    .filter((one) => one.days >= DAYS_LEAST)
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value));
}

/** From so many openings in a language on its missing text is a gap. Our choice. */
export const READERS_LEAST = 5;

/** What would raise a provider's figures, as it can be mended, with what it is judged by. */
export type Gap =
  | { readonly kind: "text"; readonly language: Locale; readonly readers: number }
  | { readonly kind: "check" | "equipment" | "hours" | "answers" }
  | { readonly kind: "response"; readonly ownMs: number; readonly marketMs: number };

export type Shown = {
  readonly texts: Readonly<Partial<Record<Locale, string>>>;
  /** How often its page was opened in each language of the product. */
  readonly readers: Readonly<Partial<Record<Locale, number>>>;
  readonly isChecked: boolean;
  readonly hasHours: boolean;
  readonly answers: number;
  /** Of the service that carries goods; null where it is not offered. */
  readonly equipment: number | null;
  readonly responseMs: ProviderFigures["responseMs"];
  /** The median of the market's providers; null where too few have one. */
  readonly marketMs: number | null;
};

/** As waits are told: nobody is slow by minutes. */
const hoursOf = (ms: number): number => Math.ceil(ms / HOUR_MS);

/** Named gaps of a listing, those first that keep it from being found or chosen at all. */
export function gapsOf(shown: Shown): readonly Gap[] {
  const { texts, readers, isChecked, hasHours, answers, equipment, responseMs, marketMs } = shown;
  const unread = LOCALES.flatMap((language) => {
    const count = readers[language] ?? 0;
    return texts[language] === undefined && count >= READERS_LEAST
      ? [{ kind: "text", language, readers: count } as const]
      : [];
  });
  return [
    ...(isChecked ? [] : [{ kind: "check" } as const]),
    ...(equipment === 0 ? [{ kind: "equipment" } as const] : []),
    ...unread.sort((one, other) => other.readers - one.readers),
    ...(responseMs !== null && marketMs !== null && hoursOf(responseMs) > hoursOf(marketMs)
      ? [{ kind: "response", ownMs: responseMs, marketMs } as const]
      : []),
    ...(hasHours ? [] : [{ kind: "hours" } as const]),
    ...(answers > 0 ? [] : [{ kind: "answers" } as const]),
  ];
}

/** The median of many providers' own medians, in milliseconds; null of fewer than `PROVIDERS_LEAST`. */
export function marketResponse(own: readonly number[]): number | null {
  if (own.length < PROVIDERS_LEAST) return null;
  const sorted = [...own].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}

/** Of fewer providers a median would be one of them. Our choice. */
const PROVIDERS_LEAST = 5;
