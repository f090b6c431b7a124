import type { CodeFinder, OfferedCode } from "@/views/tariff";
import { CandidateText } from "./candidate-text";
import { needsDigits } from "@/domain/tariff/hs-candidate";
import { Sentences } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { Anchor, Button } from "@/components/ui/blocks";

/** Says of a heading that it only leads to the codes below it. */
function NarrowWords({ code }: Pick<OfferedCode, "code">) {
  const t = useTranslations("tariff.picker");
  return needsDigits(code) && <span className="block text-sm">{t("narrow", { code })}</span>;
}

/** What an offered code says in the list under its field. */
export const CandidateOption = ({ candidate }: { readonly candidate: OfferedCode }) => (
  <>
    <b className="tabular-nums">{candidate.code}</b> <CandidateText candidate={candidate} />
    <NarrowWords code={candidate.code} />
  </>
);

/** Candidates as buttons that take them into the line, of a heading that lead to what stands below it; they need no script. */
export function FoundCodes({ found }: { readonly found: NonNullable<CodeFinder["found"]> }) {
  const t = useTranslations("tariff.picker");
  const locale = useLocale();
  const { line, q, candidates } = found;
  const isEmpty = q === "";
  return (
    <div className="mt-2 grid gap-2" role="group" aria-label={t("offered")}>
      {isEmpty && <p className="text-sm">{t("nothingTyped")}</p>}
      {!isEmpty && candidates.length === 0 && <p className="text-sm">{t("none", { q })}</p>}
      {candidates.map((candidate) => (
        <div key={candidate.code} className="flow border-t border-line pt-2">
          <span className="min-w-0 flex-1">
            <b className="tabular-nums">{candidate.code}</b> <CandidateText candidate={candidate} />
          </span>
          <Button
            size="small"
            name="intent"
            value={`${needsDigits(candidate.code) ? "narrow" : "take"}-code:${line}:${candidate.code}`}
          >
            {t(needsDigits(candidate.code) ? "narrow" : "take", { code: candidate.code })}
          </Button>
        </div>
      ))}
      <p className="text-sm text-ink-3">
        <Sentences>
          {t("noAdvice")}
          <Anchor href={`/${locale}/tariff?q=${encodeURIComponent(q)}`} target="_blank">
            {t("searchPage")}
          </Anchor>
        </Sentences>
      </p>
    </div>
  );
}
