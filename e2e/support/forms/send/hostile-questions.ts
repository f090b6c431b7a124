import { HOSTILE_TEXTS } from "./hostile-texts";

/** Asked of every address, whether or not a link leads on with them. */
const ALWAYS = [
  "q",
  "cursor",
  "page",
  "sort",
  "from",
  "to",
  "day",
  "state",
  "step",
  "check",
  "v",
  "next",
  "done",
  "token",
];

// An address has room for less than a form.
const TEXT_MAX = 300;
const TEXTS = HOSTILE_TEXTS.map(([, text]) => encodeURIComponent(text.slice(0, TEXT_MAX).toWellFormed()));
/** A third as many on an ordinary run as on the long one: each name then meets another third of the texts. */
const ROUNDS = process.env.OTHER_WAYS === "1" ? 6 : 2;

/** What cannot be decoded, and what climbs out of a folder where it is decoded once too often. */
export const RAW_TEXTS: readonly string[] = [
  "%",
  "%zz",
  "%00",
  "%ED%A0%80",
  "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "..%5c..%5c",
  "%253Cscript%253E",
  "__proto__",
  "%F0%9F%9A%9A",
  "%22%3E%3Cb%20data-planted%3E",
  "x".repeat(TEXT_MAX),
];

/** Each name with another text, and another one in each round. */
const question = (names: readonly string[], texts: readonly string[], round: number): string =>
  names.map((name, at) => `${encodeURIComponent(name)}=${texts[(at * 3 + round * 4) % texts.length]}`).join("&");

/** What an address is asked that knows these names: hostile texts, everything twice, and what cannot be decoded. */
export function questionsFor(known: readonly string[]): string[] {
  const names = [...new Set([...ALWAYS, ...known])];
  const rounds = Array.from({ length: ROUNDS }, (_, round) => question(names, TEXTS, round));
  return [
    ...rounds,
    `${rounds[0]}&${rounds[1]}`,
    question(names, RAW_TEXTS, 0),
    question(names, RAW_TEXTS, 1),
    `${names.map((name) => `${name}[]=1&${name}[x]=2`).join("&")}&__proto__=1&constructor=x`,
  ];
}
