import type { Locale } from "../shared/locale";
import { accept, type Refusal, refuse, type Result } from "../shared/result";

/** Texts that the operator writes itself: each begins as a template of ours. */
export const SITE_TEXT_KINDS = ["terms", "privacy"] as const;
export type SiteTextKind = (typeof SITE_TEXT_KINDS)[number];

/** A text is read in one go, so it has an end. */
export const SITE_TEXT_MAX = 30_000;

/** A piece of a line: words, or words that lead somewhere. */
export type Span = string | { readonly words: string; readonly href: string };

export type Block =
  | { readonly kind: "heading"; readonly spans: readonly Span[] }
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | { readonly kind: "list"; readonly items: readonly (readonly Span[])[] };

// An address of this site, of another one by https, or of a mailbox; whatever else stands in the round brackets stays a text.
const LINK = /\[([^[\]\n]+)\]\((\/[^\s()]*|https:\/\/[^\s()]+|mailto:[^\s()]+)\)/g;
const HEADING = /^#{1,3}\s+/;
const ITEM = /^[-*]\s+/;

function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(LINK)) {
    const [whole, words = "", href = ""] = match;
    if (match.index > at) spans.push(line.slice(at, match.index));
    // Two slashes would lead to another host.
    spans.push(href.startsWith("//") ? whole : { words, href });
    at = match.index + whole.length;
  }
  if (at < line.length) spans.push(line.slice(at));
  return spans;
}

/**
 * Reads a text of paragraphs, headings (`## `), lists (`- `) and links (`[words](address)`). There is nothing else: what looks like HTML or like any other mark is
 * a text and is shown as it stands, so no text can bring markup or a script.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of text.replace(/\r\n?/g, "\n").split(/\n{2,}/)) {
    let words: string[] = [];
    let items: (readonly Span[])[] = [];
    const end = () => {
      if (words.length > 0) blocks.push({ kind: "paragraph", spans: spansOf(words.join(" ")) });
      if (items.length > 0) blocks.push({ kind: "list", items });
      [words, items] = [[], []];
    };
    for (const line of part.split("\n").map((one) => one.trim())) {
      if (HEADING.test(line)) {
        end();
        blocks.push({ kind: "heading", spans: spansOf(line.replace(HEADING, "")) });
      } else if (ITEM.test(line)) {
        if (words.length > 0) end();
        items.push(spansOf(line.replace(ITEM, "")));
      } else if (line !== "") {
        if (items.length > 0) end();
        words.push(line);
      }
    }
    end();
  }
  return blocks;
}

/** What a text may name that is filled in where it is shown: who runs this, and how long things are kept. */
export const TEXT_BLANKS = [
  "operator",
  "address",
  "email",
  "sessionIdleDays",
  "sessionLifeDays",
  "sessionKeptDays",
  "deviceDays",
  "callKeptDays",
  "visitorDraftDays",
  "bidDraftDays",
  "looseFileDays",
  "escalateDays",
] as const;
export type TextBlank = (typeof TEXT_BLANKS)[number];

const BLANK = /\{(\w+)\}/g;
const isBlank = (name: string): name is TextBlank => TEXT_BLANKS.some((one) => one === name);

/** A text with its blanks filled in; a name that is none stays as it stands. */
export const fillText = (text: string, values: Readonly<Record<TextBlank, string | number>>): string =>
  text.replace(BLANK, (whole, name: string) => (isBlank(name) ? String(values[name]) : whole));

/** A text by its languages. English and Chinese are always there; another is empty where the operator has no words in it. */
export const BODY_OF = {
  en: "bodyEn",
  "zh-CN": "bodyZh",
  ru: "bodyRu",
  vi: "bodyVi",
  kk: "bodyKk",
} as const satisfies Readonly<Record<Locale, string>>;
export type Bodies = Readonly<Record<(typeof BODY_OF)[Locale], string>>;
const BODIES = Object.values(BODY_OF);

export type SiteTextRefusal = Refusal<"text_blank_unknown" | "text_unchanged">;

/** Whether a new version may be kept: it names only blanks that can be filled, and it says something else than the last one. */
export function checkNewText(text: Bodies, last: Bodies | undefined): Result<void, SiteTextRefusal> {
  for (const [, name = ""] of BODIES.map((body) => text[body])
    .join(" ")
    .matchAll(BLANK))
    if (!isBlank(name)) return refuse("text_blank_unknown", { name });
  const isSame = last !== undefined && BODIES.every((body) => last[body] === text[body]);
  return isSame ? refuse("text_unchanged") : accept(undefined);
}

/** Whether a version may be published: it is the latest one, and not published yet. */
export function checkPublish(
  version: { readonly id: string; readonly publishedAt: number | null } | undefined,
  id: string,
): Result<void, Refusal<"text_superseded" | "text_published">> {
  if (version?.id !== id) return refuse("text_superseded");
  return version.publishedAt === null ? accept(undefined) : refuse("text_published");
}
