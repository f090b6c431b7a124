"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ActionBar } from "@/components/ui/actions/action-bar";
import { Button } from "@/components/ui/actions/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import type { Option } from "@/components/ui/form/select";
import { Panel } from "@/components/ui/page/panel";
import type { BidFormState } from "@/domain/bidding/bid-form";
import { chargeRows, EMPTY_ROW } from "@/domain/bidding/charge-rows";
import type { FormValues } from "@/domain/shared/form-state";
import type { Service } from "@/domain/services/service";
import { BidCheckView } from "./bid-check-view";
import { bidProblemId } from "./bid-field-id";
import { BidOptions } from "./bid-options";
import { ChargeRows } from "./charge-rows";
import { useBidFieldLabel } from "./use-bid-field-label";
import { useLiveTotal } from "./use-live-total";

export type BidFormProps = {
  readonly action: (state: BidFormState | null, data: FormData) => Promise<BidFormState | null>;
  readonly requestId: string;
  /** The bid that is changed, with the version that the form shows. */
  readonly bid: { readonly id: string; readonly version: number } | null;
  readonly service: Service;
  readonly initial: FormValues;
  readonly codes: readonly Option[];
  readonly bases: readonly Option[];
  readonly currencies: readonly Option[];
  readonly zone: string;
  readonly zoneName: string;
  readonly isSealed: boolean;
  readonly idempotencyKey: string;
};

/** Two steps: the offer is written and checked, then sent with its amount in the button. Works without a script. */
export function BidForm(props: BidFormProps) {
  const t = useTranslations("bidding.form");
  const [state, submit, isSending] = useActionState(props.action, null);
  const live = useLiveTotal(props.action);
  const labelOf = useBidFieldLabel(props.service);
  const values = state?.values ?? props.initial;
  const errors = state?.fieldErrors ?? {};
  const rows = chargeRows(values);
  const check = state?.check;
  return (
    <Panel title={t(props.bid ? "reviseTitle" : "title")} id="bid" isFlush>
      <form key={state?.key} action={submit} onInput={(event) => live.onInput(event.currentTarget)} noValidate>
        <FormProblems state={state} fieldId={bidProblemId} labelOf={labelOf} />
        <input type="hidden" name="requestId" value={props.requestId} />
        {props.bid && <input type="hidden" name="bidId" value={props.bid.id} />}
        {props.bid && <input type="hidden" name="ifVersion" value={props.bid.version} />}
        <input type="hidden" name="service" value={props.service} />
        <input type="hidden" name="zone" value={props.zone} />
        <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
        {check ? (
          <BidCheckView check={check} values={values} isSealed={props.isSealed} isSending={isSending} />
        ) : (
          <>
            {/* Enter in a field checks; it never takes away a line. */}
            <button type="submit" name="intent" value="check" className="sr-only" tabIndex={-1} aria-hidden="true" />
            <ChargeRows {...props} rows={rows.length > 0 ? rows : [EMPTY_ROW]} errors={errors} values={values} />
            <BidOptions {...props} values={values} errors={errors} />
            <ActionBar
              label={t(live.total === "" ? "twoSteps" : "soFar")}
              sum={live.total === "" ? t("checkFirst") : live.total}
              consequence={t("checkConsequence")}
            >
              <Button variant="primary" name="intent" value="check" iconAfter="arrow-right" disabled={isSending}>
                {t("check")}
              </Button>
            </ActionBar>
          </>
        )}
      </form>
    </Panel>
  );
}
