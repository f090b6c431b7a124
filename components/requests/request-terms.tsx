import { useTranslations } from "next-intl";
import type { Gate, RequestTerms as Terms } from "@/domain/requests/request";
import type { Visibility } from "@/domain/requests/request-choices";
import { Panel } from "@/components/ui/blocks";

type GateListProps = {
  readonly gates: readonly Gate[];
  /** What a bid said to each, by place; left out where only the questions are shown. */
  readonly answerOf?: (gate: number) => string;
};

/** The gates of a request in their order, with the answer that each must have or with the one that a bid gave. */
export function GateList({ gates, answerOf }: GateListProps) {
  const t = useTranslations("requests.terms");
  const wordOf = (answer: string) => (answer === "yes" || answer === "no" ? t(`answer.${answer}`) : answer);
  return (
    <ol className="list-decimal ps-5 text-sm">
      {gates.map(({ question, mustBe }, place) => (
        // Gates are fixed at publication and have no name of their own: they are their place.
        <li key={`gate-${place.toString()}`}>
          {question} <b>{answerOf ? wordOf(answerOf(place)) || t("unanswered") : t(`mustBe.${mustBe ?? "any"}`)}</b>
        </li>
      ))}
    </ol>
  );
}

type RequestTermsProps = {
  readonly terms: Pick<Terms, "criteria" | "gates" | "negotiationRounds">;
  readonly visibility: Visibility;
};

/** What bidders read before they bid: by what bids are ranked, who is first of equals, and what each bid must answer. */
export function RequestTerms({ terms, visibility }: RequestTermsProps) {
  const t = useTranslations("requests.terms");
  const { criteria, gates, negotiationRounds } = terms;
  return (
    <Panel title={t("title")} id="terms" fold="closed">
      <ul className="grid gap-1 text-sm">
        {criteria.map(({ kind, title, weight }, place) => (
          // Criteria are fixed at publication and have no name of their own: they are their place.
          <li key={`criterion-${place.toString()}`}>
            <b>{t("weight", { criterion: kind === "own" ? title : t(`criterion.${kind}`), weight })}</b>{" "}
            <span className="text-ink-2">{t(`how.${kind}`)}</span>
          </li>
        ))}
      </ul>
      <p className="pt-2 text-sm">{t("ties")}</p>
      {visibility === "checked" && <p className="pt-2 text-sm">{t("checkedOnly")}</p>}
      {negotiationRounds > 0 && <p className="pt-2 text-sm">{t("rounds", { count: negotiationRounds })}</p>}
      {gates.length > 0 && (
        <>
          <h3 className="pt-3 font-medium">{t("gates")}</h3>
          <GateList gates={gates} />
        </>
      )}
    </Panel>
  );
}
