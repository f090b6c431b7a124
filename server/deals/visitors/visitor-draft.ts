import { createHmac } from "node:crypto";
import { z } from "zod";
import { draftFieldsSchema, lettersOf } from "@/domain/deals/posting/draft-fields";
import { DAY_MS } from "@/domain/shared/time";
import { secretKey } from "../../platform/process/secrets";

/** A draft is kept so long after it was saved last. */
export const VISITOR_DRAFT_LIFE_MS = 14 * DAY_MS;

/** Drafts of one address that are kept at a time: one office is many people. */
export const VISITOR_DRAFTS_MAX = 50;

// Thirty lines of cargo, every field of them filled.
const VISITOR_LETTERS_MAX = 40_000;

/** What a page sends of a link: the hash of its token. The token itself is in no input, so no answer that is kept has it. */
export const tokenHashField = z.string().length(43);

/** The fields of a posting that somebody types who has no account: as of any draft, and fewer letters. */
export const visitorFieldsSchema = draftFieldsSchema.refine(
  (fields) => lettersOf(fields) <= VISITOR_LETTERS_MAX,
  "draft_too_large",
);

/** What is kept of the address that a draft was begun from: enough to count by, and no address. */
export const addressHashOf = (ip: string | null): string =>
  createHmac("sha256", secretKey("kouan-hash-key"))
    .update(`visitor draft|${ip ?? "unknown"}`)
    .digest("base64url");

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Whether this may be the token of a link at all. */
export const isVisitorToken = (token: string): boolean => TOKEN.test(token);
