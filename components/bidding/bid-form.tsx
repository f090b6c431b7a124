"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useRef, useState } from "react";
import { AmendmentsSince } from "@/components/requests/amendment-changes";
import { ActionBar } from "@/components/ui/form/form-actions";
import { Button } from "@/components/ui/button";
import { FormProblems } from "@/components/ui/form/form-problems";
import type { Option } from "@/components/ui/form/select";
import { Panel } from "@/components/ui/panel";
import type { BidFormState } from "@/domain/bidding/bid-form";
import { chargeRows, EMPTY_ROW } from "@/domain/bidding/offer/charge-rows";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import type { Gate } from "@/domain/requests/terms";
import type { LocalPart } from "@/domain/services/kind";
import type { Service } from "@/domain/shared/service";
import { BidCheckView } from "./bid-check-view";
import { DRAFT_FIELD, bidProblemId, useBidFieldLabel } from "./bid-fields";
import { BidOptions } from "./bid-options";
import { BidProgress, DraftConflict, KeepFields } from "./bid-form-parts";
import { ChargeRows } from "./charge-rows";
import { useBidDraft, useLiveTotal } from "./bid-form-state";

export type BidFormProps = {
  readonly action: (state: BidFormState | null, data: FormData) => Promise<BidFormState | null>;
  readonly requestId: string;
  /** The bid that is changed, with the version that the form shows. */
  readonly bid: { readonly id: string; readonly version: number } | null;
  /** The amendment of the request that stands on the page around the form. */
  readonly amendment: number;
  readonly service: Service;
  /** What was asked for, as the kind's schema reads it; null where the bidder is not told. */
  readonly spec: unknown;
  readonly initial: FormValues;
  /** Full names of the fields of the service's terms. */
  readonly termsNames: readonly string[];
  /** What every bid on the request must answer. */
  readonly gates: readonly Gate[];
  /** What the request leaves to choose from in terms of its service. */
  readonly termChoices: Readonly<Record<string, readonly string[]>>;
  readonly codes: readonly Option[];
  readonly bases: readonly Option[];
  readonly currencies: readonly Option[];
  readonly zone: string;
  readonly zoneName: string;
  /** Parts that the bidder cannot do itself: the bid names who does. */
  readonly partsToName: readonly LocalPart[];
  readonly isSealed: boolean;
  readonly idempotencyKey: string;
  /** Which save of the draft the form shows, empty where there is none, the name of this drawing of it, and its page. */
  readonly draft: { readonly mark: string; readonly window: string; readonly href: string };
  /** What is to be said of the draft, above the form. */
  readonly status: ReactNode;
};

const withoutDraft = ({ [DRAFT_FIELD]: _, ...errors }: BidFormState["fieldErrors"]) => errors;

/** Two steps: the offer is written and checked, then sent with its amount in the button. What is typed is kept as a draft. Works without a script. */
export function BidForm(props: BidFormProps) {
  const t = useTranslations("bidding.form");
  const [state, submit, isSending] = useActionState(props.action, null);
  // The page around the form may be drawn anew while somebody types: what was read when typing began stays what was read.
  const [opened] = useState(props.amendment);
  const form = useRef<HTMLFormElement>(null);
  const live = useLiveTotal(props.action);
  const kept = useBidDraft({ form, action: props.action, state, failedWords: t("draftNotSaved") });
  const conflict = kept.conflict || state?.fieldErrors[DRAFT_FIELD];
  const problems = state && { ...state, fieldErrors: withoutDraft(state.fieldErrors) };
  // Sent without a script, the page is drawn from a later save than the one that was typed upon.
  const mark = state ? valueOf(state.values, "draftMark") : props.draft.mark;
  const labelOf = useBidFieldLabel(props.service);
  const values = state?.values ?? props.initial;
  const errors = state?.fieldErrors ?? {};
  const rows = chargeRows(values);
  const check = state?.check;
  const since = state?.since ?? [];
  const seen = since.at(-1)?.number ?? (valueOf(state?.values, "amendment") || opened);
  return (
    <Panel title={t(props.bid ? "reviseTitle" : "title")} id="bid" isFlush>
      {props.status}
      <form
        key={state?.key}
        ref={form}
        action={submit}
        onInput={(event) => live.onInput(event.currentTarget)}
        noValidate
      >
        <FormProblems state={problems} fieldId={bidProblemId} labelOf={labelOf} />
        {since.length > 0 && (
          <div className="stack p-4">
            <AmendmentsSince since={since} />
          </div>
        )}
        <input type="hidden" name="requestId" value={props.requestId} />
        {props.bid && <input type="hidden" name="bidId" value={props.bid.id} />}
        {props.bid && <input type="hidden" name="ifVersion" value={props.bid.version} />}
        <input type="hidden" name="amendment" value={seen} />
        <input type="hidden" name="service" value={props.service} />
        <input type="hidden" name="zone" value={valueOf(state?.values, "zone") || props.zone} />
        <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
        <input type="hidden" name="draftMark" value={mark} />
        <input type="hidden" name="draftWindow" value={valueOf(state?.values, "draftWindow") || props.draft.window} />
        {check ? (
          <BidCheckView
            check={check}
            values={values}
            service={props.service}
            spec={props.spec}
            isSealed={props.isSealed}
            isSending={isSending}
          />
        ) : (
          <>
            {/* Enter in a field checks; it never takes away a line. */}
            <button type="submit" name="intent" value="check" className="sr-only" tabIndex={-1} aria-hidden="true" />
            <BidProgress terms={props.termsNames} gates={props.gates.length} values={values} errors={errors} />
            <ChargeRows {...props} rows={rows.length > 0 ? rows : [EMPTY_ROW]} errors={errors} values={values} />
            <BidOptions {...props} values={values} errors={errors} />
            <KeepFields values={values} errors={errors} />
            {conflict && (
              <DraftConflict words={conflict} keptHref={`${props.draft.href}?draft=${props.draft.window}#bid`} />
            )}
            {/* On a phone the bar has no room for it. */}
            <output className="block px-4 text-sm text-ink-3 lg:sr-only">{kept.said}</output>
            <ActionBar
              label={t(live.total === "" ? "twoSteps" : "soFar")}
              sum={live.total === "" ? t("checkFirst") : live.total}
              consequence={kept.said === "" ? t("checkConsequence") : <span aria-hidden="true">{kept.said}</span>}
            >
              <Button name="intent" value="save-draft" formNoValidate disabled={isSending}>
                {t("saveDraft")}
              </Button>
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
