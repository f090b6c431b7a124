"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { ActionBar, FormProblems } from "@/components/ui/form/form-actions";
import { Button } from "@/components/ui/blocks";
import type { FormState } from "@/domain/shared/form-state";
import {
  type AwardReview,
  ChoiceReasons,
  KeptReasons,
  LossReasons,
  ReachedPackages,
  lossFieldId,
} from "./award-review";
import { CompareMatrix, CompareStacks } from "./compare-matrix";
import { type CompareWords, chosenCells, sumWords } from "./comparison-view";

export type AwardFormState = FormState & {
  readonly review?: AwardReview;
};

type CompareFormProps = {
  readonly action: (state: AwardFormState | null, data: FormData) => Promise<AwardFormState | null>;
  readonly words: CompareWords;
  readonly idempotencyKey: string;
};

/** Choose one bid a service; the choice is summed while choosing, checked, and awarded with the sum in the button. */
export function CompareForm({ action, words, idempotencyKey }: CompareFormProps) {
  const t = useTranslations("award.form");
  const [state, submit, isSending] = useActionState(action, null);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const choose = (requestId: string, bidId: string) => setChosen({ ...chosen, [requestId]: bidId });
  const review = state?.review;
  // After the award, and before anything is opened, there is nothing to choose.
  const isOpen = words.services.some(({ cells: offered }) => offered.some(({ isChoosable }) => isChoosable));
  const cells = chosenCells(words, chosen);
  const sum = cells.length > 0 ? sumWords(words, cells, "contractMinor") : null;
  return (
    <form action={submit} key={review ? state?.key : "choosing"}>
      <FormProblems state={state} fieldId={lossFieldId} />
      <input type="hidden" name="dealId" value={words.dealId} />
      <input type="hidden" name="currency" value={words.currency} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {review ? (
        <>
          {review.choiceIds.map((choiceId) => (
            <input key={choiceId} type="hidden" name="bids" value={choiceId} />
          ))}
          <ul className="panel p-4">
            {review.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <ChoiceReasons unranked={review.unranked} state={state} />
          <LossReasons losers={review.losers} state={state} />
          <ActionBar
            label={t("review")}
            sum={review.sum}
            consequence={t("consequence", { count: review.choiceIds.length })}
          >
            <Button name="intent" value="edit" variant="quiet">
              {t("change")}
            </Button>
            <Button variant="primary" name="intent" value="award" disabled={isSending}>
              {t("award", { count: review.choiceIds.length, sum: review.sum })}
            </Button>
          </ActionBar>
        </>
      ) : (
        <>
          <KeptReasons state={state} />
          <CompareMatrix words={words} chosen={chosen} choose={choose} />
          <CompareStacks words={words} chosen={chosen} choose={choose} />
          <ReachedPackages words={words} cells={cells} />
          {isOpen && (
            <ActionBar
              label={t("choice")}
              sum={sum ?? t(cells.length > 0 ? "noSum" : "nothingYet")}
              consequence={t("checkConsequence")}
            >
              <Button variant="primary" name="intent" value="check" iconAfter="arrow-right" disabled={isSending}>
                {t("check")}
              </Button>
            </ActionBar>
          )}
        </>
      )}
    </form>
  );
}
