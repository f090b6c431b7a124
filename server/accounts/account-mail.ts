import { randomBytes } from "node:crypto";
import { queueMails } from "@/db/repositories/notices";
import { type OneTimeToken, replaceToken } from "@/db/repositories/users";
import { LINK_LIFE_MS } from "@/domain/accounts/one-time-link";
import { later } from "@/domain/shared/time";
import type { CommandContext } from "../platform/command";
import { hashOf } from "../platform/identity/tokens";
import { env } from "../platform/process/env";
import { translator } from "../platform/translate";

type AccountMail = {
  readonly kind: "password_reset" | "email_verification" | "invitation" | "password_changed" | "sign_up_again";
  /** Without the language; it is put before it. */
  readonly path: string;
  readonly values?: Readonly<Record<string, string>>;
};

const BREAKS = /[\p{C}\p{Zl}\p{Zp}]+/gu;
const VALUE_MAX = 150;

const onOneLine = (text: string): string => text.replace(BREAKS, " ").slice(0, VALUE_MAX);

/** A mail about the account itself: plain text, what happened, one link, and what to do where it was somebody else. */
function writeAccountMail(
  reader: { readonly name: string; readonly locale: string },
  { kind, path, values = {} }: AccountMail,
  baseUrl: string = env().baseUrl,
): { subject: string; body: string } {
  const t = translator(reader.locale);
  const words = Object.fromEntries(
    Object.entries({ ...values, reader: reader.name }).map(([name, value]) => [name, onOneLine(value)]),
  );
  const link = `${baseUrl}/${t("mail.locale")}${path}`;
  const parts = [
    t("mail.greeting", words),
    t(`accounts.mail.${kind}.text`, words),
    link,
    t(`accounts.mail.${kind}.end`),
    t("accounts.mail.footer"),
  ];
  return { subject: t(`accounts.mail.${kind}.subject`, words), body: `${parts.join("\n\n")}\n` };
}

type Reader = { readonly id: string; readonly email: string; readonly name: string; readonly locale: string };

const PATHS = { password_reset: "/reset-password", email_verification: "/verify-email" } as const;

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Keeps a link's hash; it works once, and the ones before it no more. */
export async function issueLink(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  link: Pick<OneTimeToken, "userId" | "purpose" | "tokenHash">,
): Promise<void> {
  await replaceToken(tx, { ...link, createdAt: now, expiresAt: later(now, LINK_LIFE_MS[link.purpose]) });
}

/** Makes a link that works once, and leads to `next` in the end where that is said, and queues the mail that brings it. The database keeps the hash; the mail's text goes when it is sent. */
export async function mailLink(
  context: Pick<CommandContext, "tx" | "now" | "newId">,
  reader: Reader,
  purpose: OneTimeToken["purpose"],
  next = "",
): Promise<void> {
  const token = newToken();
  await issueLink(context, { userId: reader.id, purpose, tokenHash: hashOf(token) });
  await queueAccountMail(context, reader, {
    kind: purpose,
    path: `${PATHS[purpose]}?token=${token}${next && `&next=${encodeURIComponent(next)}`}`,
  });
}

/** Queues a mail of this room in the reader's language. */
export async function queueAccountMail(
  { tx, now, newId }: Pick<CommandContext, "tx" | "now" | "newId">,
  reader: Pick<Reader, "email" | "name" | "locale">,
  mail: AccountMail,
): Promise<void> {
  const id = newId();
  await queueMails(tx, [
    {
      id,
      messageId: id,
      to: reader.email,
      locale: reader.locale,
      now,
      ...writeAccountMail(reader, mail),
    },
  ]);
}
