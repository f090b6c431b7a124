import { useTranslations } from "next-intl";
import { isWithin } from "@/domain/services/form-values";
import type { FormState } from "@/domain/shared/form-state";
import { Note } from "../note";
import { ErrorSummary } from "./error-summary";

type FormProblemsProps = {
  readonly state: FormState | null;
  /** The id of a field by its name; null where the form does not show it, so that nobody can mend it there. */
  readonly fieldId: (name: string) => string | null;
  /** The names of the fields that it shows, where it has others that `fieldId` does not tell apart. */
  readonly shows?: readonly string[];
  /** The words above a field: in a form of many, "Fill this in." alone does not say what. */
  readonly labelOf?: (name: string) => string | null;
  /** In place of `labelOf`: the words above every field by its name, in the order in which the fields stand and problems are told. */
  readonly labels?: ReadonlyMap<string, string>;
};

const NO_LABELS: ReadonlyMap<string, string> = new Map();

/** What a form that came back has to say, first in the form: the refusal, what to mend with a link to each field, or what went well. */
export function FormProblems({ state, fieldId, shows, labelOf, labels = NO_LABELS }: FormProblemsProps) {
  const t = useTranslations("ui.errors");
  if (!state) return null;
  const names = [...labels.keys()];
  const shownAs = (name: string) => (labels.has(name) ? name : names.find((one) => isWithin(name, one)));
  const placeOf = (name: string) => names.indexOf(shownAs(name) ?? "") + 1 || names.length + 1;
  const problems = Object.entries(state.fieldErrors).sort(([a], [b]) => placeOf(a) - placeOf(b));
  const found = problems.map(([name, problem]) => {
    const field = labelOf?.(name) ?? labels.get(shownAs(name) ?? "");
    return {
      fieldId: shows && !shows.includes(name) ? null : fieldId(name),
      message: field ? t("problem", { field, problem }) : problem,
    };
  });
  const errors = found.flatMap(({ fieldId: id, message }) => (id === null ? [] : [{ fieldId: id, message }]));
  return (
    <>
      {[...state.formErrors, ...(errors.length < found.length ? [t("outdated")] : [])].map((words) => (
        <ErrorSummary key={`${state.key} ${words}`} errors={[]} title={words} />
      ))}
      {errors.length > 0 && <ErrorSummary key={state.key} errors={errors} />}
      {state.notice && (
        <Note tone="ok" isLive>
          {state.notice}
        </Note>
      )}
    </>
  );
}
