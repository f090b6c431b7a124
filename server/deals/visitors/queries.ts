import "server-only";
import type { Reader } from "@/db/database";
import { findToken } from "@/db/repositories/users";
import { findDraftOfUser, findVisitorDraft, type VisitorDraft } from "@/db/repositories/visitor-drafts";
import { openLink } from "@/domain/accounts/one-time-link";
import type { Instant } from "@/domain/shared/time";
import { hashOf } from "../../platform/identity/tokens";
import { isVisitorToken } from "./visitor-draft";

/** The draft behind a link, to whoever holds it; null where it opens nothing. */
export async function visitorDraft(read: Reader, token: string, now: Instant): Promise<VisitorDraft | null> {
  if (!isVisitorToken(token)) return null;
  return (await findVisitorDraft(read, { tokenHash: hashOf(token), now })) ?? null;
}

/** The title of the draft that a mailed link publishes; null where it confirms an address alone. */
export async function titleBehindLink(read: Reader, mailed: string, now: Instant): Promise<string | null> {
  const link = openLink(await findToken(read, hashOf(mailed)), "email_verification", now);
  const draft = link.ok ? await findDraftOfUser(read, { userId: link.value.userId, now }) : undefined;
  return draft?.title ?? null;
}
