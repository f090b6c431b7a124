import { Sentences } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { Button } from "@/components/ui/actions/button";
import type { CodeFinder } from "@/domain/tariff/hs-candidate";
import { CandidateText } from "../candidate-text";

/** Candidates as buttons that take them into the line; they need no script. */
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
          <Button size="small" name="intent" value={`take-code:${line}:${candidate.code}`}>
            {t("take", { code: candidate.code })}
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
