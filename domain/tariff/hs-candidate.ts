import { parseHsCode } from "./hs-code";

type Coded = { readonly code: string };

const OFFERS_MAX = 5;

/** Of a heading whose digits are typed more are offered: most have no more subheadings. */
const OFFERS_OF_HEADING_MAX = 14;

/** How many are looked up, so that enough are left when those that lead nowhere are taken out. */
export const CANDIDATES_ASKED = 15;

const HEADING_DIGITS = 4;

const CODE_DIGITS_MIN = 6;

/** What is looked up for a cargo line: what was typed for a code, unless that is one already; then, and where nothing was typed, the goods' description. */
export const questionOfLine = (code: string, description: string): string =>
  code.trim() === "" || parseHsCode(code) !== null ? description.trim() : code.trim();

const digitsOf = (text: string): string | null => {
  const digits = text.replace(/[.\s]/g, "");
  return /^\d{2,10}$/.test(digits) ? digits : null;
};

/** The candidate that says what typed digits are called: that of this code, else the nearest one above. Null for what is no code. */
export function namesCode<One extends Coded>(typed: string, candidates: readonly One[]): One | null {
  const digits = digitsOf(typed);
  if (digits === null) return null;
  const above = candidates.filter((one) => digits.startsWith(one.code));
  return above.reduce<One | null>(
    (nearest, one) => (nearest && nearest.code.length >= one.code.length ? nearest : one),
    null,
  );
}

/** Whether more digits are needed before it is a code that a cargo line takes. */
export const needsDigits = (typed: string): boolean => {
  const digits = digitsOf(typed);
  return digits !== null && digits.length < CODE_DIGITS_MIN;
};

/** At most five candidates that lead on from a question, fourteen below a typed heading: headings and what is finer, of a whole code only what is finer; each code once, though several lists may have it. */
export function offersFor<One extends Coded>(question: string, candidates: readonly One[]): One[] {
  const digits = digitsOf(question);
  const isWhole = digits !== null && digits.length >= CODE_DIGITS_MIN;
  const leading = candidates.filter(
    ({ code }) =>
      /^\d/.test(code) && code.length >= HEADING_DIGITS && code !== digits && (!isWhole || code.startsWith(digits)),
  );
  const once = leading.filter(({ code }, at) => leading.findIndex((one) => one.code === code) === at);
  return once.slice(0, digits?.length === HEADING_DIGITS ? OFFERS_OF_HEADING_MAX : OFFERS_MAX);
}
