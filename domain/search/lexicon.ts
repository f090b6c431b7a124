import { fold } from "../shared/search-text";
import { endsOf } from "./typing-errors";
import { formsOf, latinStems } from "./word-forms";
import { soundOf } from "./sounds";

export const CONCEPT_KINDS = [
  ...["service", "equipment", "licence", "language", "country", "corridor", "place", "town", "goods"],
  ...["currency", "gate", "noise", "lead"],
] as const;
export type ConceptKind =
  | "service"
  | "equipment"
  | "licence"
  | "language"
  | "country"
  | "corridor"
  | "place"
  | "town"
  | "goods"
  | "currency"
  | "gate"
  | "noise"
  | "lead";

/**
 * What a name means: a service of ours, a place by its id, goods by the heading of the tariff or, where it tells goods apart that nobody takes for each
 * other, by its subheadings; a town beyond the network with its country (`bacgiang@VN`), a gate as a word for ports or airports.
 */
export type Concept = { readonly kind: ConceptKind; readonly value: string };

/** Names of one thing, or of a few that share them. */
export type Named = { readonly concepts: readonly Concept[]; readonly names: readonly string[] };

/** Of a place: its country, and how goods leave it where it is a port or an airport. */
export type PlaceFacts = { readonly country: string; readonly gate: "sea" | "air" | null };

/** A name cut into words, each with all that it may be a form of. */
export type Term = {
  readonly words: readonly string[];
  readonly forms: readonly ReadonlySet<string>[];
  readonly sounds: readonly ReadonlySet<string>[];
  readonly concepts: readonly Concept[];
  /** Whether only the tariff says so, whose labels are cut at commas and "and": a name of the trade goes before. */
  readonly isOfTariff: boolean;
};

export type Lexicon = {
  /** Names of an alphabet by each form of their first word, and by how that sounds. */
  readonly byForm: ReadonlyMap<string, readonly Term[]>;
  readonly bySound: ReadonlyMap<string, readonly Term[]>;
  /** Names in Latin letters without their blanks, those of Chinese names in pinyin among them. */
  readonly joined: ReadonlyMap<string, readonly Concept[]>;
  readonly joinedLettersMax: number;
  readonly han: ReadonlyMap<string, readonly Concept[]>;
  readonly hanLettersMax: number;
  /** Chinese names by their pinyin: what is written with another sign of the same sound. */
  readonly hanBySound: ReadonlyMap<string, readonly string[]>;
  readonly words: ReadonlySet<string>;
  /** The words by their ends, for those with an error in them. */
  readonly wordsByEnd: ReadonlyMap<string, readonly string[]>;
  /** Words by which names begin, sorted. */
  readonly firstWords: readonly (readonly [word: string, concepts: readonly Concept[]])[];
  /** All that goods are called, by heading. */
  readonly goodsNames: ReadonlyMap<string, readonly string[]>;
  /** Texts of goods that a word or a pair of signs stands in. */
  readonly goodsByWord: ReadonlyMap<string, ReadonlySet<number>>;
  readonly headingOfText: readonly string[];
  readonly placeNames: ReadonlyMap<string, readonly string[]>;
  readonly hubOfPlace: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, PlaceFacts>;
  simplified(text: string): string;
  spoken(han: string): readonly string[];
};

const HAN = /^\p{Script=Han}+$/u;
const LATIN = /^[a-z0-9]+$/;
const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a folded text, a run of Chinese signs being one. */
export const wordsIn = (folded: string): string[] =>
  [...folded.replace(/\p{Script=Han}+/gu, (run) => ` ${run} `).matchAll(WORD)].map(([word]) => word);

const keyOf = ({ kind, value }: Concept): string => `${kind}:${value}`;

/** Without repetition, in the order of the first. */
export const distinct = (concepts: readonly Concept[]): Concept[] => [
  ...new Map(concepts.map((one) => [keyOf(one), one])).values(),
];

/** Whether goods of one code are goods of the other: a subheading is part of its heading. */
export const isWithin = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

class Gathered<Value> extends Map<string, Value[]> {
  add(key: string, value: Value): void {
    const known = this.get(key);
    if (known) known.push(value);
    else this.set(key, [value]);
  }
}

/** How a word and what it may be a form of sound. */
export const soundsOf = (word: string): ReadonlySet<string> => {
  const forms = LATIN.test(word) ? latinStems(soundOf(word)) : formsOf(word);
  return new Set(forms.map(soundOf).filter((sound) => sound.length > 2));
};

/** Syllables as speakers of the south write them, who tell no `sh` from `s` and no `ang` from `an`: 阿拉上口 is heard as 阿拉山口. */
export const soundOfHan = (syllables: readonly string[]): string =>
  syllables.map((one) => one.replace(/^([zcs])h/, "$1").replace(/ng$/, "n")).join(" ");

const PINYIN_LETTERS_MIN = 5;
/** So long a word is known where it is typed as two: `smart phone`. */
const APART_LETTERS_MIN = 8;

export type LexiconSource = {
  readonly named: readonly Named[];
  readonly goods: readonly { readonly heading: string; readonly names: readonly string[] }[];
  readonly hubOfPlace: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, PlaceFacts>;
  /** Traditional signs as simplified ones. */
  readonly simplified: (text: string) => string;
  /** Chinese signs as their syllables in pinyin without tones. */
  readonly spoken: (han: string) => readonly string[];
};

/** Commas and words for "and" part names in a label: `Melons and papaya`, `甜瓜、西瓜、木瓜`. */
export const partsOf = (name: string): string[] =>
  [name, ...name.split(/[,;、，()（）]| and | и | và | және |及|和/u)]
    .map((part) => part.replace(/等$|(?: и др\.?| және т\.б\.?)$/u, "").trim())
    .filter(Boolean);

const PREFERRED: Readonly<Record<ConceptKind, number>> = {
  ...{ service: 0, equipment: 0, licence: 0, language: 0, country: 0, corridor: 0, currency: 0, place: 0 },
  ...{ town: 1, lead: 1, goods: 2, gate: 2, noise: 3 },
};

/** Of what one name means, what asks for the most: a name of a service is no name of goods too. */
export function preferred(concepts: readonly Concept[]): Concept[] {
  const best = Math.min(...concepts.map(({ kind }) => PREFERRED[kind]));
  return distinct(concepts.filter(({ kind }) => PREFERRED[kind] === best));
}

/** All names made ready to be looked up: two thirds of a second of processor time, once for a process. */
export function prepareLexicon(source: LexiconSource): Lexicon {
  const { simplified, spoken } = source;
  const byForm = new Gathered<Term>();
  const bySound = new Gathered<Term>();
  const joined = new Gathered<Concept>();
  const han = new Gathered<Concept>();
  const hanBySound = new Gathered<string>();
  const first = new Gathered<Concept>();
  const words = new Set<string>();
  // What the trade calls goods decides alone: the tariff has shrimps and crabs under one heading.
  const ofTrade = new Set(
    source.named.filter(({ concepts }) => concepts[0]?.kind === "goods").flatMap(({ names }) => names.map(fold)),
  );
  const goods = source.goods.map(
    ({ heading, names }): Named => ({
      concepts: [{ kind: "goods", value: heading }],
      names: names.filter((name) => !ofTrade.has(fold(name))),
    }),
  );

  const addHan = (name: string, concepts: readonly Concept[]) => {
    for (const concept of concepts) han.add(name, concept);
    if (name.length < 2) return;
    const sound = spoken(name).join("");
    hanBySound.add(soundOfHan(spoken(name)), name);
    if (sound.length >= PINYIN_LETTERS_MIN) for (const concept of concepts) joined.add(sound, concept);
  };
  const ofWord = new Map<string, ReadonlySet<string>>();
  const known = (word: string): ReadonlySet<string> => {
    const forms = ofWord.get(word) ?? new Set(formsOf(word));
    ofWord.set(word, forms);
    return forms;
  };
  const addWords = (parts: readonly string[], concepts: readonly Concept[], isOfTariff: boolean) => {
    const forms = parts.map(known);
    // Names of goods are too many, and too much alike, to be told by their sound, and what tells nothing is not looked for.
    const sounds = concepts.every(({ kind }) => kind === "goods" || kind === "noise") ? [] : parts.map(soundsOf);
    const term: Term = { words: parts, forms, sounds, concepts, isOfTariff };
    for (const form of forms[0] ?? []) byForm.add(form, term);
    for (const sound of sounds[0] ?? []) bySound.add(sound, term);
    for (const word of parts) words.add(word);
    for (const concept of concepts) first.add(parts[0] as string, concept);
    const whole = parts.join("");
    if (LATIN.test(whole) && (parts.length > 1 || whole.length >= APART_LETTERS_MIN))
      for (const concept of concepts) joined.add(whole, concept);
  };
  for (const [at, { concepts, names }] of [...source.named, ...goods].entries())
    for (const name of new Set(names.map((one) => fold(simplified(one))))) {
      const parts = wordsIn(name);
      const whole = parts.join("");
      if (parts.length === 0) continue;
      if (/\p{Script=Han}/u.test(whole)) addHan(whole, concepts);
      else addWords(parts, concepts, at >= source.named.length);
    }

  const wordsByEnd = new Gathered<string>();
  for (const word of words) for (const end of endsOf(word)) wordsByEnd.add(end, word);
  return {
    ...{ byForm, bySound, joined, han, hanBySound, words, wordsByEnd, simplified, spoken },
    ...{ hubOfPlace: source.hubOfPlace, places: source.places },
    joinedLettersMax: Math.max(0, ...[...joined.keys()].map(({ length }) => length)),
    hanLettersMax: Math.max(0, ...[...han.keys()].map(({ length }) => length)),
    firstWords: [...first].sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
    ...goodsTexts(source),
    placeNames: namesOfKind(source, ["place", "town"]),
  };
}

function namesOfKind({ named }: LexiconSource, kinds: readonly ConceptKind[]): Map<string, string[]> {
  const names = new Gathered<string>();
  for (const one of named)
    for (const { kind, value } of one.concepts)
      if (kinds.includes(kind)) for (const name of one.names) names.add(value, name);
  return names;
}

/** All that goods are called, the names of the trade first. */
function goodsNamesOf(source: LexiconSource): Map<string, string[]> {
  const names = new Gathered<string>(namesOfKind(source, ["goods"]));
  for (const { heading, names: more } of source.goods) for (const name of more) names.add(heading, name);
  return names;
}

function goodsTexts(source: LexiconSource): Pick<Lexicon, "goodsByWord" | "goodsNames" | "headingOfText"> {
  const goodsNames = goodsNamesOf(source);
  const headingOfText: string[] = [];
  const byWord = new Map<string, Set<number>>();
  const put = (key: string, text: number) => {
    const known = byWord.get(key);
    if (known) known.add(text);
    else byWord.set(key, new Set([text]));
  };
  for (const [heading, names] of goodsNames)
    for (const name of names) {
      const text = headingOfText.push(heading) - 1;
      for (const word of wordsIn(fold(source.simplified(name))))
        if (HAN.test(word)) for (let at = 0; at + 2 <= word.length; at++) put(word.slice(at, at + 2), text);
        else for (const form of formsOf(word)) put(form, text);
    }
  return { headingOfText, goodsNames, goodsByWord: byWord };
}
