import { useTranslations } from "next-intl";
import type { HeadingCandidate } from "@/domain/clerk/draft/suggestions";

/** Headings that the words of a line point to, with those words: where to look, not what to declare. */
export function HeadingPointers({ headings }: { readonly headings: readonly HeadingCandidate[] }) {
  const t = useTranslations("clerk.heading");
  if (headings.length === 0) return null;
  const found = headings.map(({ code, words }) => t("one", { code, words: words.slice(0, 3).join(", ") }));
  return <span className="block">{t("pointers", { found: found.join("; ") })}</span>;
}
