import { useLocale, useTranslations } from "next-intl";
import type { HsMatch } from "@/domain/tariff/rank-entries";
import { useCountryName } from "@/components/services/country-name";
import type { OfferedCode } from "@/views/tariff";
import { labelIn } from "@/domain/tariff/hs-entry";

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

/** A candidate in two lines: what it is called, in the reader's language where there is a label in it, and why it was found. */
export function CandidateText({ candidate }: { readonly candidate: OfferedCode }) {
  const locale = useLocale();
  const countryName = useCountryName();
  const reasonOf = useMatchReason();
  const label = labelIn(candidate.labels, locale);
  return (
    <>
      <span lang={label?.language}>{label?.text}</span>
      {candidate.country && <span className="text-ink-3"> {countryName(candidate.country)}</span>}
      <span className="block text-sm text-ink-3">{reasonOf(candidate.matches)}</span>
    </>
  );
}
