import { fold } from "../shared/search-text";
import { type Concept, distinct, type Lexicon, preferred, soundOfHan, soundsOf, type Term, wordsIn } from "./lexicon";
import { caseOf, formsOf } from "./word-forms";
import { errorsAllowed } from "./typing-errors";

/** What a place or country is to the goods: where they come from, go to, pass, or where somebody is. */
export type Role = "from" | "to" | "at" | "via";

/** A stretch of the question with what it means; nothing where no name is known. */
export type Meant = {
  /** The folded words as they were typed, or as they were put right. */
  readonly words: readonly string[];
  readonly concepts: readonly Concept[];
  readonly role: Role | null;
};

const HAN = /\p{Script=Han}/u;
const WORDS_MAX = 24;
const JOINED_WORDS_MAX = 8;

const roles = (of: Readonly<Record<Role, string>>): ReadonlyMap<string, Role> =>
  new Map(
    (Object.entries(of) as [Role, string][]).flatMap(([role, words]) =>
      words.split(" ").map((word) => [word, role] as const),
    ),
  );

/** Words before a place that say its part, folded. */
const LEADS = roles({
  from: "from ex из от с со tu 从 由 自 откуда каидан",
  to: "to into towards до на к den di sang ve toi 到 至 去 往 运 发 运到 运往 发往 发到 送到 куда каида",
  at: "in at within o tai 在 у около возле near",
  via: "via through over across через по qua 经 经由 走 过",
});
const LEADS_AFTER: ReadonlyMap<string, Role> = new Map([
  ["аркылы", "via"],
  ["каида", "to"],
  ["出口", "from"],
  ["过境", "via"],
  ["口岸", "at"],
]);
/** `в` leads to what stands in the accusative and says where somebody is before the prepositional. */
const RUSSIAN_IN = new Set(["в", "во"]);
const STOPS = new Set(
  "the a an of for and or by with on & и или для о об за под при не va va cua cho cac voi la bang мен пен бен ушин жане туралы бойынша".split(
    " ",
  ),
);

type Match = Pick<Meant, "words" | "concepts"> & { readonly length: number; readonly name: string | null };

/** How long the longest word is that both have; 0 where they share none. */
const sharedLetters = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  Math.max(0, ...[...one].flatMap((word) => (other.has(word) ? [word.length] : [])));

const SCORES = { written: 4, form: 2, sound: 1 } as const;
/** So much less than a point that no word is as long: of two stems the longer one is meant. */
const PER_LETTER = 1 / 64;

/** How well a term stands at a place of the question: 0 not at all, more for what is written as the name is. */
function standsAt(term: Term, words: readonly string[], isBySound: boolean): number {
  let score = 0;
  for (const [at, name] of term.words.entries()) {
    const typed = words[at];
    if (typed === undefined) return 0;
    if (typed === name) {
      score += SCORES.written;
      continue;
    }
    const letters = isBySound
      ? sharedLetters(soundsOf(typed), term.sounds[at] as ReadonlySet<string>)
      : sharedLetters(new Set(formsOf(typed)), term.forms[at] as ReadonlySet<string>);
    if (letters === 0) return 0;
    score += isBySound ? SCORES.sound : SCORES.form + letters * PER_LETTER;
  }
  return score;
}

const NAME_LETTERS_MIN = 5;

/** Whether a word is a place's name of one word in another case. */
const isNameOf = ({ words: [name = "", ...more], concepts }: Term, word: string): boolean =>
  more.length === 0 && name.length >= NAME_LETTERS_MIN && concepts[0]?.kind === "place" && formsOf(word).includes(name);

/** The longest names that begin at the first of the words; of those the ones that are written most like them. */
function nameAt(words: readonly string[], lexicon: Lexicon): Match | null {
  const [first = ""] = words;
  const ofKind = (isBySound: boolean): { score: number; term: Term }[] => {
    const keys = isBySound ? soundsOf(first) : formsOf(first);
    const index = isBySound ? lexicon.bySound : lexicon.byForm;
    const terms = new Set([...keys].flatMap((key) => index.get(key) ?? []));
    return [...terms]
      .map((term) => ({ term, score: standsAt(term, words, isBySound) }))
      .filter(({ score }) => score > 0);
  };
  const written = ofKind(false);
  const isBySounds = written.length === 0;
  const found = isBySounds ? ofKind(true) : written;
  if (found.length === 0) return null;
  const length = Math.max(...found.map(({ term }) => term.words.length));
  const asLong = found.filter(({ term }) => term.words.length === length);
  const ofTrade = asLong.filter(({ term }) => !term.isOfTariff);
  const longest = ofTrade.length > 0 ? ofTrade : asLong;
  const score = Math.max(...longest.map((one) => one.score));
  // Two places of one name have it in whatever case, whether the form is listed of both or not.
  const best = longest.filter((one) => one.score === score || (!isBySounds && isNameOf(one.term, first)));
  return {
    ...{ words: words.slice(0, length), length },
    concepts: preferred(best.flatMap(({ term }) => term.concepts)),
    name: best[0]?.term.words.at(-1) ?? null,
  };
}

/** A name in Latin letters whose parts are written together or apart: pinyin above all. */
function joinedAt(words: readonly string[], { joined, joinedLettersMax }: Lexicon): Match | null {
  let best: Match | null = null;
  let whole = "";
  for (const [at, word] of words.slice(0, JOINED_WORDS_MAX).entries()) {
    whole += word;
    if (whole.length > joinedLettersMax || !/^[a-z0-9]+$/.test(whole)) break;
    const concepts = joined.get(whole);
    if (concepts) best = { words: words.slice(0, at + 1), length: at + 1, concepts: preferred(concepts), name: null };
  }
  return best;
}

/** A run of Chinese signs cut into names, the longest first, and what is left between them. */
function cutHan(run: string, { han, hanLettersMax }: Lexicon): Meant[] {
  const pieces: Meant[] = [];
  let rest = "";
  const flush = () => {
    if (rest !== "") pieces.push({ words: [rest], concepts: [], role: null });
    rest = "";
  };
  for (let at = 0; at < run.length; ) {
    let length = Math.min(hanLettersMax, run.length - at);
    while (length > 0 && !(han.has(run.slice(at, at + length)) || LEADS.has(run.slice(at, at + length)))) length -= 1;
    if (length === 0) {
      rest += run[at];
      at += 1;
      continue;
    }
    flush();
    const word = run.slice(at, at + length);
    const concepts = han.get(word);
    pieces.push({
      words: [word],
      concepts: concepts ? preferred(concepts) : [{ kind: "lead", value: LEADS.get(word) as Role }],
      role: null,
    });
    at += length;
  }
  flush();
  return pieces.reduce<Meant[]>((joinedPieces, piece) => {
    const last = joinedPieces.at(-1);
    const isUnknown = (one: Meant) => one.concepts.length === 0;
    const isWeak = (one: Meant) => one.words[0]?.length === 1;
    // A single sign is a word of its own only beside names: within what nobody knows it belongs to that.
    if (last && ((isUnknown(last) && isWeak(piece)) || (isUnknown(piece) && isWeak(last))))
      return [...joinedPieces.slice(0, -1), { words: [`${last.words[0]}${piece.words[0]}`], concepts: [], role: null }];
    return [...joinedPieces, piece];
  }, []);
}

/** Codes as tariffs print them are one word: `8703.80`. */
const joinCodes = (text: string): string =>
  text.replace(/(?<!\d)(\d{4})[.\s](\d{2})(?:[.\s]?(\d{2,4}))?(?![\p{L}\d])/gu, "$1$2$3");

/** The headings of goods in whose texts all of these words stand. */
function goodsWith(words: readonly string[], { goodsByWord, headingOfText }: Lexicon): string[] {
  const keysOf = (word: string): readonly string[] =>
    HAN.test(word) ? [...word].slice(1).map((letter, at) => `${word[at]}${letter}`) : [word];
  const sets = words.flatMap((word) =>
    keysOf(word).map((key) => {
      const forms = HAN.test(word) ? [key] : formsOf(key);
      return new Set(forms.flatMap((form) => [...(goodsByWord.get(form) ?? [])]));
    }),
  );
  const [first, ...others] = sets;
  if (!first) return [];
  const texts = [...first].filter((text) => others.every((set) => set.has(text)));
  return [...new Set(texts.map((text) => headingOfText[text] as string))];
}

const GOODS_MAX = 14;
const GOODS_LETTERS_MIN = 4;

function goodsAt(words: readonly string[], lexicon: Lexicon): Match | null {
  for (let length = Math.min(words.length, 4); length > 0; length--) {
    const part = words.slice(0, length);
    if (part.some((word) => /^\d+$/.test(word) || (lexicon.words.has(word) && LEADS.has(word)))) continue;
    if (length === 1 && !HAN.test(part[0] as string) && (part[0] as string).length < GOODS_LETTERS_MIN) return null;
    const headings = goodsWith(part, lexicon);
    if (headings.length > 0 && headings.length <= GOODS_MAX)
      return {
        ...{ words: part, length, name: null },
        concepts: headings.map((value) => ({ kind: "goods", value })),
      };
  }
  return null;
}

const isOfGoods = ({ concepts }: Match): boolean => concepts.every(({ kind }) => kind === "goods");

/** Goods whose names have more of the words, in whatever order: `фанера берёзовая`. */
function longerGoods(named: Match, run: readonly string[], lexicon: Lexicon): Match {
  const goods = goodsAt(run, lexicon);
  return goods && goods.length > named.length ? goods : named;
}

const asMeant = ({ words, concepts }: Match): Meant => ({ words, concepts, role: null });

/** The question in stretches, each with its meaning; words that lead to a place stand for themselves. */
function cut(words: readonly string[], lexicon: Lexicon): Meant[] {
  const pieces: Meant[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    if (HAN.test(word)) {
      pieces.push(...cutHan(word, lexicon).map((piece) => withGoods(piece, lexicon)));
      at += 1;
      continue;
    }
    const ahead = words.slice(at);
    const alone = ahead.findIndex((one) => HAN.test(one));
    const run = alone < 0 ? ahead : ahead.slice(0, alone);
    const [name, joined] = [nameAt(run, lexicon), joinedAt(run, lexicon)];
    const named = joined && (!name || joined.length > name.length) ? joined : name;
    const match = named && isOfGoods(named) ? longerGoods(named, run, lexicon) : named;
    if (match && (match.length > 1 || !(LEADS.has(word) || RUSSIAN_IN.has(word) || STOPS.has(word)))) {
      const piece = asMeant(match);
      const ending = caseOf(match.words.at(-1) as string, match.name ?? "");
      pieces.push({ ...piece, role: isPlace(piece) && /\p{Script=Cyrillic}/u.test(word) ? ending : null });
      at += match.length;
      continue;
    }
    const lead = RUSSIAN_IN.has(word) ? "in" : LEADS.get(word);
    if (lead) pieces.push({ words: [word], concepts: [{ kind: "lead", value: lead }], role: null });
    else if (!STOPS.has(word) || words.length === 1) {
      const goods = goodsAt(run, lexicon);
      pieces.push(goods ? asMeant(goods) : { words: [word], concepts: [], role: null });
      at += goods?.length ?? 1;
      continue;
    }
    at += 1;
  }
  return pieces;
}

const HAN_WITH_ERROR_MIN = 4;

/** Names as long, from four signs on, of which one is another: signs are mistaken by their looks too. */
function hanNear(word: string, { han }: Lexicon): string[] {
  if (word.length < HAN_WITH_ERROR_MIN) return [];
  const isNear = (name: string) =>
    name.length === word.length && [...name].filter((sign, at) => sign !== word[at]).length === 1;
  return [...han.keys()].filter(isNear);
}

/** What is left of a Chinese run may stand within names of goods, or be written with other signs of the same sound. */
function withGoods(piece: Meant, lexicon: Lexicon): Meant {
  const [word = ""] = piece.words;
  if (piece.concepts.length > 0 || word.length < 2) return piece;
  const headings = goodsWith([word], lexicon);
  if (headings.length > 0 && headings.length <= GOODS_MAX)
    return { ...piece, concepts: headings.map((value) => ({ kind: "goods", value })) };
  const heard = lexicon.hanBySound.get(soundOfHan(lexicon.spoken(word))) ?? hanNear(word, lexicon);
  return { ...piece, concepts: preferredOf(heard.flatMap((name) => lexicon.han.get(name) ?? [])) };
}

const preferredOf = (concepts: readonly Concept[]): Concept[] => (concepts.length === 0 ? [] : preferred(concepts));

const isPlace = ({ concepts }: Meant): boolean =>
  concepts.some(({ kind }) => kind === "place" || kind === "country" || kind === "town");
const leadOf = (piece: Meant | undefined): string | null =>
  piece?.concepts.length === 1 && piece.concepts[0]?.kind === "lead" ? piece.concepts[0].value : null;

/** `в Хоргосе`, `в России` say where somebody is; `в Казахстан`, `в Москву` where something goes. */
const isPrepositional = (word: string, { concepts }: Meant, { words }: Lexicon): boolean =>
  /[еи]$/.test(word) && !(concepts[0]?.kind === "country" && words.has(word));

/** Places get their parts from the words beside them, which then say nothing more. */
function withRoles(pieces: readonly Meant[], lexicon: Lexicon): Meant[] {
  return pieces.flatMap((piece, at): Meant[] => {
    if (leadOf(piece) !== null) return [];
    if (!isPlace(piece)) return [piece];
    const before = leadOf(pieces[at - 1]);
    const next = pieces[at + 1]?.words.join("") ?? "";
    const lead: Role | null =
      before === "in"
        ? isPrepositional(piece.words.at(-1) as string, piece, lexicon)
          ? "at"
          : "to"
        : (before as Role | null);
    return [{ ...piece, role: lead ?? piece.role ?? LEADS_AFTER.get(next) ?? null }];
  });
}

const gateOf = (piece: Meant | undefined): string | null =>
  piece?.concepts.length === 1 && piece.concepts[0]?.kind === "gate" ? piece.concepts[0].value : null;

/** `Qingdao port` is the port, and `Urumqi airport` the airport; where a place has none, the word says nothing more. */
function withGates(pieces: readonly Meant[], { places }: Lexicon): Meant[] {
  return pieces.flatMap((piece, at): Meant[] => {
    const beside = [pieces[at - 1], pieces[at + 1]];
    if (gateOf(piece) !== null)
      return beside.some((one) => one !== undefined && isPlace(one)) ? [] : [{ ...piece, concepts: [] }];
    const gate = isPlace(piece) ? (beside.map(gateOf).find((one) => one !== null) ?? null) : null;
    const own = piece.concepts.filter(({ value }) => places.get(value)?.gate === gate);
    return [gate === null || own.length === 0 ? piece : { ...piece, concepts: own }];
  });
}

const isNoise = ({ concepts, words }: Meant): boolean =>
  (concepts.length > 0 && concepts.every(({ kind }) => kind === "noise")) || LEADS_AFTER.has(words.join(""));

export type Reading = {
  readonly meant: readonly Meant[];
  /** Words that no name has and that begin none. */
  readonly strange: readonly string[];
};

/** Whether some name begins so: somebody may still be typing it. */
export const namesBegunBy = (word: string, { firstWords }: Lexicon): readonly Concept[] => {
  let [low, high] = [0, firstWords.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firstWords[middle]?.[0] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  const found: Concept[] = [];
  for (let at = low; firstWords[at]?.[0].startsWith(word); at++) found.push(...(firstWords[at]?.[1] ?? []));
  return distinct(found);
};

/** All that a longer text names: what a provider says of itself. */
export const conceptsNamed = (text: string, lexicon: Lexicon): Concept[] =>
  distinct(cut(wordsIn(fold(lexicon.simplified(text))), lexicon).flatMap(({ concepts }) => concepts));

/** The words of a question as they are looked up. */
export const wordsOfQuestion = (text: string, { simplified }: Lexicon): string[] =>
  wordsIn(fold(simplified(joinCodes(text)))).slice(0, WORDS_MAX);

/**
 * Reads a question of words: the names of all that the market knows, in any language and spelling, longest first, and what is left over as it was
 * typed. Words that say nothing beside names (`company`, `груз`) are left out where a name remains.
 */
export function readQuery(text: string, lexicon: Lexicon): Reading {
  return readWords(wordsOfQuestion(text, lexicon), lexicon);
}

export function readWords(words: readonly string[], lexicon: Lexicon): Reading {
  const pieces = withRoles(withGates(cut(words, lexicon), lexicon), lexicon);
  const telling = pieces.filter((piece) => !isNoise(piece));
  const meant = (telling.length > 0 ? telling : pieces).map((piece) =>
    isNoise(piece) ? { ...piece, concepts: [] } : piece,
  );
  const strange = meant
    .filter(({ concepts }) => concepts.length === 0)
    .flatMap((piece) => piece.words)
    .filter((word) => errorsAllowed(word) > 0 && namesBegunBy(word, lexicon).length === 0);
  return { meant, strange };
}
