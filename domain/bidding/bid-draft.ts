import { z } from "zod";
import type { FormValues } from "../shared/form-state";
import { isCommercialTermsName } from "./offer/commercial-terms-fields";
import { acceptsBids, type Request } from "../requests/request";
import { DAY_MS, type Instant, later } from "../shared/time";
import { accept, type Refusal, refuse, type Result } from "../shared/result";
import { type AudienceRefusal, type Bidder, checkAudience } from "./bid";
import type { BidState } from "../shared/vocabulary";

/** The names that a bid form types into. Others, such as its ids and buttons, are no part of a draft. */
const NAME =
  /^(?:currency|zone|transitDays\.(?:min|max)|startDate|validUntil|quoteNumber|exclusions|remarks|charges\[\d{1,3}\]\.\w{1,40}|gates\[\d{1,2}\]\.answer|terms\.\w{1,60}(?:\[\d{1,3}\]\.\w{1,60})?)$/;

/**
 * The most that a draft holds, in bytes of UTF-8: a full form with forty lines, each with its longest note in Chinese, and the longest
 * terms fit twice. Every draft is padded to this size before it is encrypted.
 */
export const BID_DRAFT_BYTES = 64 * 1024;
/** Room for what a draft says beside its fields. */
const COMMERCIAL_TERMS_BYTES = 512;

/** A list of the form beside the price has rows with names of their own; nothing else has brackets there. */
const COMMERCIAL_TERMS = /^\w{1,40}(?:\[\d{1,3}\]\.\w{1,40})?$/;

const isFormName = (name: string): boolean =>
  NAME.test(name) || (COMMERCIAL_TERMS.test(name) && isCommercialTermsName(name));

const bytesOf = (fields: FormValues): number => new TextEncoder().encode(JSON.stringify(fields)).length;

const text = z.string().regex(/^[^\0]*$/u, "control_characters");

/** The fields of a bid form as typed: any text under a name that the form has, together at most `BID_DRAFT_BYTES`. */
export const bidDraftFieldsSchema = z
  .record(z.string().refine(isFormName), z.union([text, z.array(text).max(100)]))
  .refine((fields) => bytesOf(fields) <= BID_DRAFT_BYTES - COMMERCIAL_TERMS_BYTES, "draft_too_large");

/** What of a sent form belongs in a draft: its own fields, without those left empty. */
export const bidDraftFields = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => isFormName(name) && value.length > 0));

/** What a draft holds, to be told with the time of its saving. */
export function draftCounts(fields: FormValues): { readonly lines: number; readonly others: number } {
  const names = Object.keys(fields).filter((name) => name !== "zone");
  const lines = new Set(names.flatMap((name) => /^charges\[\d+\]/.exec(name)?.[0] ?? []));
  return { lines: lines.size, others: names.filter((name) => !name.startsWith("charges[")).length };
}

/** What a provider has typed and not sent: the form's own fields, right or wrong, and the window in which they were typed. */
export type BidDraft = {
  readonly fields: FormValues;
  /** Minted with each drawing of the form: whoever saved last may save again without having heard of it. */
  readonly window: string;
};

/** A draft as its own organisation reads it. */
export type OwnBidDraft = {
  readonly fields: FormValues;
  /** Which save this is; a form sends it back, so that a later one is not overwritten unseen. */
  readonly mark: string;
  readonly savedAt: Instant;
  /** When it is forgotten. */
  readonly keptUntil: Instant;
  /** Whether it may still be written on and sent. */
  readonly isOpen: boolean;
};

/**
 * Days that a draft is kept after the close of its request. No decision comes later than 90 days after the publishing, so until
 * the request has surely ended its author can read what it would have offered, and copy it into a bid on the next one.
 */
export const BID_DRAFT_KEPT_DAYS = 90;

/** When the draft of a request that closes at `closesAt` is forgotten; where the close moves, so does this. */
export const bidDraftKeptUntil = (closesAt: Instant): Instant => later(closesAt, BID_DRAFT_KEPT_DAYS * DAY_MS);

export type DraftRefusal = AudienceRefusal | Refusal<"draft_too_late" | "bid_ended">;

/**
 * May this provider write on a draft of its bid now? Whoever may bid, for as long as bids are taken, also beside a bid that
 * stands: the draft is then a change that is being prepared. Refuses `draft_too_late` after the close, and `bid_ended` beside a
 * bid that was withdrawn or ended otherwise, since neither could be sent.
 */
export function mayDraft(
  request: Request,
  bidder: Bidder,
  bidState: BidState | null,
  now: Instant,
): Result<void, DraftRefusal> {
  if (!acceptsBids(request, now)) return refuse("draft_too_late", { closesAt: request.closesAt });
  const audience = checkAudience(request, bidder);
  if (!audience.ok) return audience;
  const isOver = bidState !== null && bidState !== "submitted" && bidState !== "stale";
  return isOver ? refuse("bid_ended", { state: bidState }) : accept(undefined);
}

/** What a form knows of the draft when it saves: the save that it was drawn from (empty where there was none), and itself. */
export type DraftSeen = { readonly mark: string; readonly window: string };

/**
 * Whether a save may take the place of what is kept: from the window that saved last, or from one that was drawn from that save.
 * Refuses `draft_changed` where another window has saved meanwhile, and `draft_gone` where another has sent or discarded it;
 * what was typed then stays in its form.
 */
export function mayReplace(
  kept: DraftSeen | null,
  seen: DraftSeen,
): Result<void, Refusal<"draft_changed" | "draft_gone">> {
  if (kept === null) return seen.mark === "" ? accept(undefined) : refuse("draft_gone");
  return kept.window === seen.window || kept.mark === seen.mark ? accept(undefined) : refuse("draft_changed");
}

/** The draft that a sent offer was typed into: it has become the bid. Another window's later save has not, and stays. */
export const isWhatWasSent = (kept: DraftSeen, sent: DraftSeen): boolean => mayReplace(kept, sent).ok;
