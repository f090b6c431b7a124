import type { PlaceNames } from "../shared/place-names";

/** What a list of the world's towns says of one: its name in Latin letters, its Chinese name, and all that it is called in any language. */
export type ListedNames = {
  readonly country: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly others: readonly string[];
};

// Palladius's system, in which Russian writes Chinese names: the first sound of a syllable, then the rest of it.
const FIRST: Readonly<Record<string, string>> = {
  ...{ b: "б", p: "п", m: "м", f: "ф", d: "д", t: "т", n: "н", l: "л", g: "г", k: "к", h: "х" },
  ...{ zh: "чж", ch: "ч", sh: "ш", r: "ж", z: "цз", c: "ц", s: "с", j: "цз", q: "ц", x: "с", w: "в" },
};
const OPEN: Readonly<Record<string, string>> = {
  ...{ a: "а", o: "о", e: "э", ai: "ай", ei: "эй", ao: "ао", ou: "оу", an: "ань", en: "энь", ang: "ан", eng: "эн" },
};
const REST: Readonly<Record<string, string>> = {
  ...OPEN,
  ...{ ong: "ун", u: "у", ua: "уа", uo: "о", uai: "уай", ui: "уй", uan: "уань", un: "унь", uang: "уан" },
  ...{ i: "и", ia: "я", ie: "е", iao: "яо", iu: "ю", ian: "янь", in: "инь", iang: "ян", ing: "ин", iong: "юн" },
};
/** Behind `j`, `q` and `x` a `u` is the one of `yu`. */
const ROUNDED: Readonly<Record<string, string>> = { u: "юй", ue: "юэ", uan: "юань", un: "юнь" };
const WHOLE: Readonly<Record<string, string>> = {
  ...{ zhi: "чжи", chi: "чи", shi: "ши", ri: "жи", zi: "цзы", ci: "цы", si: "сы", er: "эр", wu: "у" },
  ...{ hui: "хуэй", guo: "го", lüe: "люэ", nüe: "нюэ", lü: "люй", nü: "нюй" },
  ...{ ya: "я", yo: "йо", ye: "е", yao: "яо", you: "ю", yan: "янь", yin: "инь", yang: "ян", ying: "ин" },
  ...{ yong: "юн", yi: "и", yu: "юй", yue: "юэ", yuan: "юань", yun: "юнь" },
};
const HARD_ONLY = /^(?:zh|ch|sh|r|z|c|s|w|g|k|h|f)i/;

const syllables = new Map<string, string>([
  ...Object.entries(OPEN),
  ...Object.entries(FIRST).flatMap(([first, written]) =>
    Object.entries("jqx".includes(first) ? { ...REST, ...ROUNDED } : REST)
      .filter(([rest]) => !HARD_ONLY.test(first + rest))
      .map(([rest, sound]) => [first + rest, written + sound] as const),
  ),
  ...Object.entries(WHOLE),
]);
const LETTERS_MAX = 6;

/** Every way in which letters are syllables, one of the fewest syllables first. */
function cuts(letters: string): string[][] {
  if (letters === "") return [[]];
  const heads = Array.from({ length: Math.min(LETTERS_MAX, letters.length) }, (_, at) => letters.slice(0, at + 1));
  return heads
    .filter((head) => syllables.has(head))
    .flatMap((head) => cuts(letters.slice(head.length)).map((rest) => [head, ...rest]))
    .sort((a, b) => a.length - b.length);
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const VOWEL = /^[аоуэыияюеё]/;

/** The syllables in Russian letters, with the hard sign that parts a closed one from a vowel: `Чанъань`. */
const joined = (cut: readonly string[]): string =>
  capital(
    cut.reduce((name, syllable) => {
      const next = syllables.get(syllable) as string;
      return `${name}${name.endsWith("н") && VOWEL.test(next) ? "ъ" : ""}${next}`;
    }, ""),
  );

/** What Russian calls otherwise than by a rule. */
const USUAL: Readonly<Record<string, string>> = {
  ...{ Beijing: "Пекин", Nanjing: "Нанкин", Qiqihar: "Цицикар", Hohhot: "Хух-Хото", Jilin: "Гирин" },
  ...{ Lhasa: "Лхаса", "Shangri-La": "Шангри-Ла" },
  ...{ Moscow: "Москва", "Saint Petersburg": "Санкт-Петербург", Bratsk: "Братск" },
  ...{ Petropavl: "Петропавловск", Oral: "Уральск", Olmaliq: "Алмалык" },
  ...{ Mahilyow: "Могилёв", Hrodna: "Гродно", Babruysk: "Бобруйск", Barysaw: "Борисов", Polatsk: "Полоцк" },
  ...{ Navapolatsk: "Новополоцк", Maladzyechna: "Молодечно", Mazyr: "Мозырь", Salihorsk: "Солигорск" },
  ...{ Rechytsa: "Речица", Svyetlahorsk: "Светлогорск" },
};
const WORD_FOR_TOWN = / (?:City|Shi|Zhen)$/;
const CHINESE_WORD_FOR_TOWN = /(?<=..)[市县镇区村]$/u;

/**
 * A Chinese town in Russian letters by Palladius's system, from its name in pinyin; null where it is no pinyin, as names of Tibet and Xinjiang are not.
 * Of several ways to cut it the one that is `spelled` is meant, else the one of as many syllables as the Chinese name has signs.
 */
export function palladius(
  { nameEn, nameZh }: Pick<ListedNames, "nameEn" | "nameZh">,
  spelled: readonly string[],
): string | null {
  const parts = nameEn
    .replace(WORD_FOR_TOWN, "")
    .toLowerCase()
    .split(/[\s'’-]+/);
  const whole = parts.reduce<string[][]>(
    (before, part) => before.flatMap((head) => cuts(part).map((rest) => [...head, ...rest])),
    [[]],
  );
  const known = whole.find((cut) => spelled.includes(joined(cut)));
  const signs = nameZh.replace(CHINESE_WORD_FOR_TOWN, "").length;
  const cut = known ?? whole.find(({ length }) => length === signs) ?? whole[0];
  return cut ? joined(cut) : null;
}

const CYRILLIC_IN_LATIN: Readonly<Record<string, string>> = {
  ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "yo", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l" },
  ...{ м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh" },
  ...{ щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
  ...{ ә: "a", ғ: "gh", қ: "q", ң: "ng", ө: "o", ұ: "u", ү: "u", һ: "h", і: "i" },
};

/** As lists of names write it in Latin letters. */
function inLatin(name: string): string {
  const written = name.toLowerCase().replace(/^е/, "ye").replace(/дж/g, "j").replace(/-/g, " ");
  return [...written].map((letter) => CYRILLIC_IN_LATIN[letter] ?? letter).join("");
}

/** How many letters have to be put in, taken out or changed to come from one word to the other. */
function distance(one: string, other: string): number {
  if (one === other) return 0;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1)
      next.push(
        Math.min((row[j] as number) + Number(letter !== other[j]), (row[j + 1] as number) + 1, (next[j] as number) + 1),
      );
    row = next;
  }
  return row.at(-1) as number;
}

const unmarked = (name: string): string =>
  name.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");

/** Latin letters leave out what is soft; where one name says it, it is the Russian one: `Казань`, `Норильск`. */
const isSoft = (name: string): number => Number(/ь$|ль/.test(name));
const isHyphened = (name: string): number => Number(name.includes("-"));

/**
 * The name that comes closest to the one in Latin letters. Of those that come as close the one that is soft or has a hyphen, then the shorter one. None where all are far: they are of another time or language.
 */
function closest(names: readonly string[], nameEn: string): string | null {
  const latin = unmarked(nameEn)
    .replace(/-/g, " ")
    .replace(/[^a-z ]/g, "");
  const read = names.map((name) => ({ name, latin: inLatin(name) }));
  const same = read.filter((one) => one.latin === latin);
  const ranked = (same.length > 0 ? same : read).map((one) => ({ ...one, far: distance(one.latin, latin) }));
  const [best] = ranked.sort(
    (a, b) =>
      a.far - b.far ||
      isSoft(b.name) - isSoft(a.name) ||
      isHyphened(b.name) - isHyphened(a.name) ||
      a.name.length - b.name.length ||
      (a.name < b.name ? -1 : 1),
  );
  const furthest = latin.length / (names.length === 1 ? 2 : 3);
  return best && best.far <= Math.max(1, furthest) ? best.name : null;
}

const RUSSIAN = /^[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁа-яё][а-яё]*)*$/;
/** Letters that stand so in Ukrainian, Bulgarian or old spelling alone. */
const NOT_RUSSIAN = /ъ(?![еёюя])|[сцзн]ьк|ньск|ць/;
const KAZAKH = /^[А-ЯЁӘҒҚҢӨҰҮІҺ][а-яёәғқңөұүіһ]+(?:[ -][А-ЯЁӘҒҚҢӨҰҮІҺа-яёәғқңөұүіһ]+)*$/;
const KAZAKH_LETTER = /[әғқңөұүіһ]/i;
const VIETNAMESE = /^[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]+(?: [a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]+)*$/i;
/** A word of Vietnamese has one vowel or one group of them. */
const ONE_SYLLABLE = /^[^aeiouy]*[aeiouy]+[^aeiouy]*$/;
const VIETNAMESE_MARK = /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/i;

/** A name of Vietnam with its marks, one of China by the reading of its signs, a word a sign. */
function vietnameseName({ country, nameEn, nameZh, others }: ListedNames): string | undefined {
  const marked = others.filter((name) => VIETNAMESE.test(name) && VIETNAMESE_MARK.test(name));
  const letters = (name: string) => unmarked(name).replace(/[^a-z]/g, "");
  if (country === "VN") return marked.find((name) => letters(name) === letters(nameEn));
  const isReading = (name: string) =>
    name.split(" ").length === nameZh.length && name.split(" ").every((word) => ONE_SYLLABLE.test(unmarked(word)));
  return country === "CN" && nameZh.length > 1 ? marked.find(isReading) : undefined;
}

/** Where a town has one Kazakh name alone, it is that one however far: `Өскемен` is Ust-Kamenogorsk. */
const ownKazakh = (names: readonly string[], nameEn: string): string | undefined =>
  closest(names, nameEn) ?? (names.length === 1 ? names[0] : undefined);

/**
 * What a town is called in Russian, Vietnamese and Kazakh, of all names that a list of towns has for it in no order and without their language. Left out where it has
 * none that reads like the language: a reader then has the one in Latin letters. A Kazakh name is its own only in Kazakh letters; beside them Kazakh writes as Russian does.
 */
export function townNames(listed: ListedNames): Pick<PlaceNames, "nameRu" | "nameVi" | "nameKk"> {
  const { country, nameEn, others } = listed;
  const russian = others.filter((name) => RUSSIAN.test(name) && !NOT_RUSSIAN.test(name));
  const byRule = country === "CN" ? palladius(listed, russian) : null;
  const nameRu = USUAL[nameEn] ?? byRule ?? closest(russian, nameEn) ?? undefined;
  const nameVi = vietnameseName(listed);
  const kazakh = others.filter((name) => KAZAKH.test(name) && KAZAKH_LETTER.test(name));
  const nameKk = (country === "KZ" ? ownKazakh(kazakh, nameEn) : undefined) ?? nameRu;
  return {
    ...(nameRu !== undefined && { nameRu }),
    ...(nameVi !== undefined && { nameVi }),
    ...(nameKk !== undefined && { nameKk }),
  };
}
