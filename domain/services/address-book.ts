import { type FormValues, valueOf } from "@/domain/shared/form-state";

/** What an entry of an organisation's address book was typed as. */
export const BOOK_KINDS = ["factory", "pickup", "delivery", "exporter", "importer", "contact"] as const;
export type BookKind = (typeof BOOK_KINDS)[number];

/** What an entry may say, in the order in which it is shown, each with its most letters. `branch` is a second number, as the KPP of a Russian company. */
export const BOOK_PARTS = {
  ...{ name: 160, country: 2, number: 32, branch: 12, address: 300, lat: 14, lon: 14, role: 40, locale: 12 },
} as const;
export type BookPart = keyof typeof BOOK_PARTS;

/** Which part of which kind of entry a member of a request fills: `factory.address`. */
export type BookMember = `${BookKind}.${BookPart}`;

export type BookFacts = { readonly [P in BookPart]?: string };

export type BookEntry = { readonly kind: BookKind; readonly facts: BookFacts };

/** An entry as a form offers it. */
export type OfferedEntry = BookEntry & { readonly id: string };

/** Fields of one form that an entry fills together: their bare names by part. The first one is where entries are offered. */
export type BookSlot = {
  readonly kind: BookKind;
  readonly first: string;
  readonly fields: { readonly [P in BookPart]?: string };
};

/** So many entries an organisation keeps: those that it has not used for longest give way. */
export const BOOK_MAX = 500;
/** So many, the last used ones, a form offers of them. */
export const OFFERED_MAX = 40;

/** Goods are fetched where they are made, and the like: entries of which other kinds a field takes. */
const ALSO: { readonly [K in BookKind]?: readonly BookKind[] } = { pickup: ["factory"], factory: ["pickup"] };

type Marked = { readonly name: string; readonly book?: BookMember };

/** The slots of a list of fields, by what its members say of the book. */
export function bookSlotsOf(fields: readonly Marked[]): BookSlot[] {
  const slots = new Map<string, { kind: BookKind; first: string; fields: Partial<Record<BookPart, string>> }>();
  for (const { name, book } of fields) {
    if (book === undefined) continue;
    const [kind, part] = book.split(".") as [BookKind, BookPart];
    const slot = slots.get(kind) ?? { kind, first: name, fields: {} };
    slot.fields[part] = name;
    slots.set(kind, slot);
  }
  return [...slots.values()];
}

const partsOf = ({ fields }: BookSlot) => Object.entries(fields) as [BookPart, string][];

/** What a form says of a slot; null where neither a name nor an address is written. */
export function entryIn(slot: BookSlot, values: FormValues, prefix = ""): BookEntry | null {
  const facts = Object.fromEntries(
    partsOf(slot).flatMap(([part, field]) => {
      const text = valueOf(values, prefix + field).trim();
      return text === "" ? [] : [[part, text]];
    }),
  );
  return isWorthKeeping(facts) ? { kind: slot.kind, facts } : null;
}

/** Whether anybody could tell by it who or where is meant. */
export const isWorthKeeping = ({ name, address }: Pick<BookFacts, "name" | "address">): boolean =>
  Boolean(name || address);

/** Letters and digits alone, in one case: how a name is spaced and dotted makes no other company of it. */
const bare = (text = ""): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");

/**
 * What tells one entry of a kind from another: a company's number in its country, else name and address, with a person what they do. How the words
 * are written does not matter.
 */
export function keyOf({ facts: { name, country, number, address, role } }: BookEntry): string {
  if (bare(number) !== "") return `${country ?? ""} ${bare(number)}`;
  return [name, address, role].map(bare).join(" ");
}

/** What is known of an entry and what is typed now: the later word holds, and what it leaves out stays. */
export const mergedFacts = (known: BookFacts, typed: BookFacts): BookFacts => ({ ...known, ...typed });

/** The entries that a slot offers, in their order: those typed as the like first, each by the parts that it can fill. */
export function offersFor(slot: BookSlot, entries: readonly OfferedEntry[]): OfferedEntry[] {
  const own = entries.filter(({ kind }) => kind === slot.kind);
  const isFit = ({ kind, facts }: OfferedEntry) =>
    (ALSO[slot.kind] ?? []).includes(kind) && partsOf(slot).some(([part]) => facts[part] !== undefined);
  const known = new Set(own.map(({ facts }) => bare(facts.address)));
  const others = entries.filter((entry) => isFit(entry) && !known.has(bare(entry.facts.address)));
  return [...own, ...others];
}

/**
 * What an entry puts into a slot's fields, by full name. What an entry of the kind does not say is emptied, so that no field of another company
 * is left; an entry of another kind leaves alone what it says nothing of.
 */
export function filledBy(slot: BookSlot, { kind, facts }: BookEntry, prefix = ""): FormValues {
  const filled = partsOf(slot).flatMap(([part, field]) =>
    facts[part] === undefined && kind !== slot.kind ? [] : [[prefix + field, facts[part] ?? ""]],
  );
  return Object.fromEntries(filled);
}

/** Whether an entry says each of the words that are asked for, or begins with them, however they are written. */
export function isAskedFor({ facts }: Pick<BookEntry, "facts">, question: string): boolean {
  const said = bare(Object.values(facts).join(" "));
  return question.split(/\s+/u).every((word) => said.includes(bare(word)));
}

/** An entry in a line: by its name, else its address. */
export const titleOfEntry = ({ name, address }: BookFacts): string => name || address || "";

/** What an entry of each kind may say, in the order in which it is corrected. */
export const PARTS_OF_KIND: { readonly [K in BookKind]: readonly BookPart[] } = {
  factory: ["name", "address", "lat", "lon"],
  pickup: ["address"],
  delivery: ["address"],
  exporter: ["name", "country", "number"],
  importer: ["name", "country", "number", "branch"],
  contact: ["name", "role", "locale"],
};
