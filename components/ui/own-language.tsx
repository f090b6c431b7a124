import { useLocale } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { runsByLanguage } from "@/domain/shared/script-language";

/** What is a plain text, with the language of each stretch that is not the page's own; anything else as it is. A reader that speaks changes its voice there. */
export function inOwnLanguage(node: ReactNode, pageLanguage: string): ReactNode {
  if (typeof node !== "string") return node;
  const runs = runsByLanguage(node, pageLanguage);
  if (runs.every(({ language }) => language === null)) return node;
  let at = 0;
  return runs.map(({ text, language }) => {
    at += text.length;
    return language === null ? (
      <Fragment key={at}>{text}</Fragment>
    ) : (
      <span key={at} lang={language}>
        {text}
      </span>
    );
  });
}

/** What a member wrote: each stretch in another script says its language. */
export function OwnLanguage({ children }: { readonly children: ReactNode }) {
  return <>{inOwnLanguage(children, useLocale())}</>;
}
