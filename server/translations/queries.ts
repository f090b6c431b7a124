import "server-only";
import { createHmac } from "node:crypto";
import type { Reader } from "@/db/database";
import { translationsOf } from "@/db/repositories/translations";
import { type Actor, mayEver } from "@/domain/access/policy";
import { type Locale, LOCALES } from "@/domain/shared/locale";
import type { Instant } from "@/domain/shared/time";
import { isForeign, type WrittenAt, type WrittenText } from "@/domain/translations/written-text";
import { providerPage } from "../catalogue/queries";
import { escalatedDispute, orderDisputes } from "../disputes/queries";
import { secretKey } from "../platform/process/secrets";
import { requestPage } from "../requests/queries/request-page";
import { questionsPage } from "../requests/queries/questions";
import { threadPage } from "../threads/queries/thread-page";
import { configuredTranslator } from "./translator";

/** Keyed, so that a hash in the database cannot be tried against guessed texts. */
export const textHash = (text: string): string =>
  createHmac("sha256", secretKey("kouan-hash-key")).update(`translation\n${text}`).digest("base64url");

type Loading = { readonly read: Reader; readonly viewer: Actor; readonly now: Instant };

const partsOf = (part: string): [string, string] => {
  const at = part.lastIndexOf(".");
  return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
};

type Loader = (of: Loading, id: string, part: string) => Promise<string | null | undefined>;

/** The title of a request's deal, or the goods that stand at a place in their list. */
const goodsIn: Loader = async ({ read, viewer, now }, id, part) => {
  const page = await requestPage(read, viewer, { id, now });
  return part === "title" ? page?.title : page?.cargo.find((_, place) => String(place) === part)?.description;
};

/** The remarks of a bid, to whom its page shows them: never while it is sealed. */
const remarksIn: Loader = async ({ read, viewer, now }, id, part) => {
  const page = await requestPage(read, viewer, { id, now });
  return page?.bids?.find((bid) => bid.id === part)?.content?.remarks;
};

/** What a provider says of itself: the text that it wrote for a language, or the one that it began with. */
const providerWords: Loader = async ({ read, now }, id, part) => {
  const page = await providerPage(read, id, now);
  if (part === "") return page?.description;
  const language = LOCALES.find((one) => one === part);
  return language && page?.texts[language];
};

const questionIn: Loader = async ({ read, viewer, now }, requestId, part) => {
  const page = await questionsPage(read, viewer, { requestId, now });
  return page?.questions.find(({ id }) => id === part)?.question;
};

const answerIn: Loader = async ({ read, viewer, now }, requestId, part) => {
  const [questionId, number] = partsOf(part);
  const page = await questionsPage(read, viewer, { requestId, now });
  const question = page?.questions.find(({ id }) => id === questionId);
  return question?.answers.find((one) => String(one.number) === number)?.answer;
};

/** A message as its reader may know it: before the award without the other side's contacts. */
const messageIn: Loader = async ({ read, viewer, now }, bidId, part) => {
  const before = Number(part) + 1;
  if (!Number.isSafeInteger(before)) return null;
  const page = await threadPage(read, viewer, { bidId, now, before });
  return page?.messages.find(({ seq }) => String(seq) === part)?.words;
};

const disputesFor = async ({ read, viewer, now }: Loading, orderId: string, disputeId: string) => {
  const page = await orderDisputes(read, viewer, { orderId, now });
  const own = page?.disputes.find(({ id }) => id === disputeId);
  return own ?? (await escalatedDispute(read, viewer, { id: disputeId, now }));
};

const disputeIn: Loader = async (of, orderId, part) => {
  const [disputeId, which] = partsOf(part);
  const dispute = await disputesFor(of, orderId, disputeId);
  if (!dispute || dispute.orderId !== orderId) return null;
  if (which === "words") return dispute.words;
  if (which === "ending") return dispute.ending?.words;
  return dispute.entries.find(({ seq }) => String(seq) === which)?.words;
};

/** Each kind by the query of the page on which it stands, so that nobody has translated what they may not read. */
const LOADERS: Readonly<Record<WrittenAt["kind"], Loader>> = {
  request: goodsIn,
  bid: remarksIn,
  organisation: providerWords,
  listing: async ({ read, now }, id, part) =>
    (await providerPage(read, id, now))?.listings.find(({ service }) => service === part)?.summary,
  question: questionIn,
  answer: answerIn,
  message: messageIn,
  dispute: disputeIn,
};

/** A text that a member wrote, as this viewer may read it; null where it may not, or there is none. */
export const writtenText = async (of: Loading, { kind, id, part }: WrittenAt): Promise<string | null> =>
  (await LOADERS[kind](of, id, part)) || null;

/** What a page may show or offer of its texts. */
export type Offers = {
  /** Who translates, as people are told before they send a text there. */
  readonly host: string;
  /** Its translation by text, or null where one can be asked for; what is not to be translated is not there. */
  readonly translations: ReadonlyMap<string, string | null>;
};

/**
 * Of the texts of a page those that its reader needs translated, with the translations that are kept. Null where no endpoint is set, to visitors, whose pages are
 * drawn once for all, and where all is in the reader's language.
 */
export async function offersOf(
  read: Reader,
  viewer: Actor,
  { texts, language }: { readonly texts: readonly WrittenText[]; readonly language: Locale },
): Promise<Offers | null> {
  const by = configuredTranslator();
  if (by === null || !mayEver(viewer, "text.translate")) return null;
  const foreign = [...new Set(texts.map(({ text }) => text))].filter((text) => isForeign(text, language));
  if (foreign.length === 0) return null;
  const hashes = new Map(foreign.map((text) => [text, textHash(text)]));
  const kept = await translationsOf(read, { textHashes: [...hashes.values()], language, model: by.model });
  const byHash = new Map(kept.map((one) => [one.textHash, one.translation]));
  return {
    host: by.host,
    translations: new Map(foreign.map((text) => [text, byHash.get(hashes.get(text) ?? "") ?? null])),
  };
}
