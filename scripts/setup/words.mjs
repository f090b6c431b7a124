import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import compile from "icu-minify/compile";
import { LOCALES } from "../../domain/shared/locale.ts";
import { inRoot } from "./checkout.mjs";

/** The words that a browser is sent as files of their own, by language and room. */
const FOLDER = "forms";
const PLACES = LOCALES.flatMap((locale) =>
  readdirSync(inRoot("messages", locale, FOLDER))
    .sort()
    .map((name) => ({ locale, name })),
);
const VERSION_LETTERS = 12;

const read = ({ locale, name }) => readFileSync(inRoot("messages", locale, FOLDER, name), "utf8");

/** What stands in the address of each file of words: another as soon as a word is another. */
export function versionOfWords() {
  const hash = createHash("sha256");
  for (const place of PLACES)
    hash.update(`${place.locale}/${place.name}`).update("\0").update(read(place)).update("\0");
  return hash.digest("hex").slice(0, VERSION_LETTERS);
}

/** A message taken apart, or a group of them, as the bundler does it for what it brings. */
const taken = (written) =>
  typeof written === "string"
    ? compile(written)
    : Object.fromEntries(Object.entries(written).map(([key, within]) => [key, taken(within)]));

/** Puts the words of each room, as app/room-words.tsx asks for them, beside the scripts of the build. */
export function writeWords() {
  const folder = inRoot(".next/static/words", versionOfWords());
  for (const place of PLACES) {
    const file = join(folder, place.locale, place.name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(taken(JSON.parse(read(place)))));
  }
}
