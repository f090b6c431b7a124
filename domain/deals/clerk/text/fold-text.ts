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
