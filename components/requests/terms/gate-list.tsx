import { useTranslations } from "next-intl";
import type { Gate } from "@/domain/requests/terms";

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
