import type { FormState } from "@/domain/shared/form-state";
import { ErrorNote } from "../page/error-note";
import { Note } from "../page/note";
import { ErrorSummary } from "./error-summary";

type FormProblemsProps = {
  readonly state: FormState | null;
  /** The id of a field by its name. */
  readonly fieldId: (name: string) => string;
};

/** What a form that came back has to say, first in the form: the refusal, what to mend with a link to each field, or what went well. */
export function FormProblems({ state, fieldId }: FormProblemsProps) {
  if (!state) return null;
  const errors = Object.entries(state.fieldErrors).map(([name, message]) => ({ fieldId: fieldId(name), message }));
  return (
    <>
      {state.formErrors.map((words) => (
        <ErrorNote key={words} what={words} />
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
