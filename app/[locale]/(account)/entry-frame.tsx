import { safePath } from "@/domain/accounts/safe-path";
import type { ReactNode } from "react";
import { ClientWords } from "@/app/client-words";
import { LANGUAGES } from "@/app/shell/navigation";
import { AuthFrame } from "@/components/accounts/auth-frame";
import { ForgetPages } from "@/components/field/forget-pages";

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** Where the person wanted to go, if it is a place of ours; empty otherwise. */
export async function nextOf(query: Query): Promise<string> {
  return safePath((await query).next) ?? "";
}

/** `?next=…` to hand on, or nothing. */
export const withNext = (next: string): string => (next ? `?next=${encodeURIComponent(next)}` : "");

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/** The token of a mailed link; null where the address has none that could be one. */
export async function tokenOf(query: Query): Promise<string | null> {
  const { token } = await query;
  return typeof token === "string" && TOKEN.test(token) ? token : null;
}

type EntryFrameProps = {
  /** The page's path without its language, with what must be kept of its query. */
  readonly path: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
};

/** The pages before one is in, with the words that their forms use. */
export function EntryFrame({ path, title, lead, children }: EntryFrameProps) {
  const languages = LANGUAGES.map(({ code, name, prefix }) => ({ code, name, href: `${prefix}${path}` }));
  return (
    <AuthFrame title={title} lead={lead} languages={languages}>
      <ForgetPages />
      <ClientWords rooms={["accounts.field", "accounts.signIn", "accounts.signUp"]}>{children}</ClientWords>
    </AuthFrame>
  );
}
