import { searchTokens } from "../shared/search-text";
import { indexWord, nameWord, pinyinWords, spokenWord } from "./index-words";
import { type Concept, type Lexicon, wordsIn } from "./lexicon";
import { fold } from "../shared/search-text";
import { type Meant, namesBegunBy, type Reading, type Role } from "./read-query";
import { formsOf } from "./word-forms";

/** A word that a row must have, or one that begins so. */
export type IndexTerm = { readonly word: string; readonly isBegun: boolean };
/** Words that a row must all have. */
export type Together = readonly IndexTerm[];
/** What is looked for: of each group a row has one, with all its words. */
export type IndexQuestion = readonly (readonly Together[])[];

/** What is searched: providers by their listings, or requests. */
export type Searchable = "listings" | "requests";

const GROUPS_MAX = 8;
const ALTERNATIVES_MAX = 24;
const FORM_LETTERS_MIN = 5;
const HAN = /\p{Script=Han}/u;
const LATIN = /^[a-z]+$/;

const exactly = (word: string): Together => [{ word, isBegun: false }];
const begins = (word: string): IndexTerm => ({ word, isBegun: true });
const ofConcept = (name: Parameters<typeof indexWord>[0], value: string): Together => exactly(indexWord(name, value));

const tokensOf = (name: string): string[] => searchTokens(name);

/** A text that says the name whole. */
const saying = (name: string): Together => tokensOf(name).map((word) => ({ word, isBegun: false }));

type Asking = { readonly lexicon: Lexicon; readonly all: readonly Meant[] };

const isCarried = ({ all }: Asking): boolean =>
  all.some(({ concepts }) => concepts.some(({ kind, value }) => kind === "equipment" || value === "logistics"));

const countriesIn = ({ all }: Asking): Meant[] => all.filter(({ concepts }) => concepts[0]?.kind === "country");

/** The corridor between two countries, where a question names one of each end. */
function corridorIn(asking: Asking): Together | null {
  const pair = countriesIn(asking);
  if (pair.length !== 2) return null;
  const [from, to] = (["from", "to"] as const).map(
    (role) => pair.find((one) => roleOf(one, asking) === role)?.concepts[0]?.value,
  );
  return from && to ? ofConcept("corridor", `${from}-${to}`) : null;
}

/** Two countries one behind the other are a way: from the first to the second. */
function roleOf(meant: Meant, asking: Asking): Role | null {
  if (meant.role !== null) return meant.role;
  const pair = countriesIn(asking);
  if (pair.length !== 2) return null;
  const [from, to] = pair;
  if (from?.role || to?.role) return (from === meant ? to?.role : from?.role) === "to" ? "from" : "to";
  return meant === from ? "from" : "to";
}

function countryOfProvider({ value }: Concept, role: Role | null, asking: Asking): Together[] {
  const corridor = corridorIn(asking);
  if (corridor) return [corridor];
  if (role === "from" || role === "to") return [ofConcept(role, value)];
  if (role !== "at" && isCarried(asking))
    return [ofConcept("from", value), ofConcept("to", value), ofConcept("country", value)];
  return [ofConcept("country", value)];
}

const NAMED_MAX = 12;

function ofProvider(concept: Concept, meant: Meant, asking: Asking): Together[] {
  const { lexicon } = asking;
  const { kind, value } = concept;
  switch (kind) {
    case "service":
    case "equipment":
    case "licence":
      return [ofConcept(kind, value)];
    case "language":
      return [ofConcept("lang", value)];
    case "country":
      return countryOfProvider(concept, roleOf(meant, asking), asking);
    case "place": {
      const hub = lexicon.hubOfPlace.get(value);
      return hub === undefined ? named(lexicon.placeNames.get(value) ?? []) : [ofConcept("hub", hub)];
    }
    case "town":
      return named(lexicon.placeNames.get(value) ?? []);
    case "goods":
      return named((lexicon.goodsNames.get(value) ?? []).filter((name) => wordsIn(fold(name)).length < 3));
    default:
      return [];
  }
}

const named = (names: readonly string[]): Together[] =>
  [...new Map(names.map((name) => [tokensOf(name).join(" "), saying(name)])).values()]
    .filter(({ length }) => length > 0)
    .slice(0, NAMED_MAX);

function placeOfRequest({ value }: Concept, role: Role | null, { lexicon }: Asking): Together[] {
  const hub = lexicon.hubOfPlace.get(value);
  const ends =
    role === "from" || role === "to" ? [ofConcept(role, value)] : [ofConcept("from", value), ofConcept("to", value)];
  if (hub === undefined) return ends;
  return role === "via" || role === "at" ? [ofConcept("hub", hub)] : [ofConcept("hub", hub), ...ends];
}

function ofRequest(concept: Concept, meant: Meant, asking: Asking): Together[] {
  const { kind, value } = concept;
  switch (kind) {
    case "service":
      return [ofConcept("service", value)];
    case "country": {
      const role = roleOf(meant, asking);
      return role === "from" || role === "to"
        ? [ofConcept(role, value)]
        : [ofConcept("from", value), ofConcept("to", value)];
    }
    case "place":
      return placeOfRequest(concept, roleOf(meant, asking), asking);
    case "town":
      return named(asking.lexicon.placeNames.get(value) ?? []);
    case "goods":
      return [[begins(indexWord("hs", value))]];
    default:
      return [];
  }
}

/** What a text says that holds the words as they were typed, whatever their endings. */
function asTyped(words: readonly string[]): Together[] {
  const tokens = words.flatMap(tokensOf);
  const [only] = tokens;
  if (tokens.length !== 1 || only === undefined) return [tokens.map(begins)];
  const stems = formsOf(only).filter((form) => form.length >= FORM_LETTERS_MIN || form === only);
  // What begins with a word begins with its stem too, and one word is planned better than several.
  return stems
    .filter((stem) => !stems.some((other) => other !== stem && stem.startsWith(other)))
    .map((stem) => [begins(stem)]);
}

/** A company whose name has the words, or Chinese signs that sound so. */
function asNamed(words: readonly string[], { spoken }: Lexicon): Together[] {
  const tokens = words.flatMap(tokensOf).map((word) => begins(nameWord(word)));
  const heard = words
    .filter((word) => HAN.test(word) && word.length > 1)
    .map((word) => pinyinWords(spoken(word)).toSorted((a, b) => b.length - a.length)[0] ?? "");
  const spokenAs = words.filter((word) => LATIN.test(word)).map((word) => ({ word: spokenWord(word), isBegun: false }));
  return [
    tokens,
    ...(spokenAs.length === words.length ? [spokenAs] : []),
    ...heard.filter(Boolean).map((word) => exactly(spokenWord(word))),
  ];
}

const BEGUN_LETTERS_MIN = 3;
const BEGUN_MAX = 8;

/** Names that begin with a word that is no name: somebody may still be typing. */
function begunBy(meant: Meant, lexicon: Lexicon): readonly Concept[] {
  const [word = ""] = meant.words;
  if (meant.words.length !== 1 || word.length < BEGUN_LETTERS_MIN || HAN.test(word)) return [];
  const found = namesBegunBy(word, lexicon).filter(
    ({ kind }) => kind !== "noise" && kind !== "lead" && kind !== "goods",
  );
  return found.length > BEGUN_MAX ? [] : found;
}

const WHOLE_LETTERS_MAX = 3;

/** Short words are whole ones: `car` is not the beginning of `cargo`. */
const asWord = (word: string): IndexTerm => ({ word, isBegun: word.length > WHOLE_LETTERS_MAX });

/** Goods, services and places are named in texts too, places where their part in the way is not said. */
function saidInText({ concepts, role }: Meant, of: Searchable): boolean {
  const kind = concepts[0]?.kind;
  if (kind === "goods") return true;
  return of === "requests" && (kind === "service" || (kind === "place" && role !== "from" && role !== "to"));
}

function groupOf(meant: Meant, of: Searchable, asking: Asking): Together[] {
  const { lexicon } = asking;
  const isKnown = meant.concepts.length > 0;
  const concepts = isKnown ? meant.concepts : begunBy(meant, lexicon);
  const meanings = concepts.flatMap((concept) =>
    of === "listings" ? ofProvider(concept, meant, asking) : ofRequest(concept, meant, asking),
  );
  const names = of === "listings" ? asNamed(meant.words, lexicon) : [];
  const hasText = meanings.length === 0 || !isKnown;
  const text = hasText
    ? asTyped(meant.words)
    : saidInText(meant, of)
      ? [meant.words.flatMap(tokensOf).map(asWord)]
      : [];
  const groups = [...meanings, ...names, ...text].filter(({ length }) => length > 0);
  return [...new Map(groups.map((one) => [JSON.stringify(one), one])).values()].slice(0, ALTERNATIVES_MAX);
}

const kindIn = ({ concepts }: Meant) =>
  concepts.length > 0 && concepts.every(({ kind }) => kind === "service") ? "service" : null;

/** Several words for services are one: who offers any of them is meant. */
function merged(meant: readonly Meant[]): Meant[] {
  const services = meant.filter((one) => kindIn(one) === "service");
  if (services.length < 2) return [...meant];
  const [first] = services;
  const concepts = services.flatMap((one) => one.concepts);
  return meant.flatMap((one) => {
    if (one === first) return [{ ...one, words: services.flatMap(({ words }) => words), concepts }];
    return kindIn(one) === "service" ? [] : [one];
  });
}

const goodsIn = ({ concepts }: Meant): string[] =>
  concepts.every(({ kind }) => kind === "goods") ? concepts.map(({ value }) => value) : [];

/** Goods of which no heading can be both: `tyres for trucks` may be either. */
const areApart = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  !one.some((heading) => other.some((another) => heading.startsWith(another) || another.startsWith(heading)));

function withGoodsTogether(meant: readonly Meant[]): Meant[] {
  return meant.reduce<Meant[]>((all, piece) => {
    const last = all.at(-1);
    if (!last || !areApart(goodsIn(last), goodsIn(piece))) return [...all, piece];
    const both = { ...last, words: [...last.words, ...piece.words], concepts: [...last.concepts, ...piece.concepts] };
    return [...all.slice(0, -1), both];
  }, []);
}

/** What is looked up in an index for a question that was read. */
export function indexQuestion({ meant }: Reading, of: Searchable, lexicon: Lexicon): IndexQuestion {
  const all = withGoodsTogether(merged(meant)).slice(0, GROUPS_MAX);
  return all.map((one) => groupOf(one, of, { lexicon, all })).filter((group) => group.length > 0);
}
