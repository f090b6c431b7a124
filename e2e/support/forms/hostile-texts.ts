/** Marks what was sent: where it comes back as an element, somebody can write markup into our pages. */
const PLANT = "data-planted";
const FIELD_MAX = 10_000;

/** What people and others have put into fields: wrong kinds, too much, and what is something else to a program than to a reader. */
export const HOSTILE_TEXTS: readonly (readonly [what: string, text: string])[] = [
  ["a word", "abc"],
  ["a blank", "   "],
  ["nought", "0"],
  ["less than nothing", "-1"],
  ["more than anybody counts", `1${"0".repeat(30)}`],
  ["no number", "NaN"],
  ["a day that is not there", "2026-02-31"],
  ["a time that is not there", "2026-02-31T25:61"],
  ["a time beyond all calendars", "999999-12-31T00:00"],
  ["a code that is not there", "ZZZ"],
  ["ten thousand characters", "字".repeat(FIELD_MAX)],
  ["one long word", "w".repeat(FIELD_MAX)],
  ["thousands of lines", "line\r\n".repeat(3_000)],
  ["the null character", "a\0b"],
  ["half of a character", "a\ud800b"],
  ["letters that turn the direction", "\u202egnp.exe\u2066\u200b\ufeff"],
  ["a script", `"><script ${PLANT}>alert(1)</script></textarea></title><img ${PLANT} src=x onerror=alert(1)>`],
  ["an end of our own scripts", `</script><b ${PLANT}>${"]]>"}<!--`],
  ["SQL", "x'; DROP TABLE users; --"],
  ["a way up", "../../../../etc/passwd"],
  ["a template", "{{7*7}}${7*7}{count, plural, other {#}}<%= 7 %>"],
  ["a second header", "a@b.example\r\nBcc: c@d.example\r\n\r\nhello"],
  ["signs upon signs", `e${"\u0301".repeat(200)}👩‍👩‍👧‍👦🚚\u{10ffff}`],
  ["a formula", '=HYPERLINK("https://elsewhere.example")'],
  ["an object's own", "__proto__"],
];

/** Names that no form of ours has, which readers of forms have stumbled over. */
export const HOSTILE_NAMES: readonly string[] = [
  "__proto__",
  "constructor",
  "__proto__.isAdmin",
  "a..b",
  "[",
  "a[b",
  "licences[4294967294].name",
  "charges[4294967294].price",
  "cargo[4294967294].hsCode",
  "scopes[99999999]",
  "organisationId",
  "role",
  "n".repeat(FIELD_MAX),
  "name\0",
];

/** Names that are orders to the library that reads forms. */
export const COMMANDING_NAMES: readonly string[] = ["__intent__", "__state__"];

/** An id of the right form that nothing has. */
export const NOWHERE = "0000000000000000000000zzzw";

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
