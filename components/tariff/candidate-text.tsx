import { useLocale } from "next-intl";
import { useCountryName } from "@/components/services/words/country-name";
import type { HsCandidate } from "@/domain/tariff/hs-candidate";
import { labelIn } from "@/domain/tariff/hs-entry";
import { useMatchReason } from "./use-match-reason";

/** A candidate in two lines: what it is called, in the reader's language where there is a label in it, and why it was found. */
export function CandidateText({ candidate }: { readonly candidate: HsCandidate }) {
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
