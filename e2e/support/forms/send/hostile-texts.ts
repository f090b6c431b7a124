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
