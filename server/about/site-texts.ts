import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reader } from "../../db/database";
import { latestOperator, listTexts, publishedText } from "../../db/repositories/about";
import { BID_DRAFT_KEPT_DAYS } from "../../domain/bidding/bid-draft";
import { BODY_OF, type Bodies, fillText, type SiteTextKind, type TextBlank } from "../../domain/about/site-text";
import { type Actor, may } from "../../domain/access/policy";
import { ESCALATES_MS } from "../../domain/disputes/dispute";
import { LOCALES, type Locale } from "../../domain/shared/locale";
import { DAY_MS, type Instant, instant } from "../../domain/shared/time";
import { VISITOR_DRAFT_LIFE_MS } from "../deals/visitors/visitor-draft";
import { DEVICE_LIFE_DAYS } from "../platform/identity/attempts";
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from "../platform/identity/tokens";
import { keptByQuestion, keptFor } from "../platform/process/kept-for";
import { KEPT_DAYS } from "../platform/process/kept-times";

/** For so long a page of visitors may show what was there before a change. */
const KEPT_MS = 5_000;
const TEXTS_MAX = 10;

const localeOf = (locale: string): Locale => LOCALES.find((one) => one === locale) ?? LOCALES[0];

const read = new Map<string, string>();

/** The template of a text as it comes with the product, with its blanks. */
export function textTemplate(kind: SiteTextKind, locale: string): string {
  const name = `${kind}.${localeOf(locale)}.md`;
  const text = read.get(name) ?? readFileSync(join(process.cwd(), "messages/texts", name), "utf8").trim();
  read.set(name, text);
  return text;
}

/** The templates of a text in all languages, as the operator's first version goes on from them. */
export const textTemplates = (kind: SiteTextKind): Bodies => ({
  bodyEn: textTemplate(kind, "en"),
  bodyZh: textTemplate(kind, "zh-CN"),
  bodyRu: textTemplate(kind, "ru"),
  bodyVi: textTemplate(kind, "vi"),
  bodyKk: textTemplate(kind, "kk"),
});

/** Who runs this as it was entered last; null where nobody has said it. */
export async function operatorNow(db: Reader) {
  const details = await latestOperator(db);
  return details ? { ...details, enteredAt: instant(details.enteredAt) } : null;
}

/** The same for everybody, as it was some seconds ago. */
export const operatorDetails = keptFor("operator", KEPT_MS, (db: Reader, _now: Instant) => operatorNow(db));

type Details = Awaited<ReturnType<typeof operatorDetails>>;

/** What fills the blanks of a text: who runs this, as `unknown` says where nobody has said it, and how long things are kept. */
const blankValues = (details: Details, { locale, unknown }: { readonly locale: string; readonly unknown: string }) =>
  ({
    operator: (localeOf(locale) === "zh-CN" ? details?.nameZh : details?.nameEn) ?? unknown,
    address: (localeOf(locale) === "zh-CN" ? details?.addressZh : details?.addressEn) ?? unknown,
    email: details ? `[${details.email}](mailto:${details.email})` : unknown,
    sessionIdleDays: SESSION_IDLE_MS / DAY_MS,
    sessionLifeDays: SESSION_LIFE_MS / DAY_MS,
    sessionKeptDays: KEPT_DAYS.sessions,
    deviceDays: DEVICE_LIFE_DAYS,
    callKeptDays: KEPT_DAYS.calls,
    visitorDraftDays: VISITOR_DRAFT_LIFE_MS / DAY_MS,
    bidDraftDays: BID_DRAFT_KEPT_DAYS,
    looseFileDays: KEPT_DAYS.looseFiles,
    escalateDays: ESCALATES_MS / DAY_MS,
  }) satisfies Readonly<Record<TextBlank, string | number>>;

const published = keptByQuestion(
  "published texts",
  { ms: KEPT_MS, max: TEXTS_MAX },
  async (db: Reader, kind: SiteTextKind, _now: Instant) => await publishedText(db, kind),
);

/** A text of the operator as everybody reads it, with its blanks filled, in English where it has no words in the reader's language; the template where none is published. */
export async function siteText(
  db: Reader,
  { kind, ...of }: { readonly kind: SiteTextKind; readonly locale: string; readonly unknown: string },
  now: Instant,
) {
  const [row, details] = [await published(db, kind, now), await operatorDetails(db, now)];
  const own = row && row[BODY_OF[localeOf(of.locale)]];
  // Where the operator has no words in the reader's language, it means what it says in English.
  const isInEnglish = own === "";
  const text = row ? own || row.bodyEn : textTemplate(kind, of.locale);
  return {
    text: fillText(text, blankValues(details, isInEnglish ? { ...of, locale: "en" } : of)),
    isInEnglish,
    version: row?.version ?? null,
    publishedAt: row?.publishedAt ? instant(row.publishedAt) : null,
  };
}

/** All versions of a text; null to all but administrators. */
export const textVersions = async (db: Reader, viewer: Actor, kind: SiteTextKind) =>
  may(viewer, "site.change") ? await listTexts(db, kind) : null;
