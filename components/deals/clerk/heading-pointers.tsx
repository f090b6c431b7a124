import { useNameList } from "@/components/ui/page/sentences";
import { useTranslations } from "next-intl";
import { useMatchReason } from "@/components/tariff/use-match-reason";
import type { HeadingCandidate } from "@/domain/deals/clerk/draft/suggestions";

/** Where the tariff's search leads from the goods of a line, with its reasons: where to look, not what to declare. */
export function HeadingPointers({ headings }: { readonly headings: readonly HeadingCandidate[] }) {
  const t = useTranslations("clerk.heading");
  const nameList = useNameList();
  const reasonOf = useMatchReason();
  if (headings.length === 0) return null;
  return (
    <span className="block">
      {t("pointers")}
      {headings.map(({ code, words, matches }) => (
        <span key={code} className="block break-words">
          {matches ? t("because", { code, reason: reasonOf(matches) }) : t("one", { code, words: nameList(words) })}
        </span>
      ))}
    </span>
  );
}
