import { searchTokens } from "../shared/search-text";
import { indexWord, nameWord, pinyinWords, spokenWord } from "./index-words";
import { type Concept, isWithin, type Lexicon, wordsIn } from "./lexicon";
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

type Asking = {
  readonly lexicon: Lexicon;
  readonly all: readonly Meant[];
  /** Whether a town asks for who names it alone, wherever it lies. */
  readonly isTownNamed: boolean;
};

const isCarried = ({ all }: Asking): boolean =>
  all.some(({ concepts }) => concepts.some(({ kind, value }) => kind === "equipment" || value === "logistics"));

const countriesIn = ({ all }: Asking): Meant[] => all.filter(({ concepts }) => concepts[0]?.kind === "country");

/** The corridors between two countries, where a question names one of each end; what is no haul is done between them either way. */
function corridorsIn(asking: Asking): Together[] {
  const pair = countriesIn(asking);
  if (pair.length !== 2) return [];
  const [from = [], to = []] = (["from", "to"] as const).map(
    (role) => pair.find((one) => roleOf(one, asking) === role)?.concepts.map(({ value }) => value) ?? [],
  );
  const ways = from.flatMap((one) => to.map((other) => `${one}-${other}`));
  const back = isCarried(asking) ? [] : from.flatMap((one) => to.map((other) => `${other}-${one}`));
  return [...ways, ...back].map((way) => ofConcept("corridor", way));
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

function countryOfProvider(value: string, role: Role | null, asking: Asking): Together[] {
  const corridors = corridorsIn(asking);
  if (corridors.length > 0) return corridors;
  if (role === "from" || role === "to") return [ofConcept(role, value)];
  if (role !== "at" && isCarried(asking))
    return [ofConcept("from", value), ofConcept("to", value), ofConcept("country", value)];
  return [ofConcept("country", value)];
}

const CHINA = "CN";

/**
 * Whom a place that is no hub asks for: who names it, and abroad, where the network has a few towns of a country, whoever is of that country or carries
 * there. In China, where most providers are, only who names it.
 */
function townOfProvider(
  names: readonly string[],
  country: string | undefined,
  meant: Meant,
  asking: Asking,
): Together[] {
  const called = named(names);
  if (asking.isTownNamed || country === undefined || country === CHINA) return called;
  const own = countryOfProvider(country, meant.role, asking);
  return meant.role === "at" ? own : [...own, ...called];
}

/** A town beyond the network with its country: `bacgiang@VN`. */
export const countryOfTown = (value: string): string => value.split("@")[1] ?? "";

/** The country whose money it is; of money that is taken everywhere there is none. */
const COUNTRY_OF_MONEY: Readonly<Record<string, string>> = {
  ...{ RUB: "RU", KZT: "KZ", VND: "VN", THB: "TH", UZS: "UZ", KGS: "KG", MNT: "MN" },
};

/** A currency asks for payments, on a way that begins or ends where it is the money. */
function ofMoney(currency: string): Together[] {
  const payment = { word: indexWord("service", "payment"), isBegun: false };
  const country = COUNTRY_OF_MONEY[currency];
  if (country === undefined) return [[payment]];
  return (["from", "to"] as const).map((end) => [payment, { word: indexWord(end, country), isBegun: false }]);
}

/** Two countries either way. */
const eitherWay = (corridor: string): readonly (readonly [from: string, to: string])[] => {
  const [one = "", other = ""] = corridor.split("-");
  return [
    [one, other],
    [other, one],
  ];
};

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
      return countryOfProvider(value, roleOf(meant, asking), asking);
    case "corridor":
      return eitherWay(value).map(([from, to]) => ofConcept("corridor", `${from}-${to}`));
    case "currency":
      return ofMoney(value);
    case "place": {
      const hub = lexicon.hubOfPlace.get(value);
      if (hub !== undefined) return [ofConcept("hub", hub)];
      return townOfProvider(lexicon.placeNames.get(value) ?? [], lexicon.places.get(value)?.country, meant, asking);
    }
    case "town":
      return townOfProvider(lexicon.placeNames.get(value) ?? [], countryOfTown(value), meant, asking);
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
    case "corridor":
      return eitherWay(value).map(([from, to]) => [...ofConcept("from", from), ...ofConcept("to", to)]);
    case "currency":
      return ofMoney(value);
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

const APART_LETTERS_MIN = 6;
const PART_LETTERS_MIN = 2;
const NO_HAN_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;

/** A word as two of one company's name: `chaokwan` is Chao Kwan. */
export function namedApart(word: string): Together[] {
  if (word.length < APART_LETTERS_MIN || !NO_HAN_WORD.test(word)) return [];
  return Array.from({ length: word.length - 2 * PART_LETTERS_MIN + 1 }, (_, at) => at + PART_LETTERS_MIN).map((cut) =>
    [word.slice(0, cut), word.slice(cut)].map((part) => ({ word: nameWord(part), isBegun: false })),
  );
}

/** A word together with those beside it, as one of a company's name: `tas bulaq` is Tasbulaq. */
export function namedTogether(word: string, words: readonly string[]): Together[] {
  const pairs = words.slice(1).map((next, at) => [words[at] as string, next] as const);
  return pairs
    .filter((pair) => pair.includes(word) && pair.every((one) => NO_HAN_WORD.test(one)))
    .map((pair) => [begins(nameWord(pair.join("")))]);
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

/** A word that is no name may be two of a company's, or with the next one a single one. */
function otherwiseWritten({ words: [word = "", ...more], concepts }: Meant, { all }: Asking): Together[] {
  if (more.length > 0 || concepts.length > 0) return [];
  const unknown = all.flatMap((one) => (one.concepts.length === 0 ? one.words : [""]));
  return [...namedApart(word), ...namedTogether(word, unknown)];
}

function groupOf(meant: Meant, of: Searchable, asking: Asking): Together[] {
  const { lexicon } = asking;
  const isKnown = meant.concepts.length > 0;
  const concepts = isKnown ? meant.concepts : begunBy(meant, lexicon);
  const meanings = concepts.flatMap((concept) =>
    of === "listings" ? ofProvider(concept, meant, asking) : ofRequest(concept, meant, asking),
  );
  const names = of === "listings" ? [...asNamed(meant.words, lexicon), ...otherwiseWritten(meant, asking)] : [];
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
  one.length > 0 && other.length > 0 && !one.some((code) => other.some((another) => isWithin(code, another)));

function withGoodsTogether(meant: readonly Meant[]): Meant[] {
  return meant.reduce<Meant[]>((all, piece) => {
    const last = all.at(-1);
    if (!last || !areApart(goodsIn(last), goodsIn(piece))) return [...all, piece];
    const both = { ...last, words: [...last.words, ...piece.words], concepts: [...last.concepts, ...piece.concepts] };
    return [...all.slice(0, -1), both];
  }, []);
}

/** What is looked up in an index for a question that was read. */
export function indexQuestion(
  { meant }: Reading,
  of: Searchable,
  { lexicon, isTownNamed = false }: { readonly lexicon: Lexicon; readonly isTownNamed?: boolean },
): IndexQuestion {
  const all = withGoodsTogether(merged(meant)).slice(0, GROUPS_MAX);
  return all.map((one) => groupOf(one, of, { lexicon, all, isTownNamed })).filter((group) => group.length > 0);
}

const isOfGoods = ({ concepts }: Meant): boolean =>
  concepts.length > 0 && concepts.every(({ kind }) => kind === "goods");

/**
 * What is asked of providers besides goods, and the goods. A listing says which services it offers and where, and names goods by chance: one that is silent
 * of fruit refuses none. So goods narrow providers only where nothing else is asked for. Null where goods are all there is, or there are none.
 */
export function withoutGoods({
  meant,
  strange,
}: Reading): { readonly reading: Reading; readonly goods: Meant[] } | null {
  const goods = meant.filter(isOfGoods);
  const others = meant.filter((one) => !isOfGoods(one));
  const isAsked = others.some(({ concepts }) => concepts.length > 0);
  return goods.length > 0 && isAsked ? { reading: { meant: others, strange }, goods } : null;
}

/** Goods as words of a company's name: `凭祥果木检验` is one. */
export const goodsAsNames = (goods: readonly Meant[], lexicon: Lexicon): IndexQuestion =>
  goods.map(({ words }) => asNamed(words, lexicon));

/** The question with each town beyond the network as its country, or null where it names none. */
export function withTownsAsCountries({ meant, strange }: Reading): Reading | null {
  const isTown = ({ concepts }: Meant) => concepts[0]?.kind === "town";
  if (!meant.some(isTown)) return null;
  const wider = (one: Meant): Meant => {
    const countries = one.concepts.map(({ value }) => countryOfTown(value)).filter(Boolean);
    return { ...one, concepts: countries.map((value) => ({ kind: "country", value })) };
  };
  return { strange, meant: meant.map((one) => (isTown(one) ? wider(one) : one)) };
}
