import type { ReactNode } from "react";
import { ClientWords } from "@/app/client-words";
import { LANGUAGES } from "@/app/shell/languages";
import { AuthFrame } from "@/components/accounts/entry/auth-frame";
import { ForgetPages } from "@/components/field/outbox/forget-pages";

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
      <ClientWords rooms={["accounts"]}>{children}</ClientWords>
    </AuthFrame>
  );
}
