import { useTranslations } from "next-intl";
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
};

/** What a form that came back has to say, first in the form: the refusal, what to mend with a link to each field, or what went well. */
export function FormProblems({ state, fieldId, shows, labelOf }: FormProblemsProps) {
  const t = useTranslations("ui.errors");
  if (!state) return null;
  const found = Object.entries(state.fieldErrors).map(([name, problem]) => {
    const field = labelOf?.(name);
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
