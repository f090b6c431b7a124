"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { SaveWords, TypedBefore } from "@/components/deals/save-words";
import { useDraftAutosave, useSentLate, useTypedBefore } from "@/components/deals/use-draft-autosave";
import { Button } from "@/components/ui/blocks";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FormProblems } from "@/components/ui/form/form-actions";
import type { DraftSuggestions } from "@/domain/deals/clerk/suggestions";
import type { ChosenWay, PostingOptions, ShownWay } from "@/views/postings";
import type { FormAction, FormValues } from "@/domain/shared/form-state";
import type { CodeFinder } from "@/views/tariff";
import { type AlsoAt, BiddingSection } from "./bidding-section";
import { CargoSection } from "./cargo-section";
import { useFieldLabel } from "./posting-fields";
import { RouteSection } from "./route-section";
import { ServicesSection, type WordsOfKind } from "./services-section";
import { useLocale } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { numberFormat } from "@/components/ui/format";
import { VolumeText, WeightText } from "@/components/ui/figures";
import { typedTotals } from "@/domain/deals/posting/measures";

type TypedTotalsLiveProps = { readonly form: RefObject<HTMLFormElement | null>; readonly values: FormValues };

const cargoOf = (form: HTMLFormElement): FormValues =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      name.startsWith("cargo") && typeof value === "string" ? [[name, value]] : [],
    ),
  );

/** Weight, volume and density of the typed lines, kept up while typing; without a script as of the last save. */
function TypedTotalsLive({ form, values }: TypedTotalsLiveProps) {
  const t = useTranslations("deals.form.totals");
  const locale = useLocale();
  const [totals, setTotals] = useState(() => typedTotals(values));
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const onInput = () => setTotals(typedTotals(cargoOf(element)));
    element.addEventListener("input", onInput);
    return () => element.removeEventListener("input", onInput);
  }, [form]);
  const number = (value: number) => numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return (
    <output className="flow gap-y-0 text-sm text-ink-2">
      <span>{t("packages", { count: totals.packages })}</span>
      <WeightText grams={totals.grossWeightGrams} />
      <VolumeText cm3={totals.volumeCm3} />
      {totals.kgPerCbm !== null && <span>{t("density", { value: number(totals.kgPerCbm) })}</span>}
    </output>
  );
}

export type PostingFormProps = {
  readonly action: FormAction;
  readonly draftId: string;
  /** Where the draft is opened again. */
  readonly draftHref: string;
  /** Whose drafts this browser keeps apart from those of others. */
  readonly owner: string;
  /** Of the kept draft; 0 for one that was never saved. */
  readonly version: number;
  readonly values: FormValues;
  /** Worded, by field; filled once the form was checked. */
  readonly errors: Readonly<Record<string, string>>;
  readonly suggested: DraftSuggestions | null;
  readonly options: PostingOptions;
  readonly areProvidersShown: boolean;
  readonly ways: readonly ShownWay[] | null;
  readonly chosen: ChosenWay | null;
  readonly codes: CodeFinder;
  readonly WordsOfKind: WordsOfKind;
  /** The short name of the zone that clock times are typed in. */
  readonly zoneName: string;
  readonly minOpen: string;
  /** The kept times on the clock at the other end of the way. */
  readonly alsoAt: AlsoAt;
};

/** Their problems cannot be shown beside them: what is hidden or ticked is wrong in no form of ours. */
const UNSHOWN = /^(?:draftId|zone|intent|mayCloseEarly|twoPersonOpening|services\.inspection\.standard)$|\]$/;

const problemId = (name: string) => (UNSHOWN.test(name) ? null : name);

/**
 * The whole posting on one page. Every button saves the draft and comes back with it, so that the form works and loses
 * nothing without a script; with one it also saves by itself and adds up while typing.
 */
export function PostingForm(props: PostingFormProps) {
  const t = useTranslations("deals.form");
  const form = useRef<HTMLFormElement>(null);
  const [state, submit, isSending] = useActionState(props.action, null);
  const { action, owner, draftId, version, draftHref } = props;
  const before = useTypedBefore({ form, owner, draftId, version });
  const drawing = state?.key ?? before.drawing;
  const { told, isUnsaved } = useDraftAutosave({ form, action, owner, draftId, version, drawing });
  const sentLate = useSentLate({ owner, draftId, action, isNew: version === 0 });
  const values = state && Object.keys(state.values).length > 0 ? state.values : (before.values ?? props.values);
  const typed = { values, errors: state ? state.fieldErrors : props.errors, suggested: props.suggested };
  // One button takes all suggestions that are left, and leads on.
  const isOpen = Object.keys(props.suggested?.suggestions ?? {}).length > 0;
  const labelOf = useFieldLabel();
  const errors = Object.entries(props.errors).map(([name, message]) => ({
    fieldId: name,
    message: t("problem", { field: labelOf(name), problem: message }),
  }));
  return (
    <form key={drawing} ref={form} action={submit} className="form-stack posting" noValidate>
      {/* Enter in a field presses the first button of a form: it must be one that only saves. */}
      <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="draftId" value={props.draftId} />
      <input type="hidden" name="zone" value={typeof values.zone === "string" ? values.zone : ""} />
      <FormProblems state={state} fieldId={problemId} labelOf={labelOf} />
      {!state && errors.length > 0 && <ErrorSummary errors={errors} />}
      <TypedBefore isOffered={before.offered !== null} settle={before.settle} sentLate={sentLate} />
      <div id="section-route">
        <RouteSection {...typed} options={props.options} ways={props.ways} chosen={props.chosen} />
      </div>
      <div id="section-cargo">
        <CargoSection {...typed} codes={props.codes} />
      </div>
      <div id="section-services">
        <ServicesSection
          {...typed}
          zone={props.zoneName}
          hubs={props.options.hubs}
          places={props.options.places}
          book={props.options.book}
          WordsOfKind={props.WordsOfKind}
        />
      </div>
      <div id="section-bidding">
        <BiddingSection
          {...typed}
          providers={props.options.providers}
          areProvidersShown={props.areProvidersShown}
          zone={props.zoneName}
          minOpen={props.minOpen}
          alsoAt={props.alsoAt}
        />
      </div>
      {isOpen && (
        <div className="-my-2 text-right">
          <Button variant="quiet" size="small" name="intent" value="check" disabled={isSending}>
            {t("checkAsIs")}
          </Button>
        </div>
      )}
      <div className="action-bar">
        <div className="min-w-0 max-desk:w-40">
          <TypedTotalsLive form={form} values={values} />
          <SaveWords told={told} isUnsaved={isUnsaved} draftHref={draftHref} />
        </div>
        <div className="action-bar-do shrink-[20]">
          <Button name="intent" value="save" disabled={isSending}>
            {t("save")}
          </Button>
          <Button variant="primary" name="intent" value={isOpen ? "all-right" : "check"} disabled={isSending}>
            {t(isOpen ? "allRight" : "check")}
          </Button>
        </div>
      </div>
    </form>
  );
}
