import { env } from "../../platform/process/env";
import { translator } from "../../platform/words/translate";

export type AccountMail = {
  readonly kind: "password_reset" | "email_verification" | "invitation" | "password_changed" | "sign_up_again";
  /** Without the language; it is put before it. */
  readonly path: string;
  readonly values?: Readonly<Record<string, string>>;
};

const BREAKS = /[\p{C}\p{Zl}\p{Zp}]+/gu;
const VALUE_MAX = 150;

const onOneLine = (text: string): string => text.replace(BREAKS, " ").slice(0, VALUE_MAX);

/** A mail about the account itself: plain text, what happened, one link, and what to do where it was somebody else. */
export function writeAccountMail(
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
