"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button, ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { type ReactNode, useActionState, useRef, useState } from "react";
import { FormProgress } from "@/components/ui/form/form-progress";
import { useTypedValues } from "@/components/ui/form/typed-values";
import { bidProgress, type BidProgressAsked } from "@/domain/bidding/bid-progress";
import { type FormValues, valueOf } from "@/domain/shared/form-state";
import { bidFieldId, bidPartId, bidProblemId, DRAFT_FIELD, useBidFieldLabel } from "./bid-fields";
import { Field, type Option, TextInput } from "@/components/ui/form/inputs";
import { Fold, LateFolds } from "@/components/ui/form/fold";
import { BID_TEMPLATE_NAME_MAX, TEMPLATE_NAME_FIELD } from "@/domain/bidding/bid-form-limits";
import { chargeRows, EMPTY_ROW } from "@/domain/bidding/offer/charge-rows";
import { BidOptions } from "./bid-options";
import { ChargeRows } from "./charge-rows";
import { ActionBar, FormProblems } from "@/components/ui/form/form-actions";
import type { BidFormState } from "@/domain/bidding/bid-form";
import type { Gate } from "@/domain/requests/request";
import type { LocalPart } from "@/domain/services/kind";
import type { Service } from "@/domain/shared/vocabulary";
import type { AmendmentsSinceProps } from "@/components/requests/amendment-changes";
import type { BidCheckViewProps } from "./bid-check-view";
import { useBidDraft, useLiveTotal } from "./bid-form-state";

// The second step reads terms by their schemas, whose script a form that is still being typed does without.
const CheckView = dynamic<BidCheckViewProps>(() => import("./bid-check-view").then((parts) => parts.BidCheckView));
// Few requests are changed while somebody writes a bid.
const AmendmentsSince = dynamic<AmendmentsSinceProps>(() =>
  import("@/components/requests/amendment-changes").then((parts) => parts.AmendmentsSince),
);

type DraftConflictProps = {
  readonly words: string;
  /** Where the form is drawn from what is kept. */
  readonly keptHref: string;
};

/** Another window has saved, sent or discarded the draft: says so and asks whose text is to stay. Nothing is lost until then. */
export function DraftConflict({ words, keptHref }: DraftConflictProps) {
  const t = useTranslations("bidding.draft");
  return (
    <div className="p-4" id="draft-conflict">
      <Note tone="warn" isLive>
        <p>{words}</p>
        <p className="flow pt-2">
          <Button size="small" name="intent" value="save-draft-over" formNoValidate>
            {t("keepThis")}
          </Button>
          <ButtonLink size="small" variant="quiet" href={keptHref}>
            {t("readOther")}
          </ButtonLink>
        </p>
      </Note>
    </div>
  );
}

type BidProgressProps = BidProgressAsked & { readonly values: FormValues };

/** The parts of the bid with what each lacks, kept up while typing; without a script as of the last answer. */
export function BidProgress({ values, ...asked }: BidProgressProps) {
  const t = useTranslations("bidding.form");
  const place = useRef<HTMLDivElement>(null);
  const typed = useTypedValues(place, values);
  const titles = {
    lines: t("lines"),
    days: t("part.days"),
    terms: t("part.terms"),
    gates: t("part.gates"),
    rest: t("part.rest"),
  };
  return (
    <div ref={place}>
      <FormProgress
        parts={bidProgress(typed, asked).map((part) => ({
          ...part,
          key: part.part,
          title: titles[part.part],
          href: `#${bidPartId(part.part)}`,
        }))}
      />
    </div>
  );
}

type KeepFieldsProps = { readonly values: FormValues; readonly errors: Readonly<Record<string, string>> };

/** Under the bid form: what is typed is kept under a name, right or wrong. */
export function KeepFields({ values, errors }: KeepFieldsProps) {
  const t = useTranslations("bidding.template");
  return (
    <div className="px-4 pb-2">
      <Fold title={t("keepTitle")} names={[TEMPLATE_NAME_FIELD]} values={values} errors={errors}>
        <div className="form-grid">
          <Field
            id={bidFieldId(TEMPLATE_NAME_FIELD)}
            className="span-8"
            label={t("keepName")}
            help={t("keepHelp")}
            error={errors[TEMPLATE_NAME_FIELD]}
          >
            {(wired) => (
              <TextInput
                {...wired}
                name={TEMPLATE_NAME_FIELD}
                maxLength={BID_TEMPLATE_NAME_MAX}
                defaultValue={valueOf(values, TEMPLATE_NAME_FIELD)}
              />
            )}
          </Field>
          <div className="span-4 self-end">
            <Button name="intent" value="keep-template" formNoValidate>
              {t("keep")}
            </Button>
          </div>
        </div>
      </Fold>
    </div>
  );
}

export type DraftViewProps = Pick<
  BidFormProps,
  | "service"
  | "gates"
  | "termChoices"
  | "initial"
  | "codes"
  | "bases"
  | "currencies"
  | "zoneName"
  | "partsToName"
  | "hoursAlone"
  | "status"
>;

/**
 * A draft that can no longer be sent: its fields as they were typed, in no form, so that everything can be read, marked and copied and
 * nothing be sent.
 */
export function DraftView(props: DraftViewProps) {
  const t = useTranslations("bidding.draft");
  const rows = chargeRows(props.initial);
  const shown = { ...props, values: props.initial, errors: {} };
  return (
    <Panel title={t("title")} id="bid" isFlush>
      {props.status}
      <div className="px-4 pb-4">
        <Note>{t("readOnly")}</Note>
      </div>
      <div className="bid-read">
        <ChargeRows {...shown} rows={rows.length > 0 ? rows : [EMPTY_ROW]} />
        <BidOptions {...shown} />
      </div>
    </Panel>
  );
}

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
  /** By basis, how much of it the request is for, in words. */
  readonly quantities: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly zoneName: string;
  /** Parts that the bidder cannot do itself: the bid names who does. */
  readonly partsToName: readonly LocalPart[];
  /** The field of the terms whose hours may stand in place of the days; undefined where days alone count. */
  readonly hoursAlone: string | undefined;
  readonly isSealed: boolean;
  readonly idempotencyKey: string;
  /** Which save of the draft the form shows, empty where there is none, the name of this drawing of it, and its page. */
  readonly draft: { readonly mark: string; readonly window: string; readonly href: string };
  /** What is to be said of the draft, above the form. */
  readonly status: ReactNode;
};

/** In a fold without a script: the form comes back with all that was typed, and all drawn. */
function ShowFolded() {
  const t = useTranslations("bidding.form");
  return (
    <Button name="intent" value="edit" formNoValidate>
      {t("showFolded")}
    </Button>
  );
}

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
  const { hoursAlone } = props;
  const since = state?.since ?? [];
  // A phone folds the form of who has bid already, until something is typed in it.
  const isBegun = state !== null || props.draft.mark !== "";
  const seen = since.at(-1)?.number ?? (valueOf(state?.values, "amendment") || opened);
  return (
    <Panel
      title={t(props.bid ? "reviseTitle" : "title")}
      id="bid"
      isFlush
      fold={props.bid === null ? undefined : isBegun ? "open" : "closed"}
    >
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
          <CheckView
            check={check}
            values={values}
            service={props.service}
            spec={props.spec}
            isSealed={props.isSealed}
            isSending={isSending}
          />
        ) : (
          <LateFolds value={state === null ? <ShowFolded /> : null}>
            {/* Enter in a field checks; it never takes away a line. */}
            <button type="submit" name="intent" value="check" className="sr-only" tabIndex={-1} aria-hidden="true" />
            <BidProgress
              terms={props.termsNames}
              hoursAlone={hoursAlone && `terms.${hoursAlone}`}
              gates={props.gates.length}
              values={values}
              errors={errors}
            />
            <ChargeRows
              {...props}
              rows={rows.length > 0 ? rows : [EMPTY_ROW]}
              errors={errors}
              values={values}
              amounts={live.amounts}
            />
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
          </LateFolds>
        )}
      </form>
    </Panel>
  );
}
