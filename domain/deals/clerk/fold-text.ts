const MARKS = /\p{M}+/gu;

/** Letters that people without the right keyboard replace, which no decomposition takes apart. */
const REPLACED: Readonly<Record<string, string>> = {
  đ: "d",
  ł: "l",
  қ: "к",
  ғ: "г",
  ң: "н",
  ү: "у",
  ұ: "у",
  ө: "о",
  ә: "а",
  і: "и",
  һ: "х",
};

function foldLetter(letter: string): string {
  const plain = letter.normalize("NFKC").toLowerCase().normalize("NFD").replace(MARKS, "");
  // What becomes longer or vanishes stays as it is: every position must hold in both texts.
  if (plain.length !== letter.length) return letter;
  return REPLACED[plain] ?? plain;
}

// A wide comma parts clauses, except between wide digits, where it groups them.
const WIDE_COMMA = /(?<![０-９])，|，(?![０-９])/gu;

/**
 * A text in one case and width and without diacritics, with the length of its NFC form: full-width digits become plain ones,
 * `Hữu Nghị` becomes `huu nghi`, `Үрімжіден` becomes `уримжиден`, so that careless writing is read like careful writing.
 */
export const foldText = (text: string): string =>
  [...text.normalize("NFC").replace(WIDE_COMMA, "、")].map(foldLetter).join("");

export const CLERK_LANGUAGES = ["zh-CN", "en", "ru", "vi", "kk"] as const;
export type ClerkLanguage = (typeof CLERK_LANGUAGES)[number];

const countOf = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

// Frequent in orders, and in no text of the neighbouring language.
const KAZAKH = /(?<!\p{L})(?:керек|аркылы|даиын|салем|канша|жук|тонна|корап|бага)(?!\p{L})/gu;
const VIETNAMESE = /(?<![a-z])(?:hang|thung|khoi|xe|tan|qua|tu|di|ngay|boc|kien)(?![a-z])/g;

/** The language that most of the text's letters and telling words belong to; English where nothing tells. */
export function languageOf(text: string): ClerkLanguage {
  const folded = foldText(text);
  const han = countOf(text, /\p{Script=Han}/gu);
  const cyrillic = countOf(text, /\p{Script=Cyrillic}/gu);
  const latin = countOf(text, /\p{Script=Latin}/gu);
  // One Han letter says about as much as three of an alphabet.
  if (han * 3 > Math.max(cyrillic, latin)) return "zh-CN";
  if (cyrillic > latin) return /[әғқңөұүһі]/iu.test(text) || countOf(folded, KAZAKH) >= 3 ? "kk" : "ru";
  return /[đăơưạảấầậắặếềệịọộớờợụứừựữẵỹ]/iu.test(text) || countOf(folded, VIETNAMESE) >= 5 ? "vi" : "en";
}
