import { useTranslations } from "next-intl";
import { Field, Select, TextInput } from "@/components/ui/form/inputs";
import { choiceField, isChoiceField, isLossField, lossFields } from "@/domain/award/reason-names";
import { REASON_MAX, STATED_LOSS_CODES } from "@/domain/requests/reasons";
import { type FormState, valueOf } from "@/domain/shared/form-state";
import type { ChosenCell, CompareWords } from "./comparison-view";

/** What would be awarded, worded with its exact sum, and who would lose by it: there once the choice was checked. */
export type AwardReview = {
  readonly sum: string;
  readonly lines: readonly string[];
  readonly choiceIds: readonly string[];
  /** Of what was chosen those that are not first by the published criteria: each needs a reason. */
  readonly unranked: readonly { readonly bidId: string; readonly line: string }[];
  readonly losers: readonly { readonly bidId: string; readonly line: string }[];
};

export const lossFieldId = (name: string): string | null =>
  isLossField(name) || isChoiceField(name) ? `award-${name}` : null;

type ChoiceReasonsProps = { readonly unranked: AwardReview["unranked"]; readonly state: FormState | null };

/** Beside a choice that is not first by the published criteria: why it is chosen, which the bidders read. */
export function ChoiceReasons({ unranked, state }: ChoiceReasonsProps) {
  const t = useTranslations("award.choiceReason");
  if (unranked.length === 0) return null;
  return (
    <fieldset className="panel form-grid mt-4 p-4">
      <legend className="sr-only">{t("title")}</legend>
      <p className="span-12">
        <b>{t("title")}</b> {t("lead")}
      </p>
      {unranked.map(({ bidId, line }) => {
        const name = choiceField(bidId);
        return (
          <Field
            key={bidId}
            id={`award-${name}`}
            label={line}
            error={state?.fieldErrors[name]}
            isRequired
            className="span-12"
          >
            {(wired) => (
              <TextInput {...wired} name={name} maxLength={REASON_MAX} defaultValue={valueOf(state?.values, name)} />
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}

type LossReasonsProps = { readonly losers: AwardReview["losers"]; readonly state: FormState | null };

/** Where the buyer likes, why each of the others was not chosen; open where something was said already. */
export function LossReasons({ losers, state }: LossReasonsProps) {
  const t = useTranslations("award.reasons");
  if (losers.length === 0) return null;
  const said = (name: string) => valueOf(state?.values, name);
  const names = losers.flatMap(({ bidId }) => Object.values(lossFields(bidId)));
  const codes = STATED_LOSS_CODES.map((value) => ({ value, label: t(`codes.${value}`) }));
  return (
    <details className="panel mt-4 p-4" open={names.some((name) => said(name) !== "")}>
      <summary>{t("title")}</summary>
      <p className="field-help">{t("lead")}</p>
      {losers.map(({ bidId, line }) => {
        const { code, words } = lossFields(bidId);
        return (
          <fieldset key={bidId} className="form-grid mt-4">
            <legend>{line}</legend>
            <Field id={`award-${code}`} label={t("code")} error={state?.fieldErrors[code]} className="span-4">
              {(wired) => (
                <Select {...wired} name={code} options={codes} placeholder={t("computed")} defaultValue={said(code)} />
              )}
            </Field>
            <Field id={`award-${words}`} label={t("words")} error={state?.fieldErrors[words]} className="span-8">
              {(wired) => <TextInput {...wired} name={words} maxLength={REASON_MAX} defaultValue={said(words)} />}
            </Field>
          </fieldset>
        );
      })}
    </details>
  );
}

/** What was said stays in the form while another choice is made. */
export function KeptReasons({ state }: { readonly state: FormState | null }) {
  const kept = Object.keys(state?.values ?? {}).filter((name) => lossFieldId(name) !== null);
  return kept.map((name) => <input key={name} type="hidden" name={name} value={valueOf(state?.values, name)} />);
}

type ReachedPackagesProps = { readonly words: CompareWords; readonly cells: readonly ChosenCell[] };

/** Which packages the choice reaches, kept up while choosing; without a script the check says it. Nothing where no bid offers one. */
export function ReachedPackages({ words, cells }: ReachedPackagesProps) {
  const t = useTranslations("award.packages");
  if (!words.services.some((service) => service.cells.some(({ packages }) => packages.length > 0))) return null;
  const reached = cells.flatMap((cell) => cell.reached?.words ?? []);
  return (
    <output className="block px-4 py-2 text-sm">
      {reached.length === 0
        ? t("none")
        : reached.map((one) => (
            <span key={one} className="block">
              {one}
            </span>
          ))}
    </output>
  );
}
