import type { Role } from "../../access/role";
import type { Audience, Facts, Hearing, NoticeKind } from "../hearing";

export const BUYING: readonly Role[] = ["owner", "manager", "operations"];
export const QUOTING: readonly Role[] = ["owner", "manager", "quoter"];
export const FULFILLING: readonly Role[] = ["owner", "manager", "operations"];

type Sentence = {
  readonly to: Audience;
  readonly roles: readonly Role[];
  readonly kind: NoticeKind;
  readonly facts?: Facts;
};
export type Told = { readonly body: Facts; readonly facts: Facts; readonly href: string };

/** A sentence in the inbox. */
export const inbox =
  ({ body, facts, href }: Told) =>
  ({ to, roles, kind, facts: more }: Sentence): Hearing => ({
    to,
    body,
    notice: { kind, roles, href, facts: { ...facts, ...more }, isMailed: false },
  });

/** A sentence in the inbox and by mail: somebody has to act, or has waited for it. */
export const mail =
  (told: Told) =>
  (sentence: Sentence): Hearing => {
    const hearing = inbox(told)(sentence);
    return { ...hearing, notice: hearing.notice && { ...hearing.notice, isMailed: true } };
  };

/** API clients hear it; people need not. */
export const client = (to: Audience, { body }: Told): Hearing => ({ to, body, notice: null });

/** A time that is read in mail and inbox, where no reader's zone is known yet: "2026-11-27 10:00 UTC". `noticeValues` reads it back. */
export const minuteInUtc = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
