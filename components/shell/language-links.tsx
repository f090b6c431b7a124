"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { Icon } from "../ui/icons/icon";
import type { Language } from "./language-switch";
import { sameViewIn } from "./same-view-in";

type LanguageLinksProps = { readonly languages: readonly Language[]; readonly here: Language };

/** The same page and query in every language; a layout does not know its address, so this asks for it. */
export function LanguageLinks({ languages, here }: LanguageLinksProps) {
  const path = usePathname() ?? "";
  const query = useSearchParams()?.toString() ?? "";
  return languages.map((language) => (
    <a
      key={language.code}
      className="menu-item"
      href={sameViewIn(language.prefix, { path, query, prefix: here.prefix })}
      hrefLang={language.code}
      lang={language.code}
      aria-current={language.code === here.code ? "true" : undefined}
    >
      {language.name}
      {language.code === here.code && (
        <span className="menu-tick">
          <Icon name="check" />
        </span>
      )}
    </a>
  ));
}
