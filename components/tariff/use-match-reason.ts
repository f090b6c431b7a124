import { useTranslations } from "next-intl";
import type { HsMatch } from "@/domain/tariff/rank-entries";

/** Says why a candidate was found: which words stand where. */
export function useMatchReason(): (matches: readonly HsMatch[]) => string {
  const t = useTranslations("tariff.reason");
  const one = ({ place, words, text }: HsMatch): string => {
    const said = words.join(" ");
    if (place !== "code") return t(place, { words: said, text });
    return t(text.startsWith(said) ? "codeBegins" : "codeAbove", { words: said });
  };
  return (matches) => matches.map(one).join(t("between"));
}
