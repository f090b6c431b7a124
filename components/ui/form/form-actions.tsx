import { useTranslations } from "next-intl";
import { isWithin } from "@/domain/services/form-field";
import type { FormState } from "@/domain/shared/form-state";
import { Button, ButtonLink, type ButtonLook, Note } from "../blocks";
import { ErrorSummary } from "./error-summary";
import type { ReactNode } from "react";
import type { IconName } from "../icons/icon";

export type FormProblemsProps = {
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

type ActionBarProps = {
  /** What is summed up: "Your choice, A + C + D". */
  readonly label: ReactNode;
  readonly sum: ReactNode;
  /** One plain sentence of consequence; left out on a phone. */
  readonly consequence?: ReactNode;
  /** One primary button whose words repeat the object. */
  readonly children: ReactNode;
};

export function ActionBar({ label, sum, consequence, children }: ActionBarProps) {
  return (
    <div className="action-bar">
      <div className="action-bar-sum">
        <small>{label}</small>
        <b>{sum}</b>
      </div>
      {consequence && <p>{consequence}</p>}
      <div className="action-bar-do">{children}</div>
    </div>
  );
}

/** One of several ways to send a form: what it says, and the choice that goes with it. */
export type SendButton = {
  readonly words: string;
  readonly name: string;
  readonly value: string;
  readonly variant?: ButtonLook["variant"];
};

type SendBarProps = ButtonLook & {
  /** What the button does, in words that repeat the object: "Save the paper"; or several that each send a choice. */
  readonly send: string | readonly SendButton[];
  readonly icon?: IconName;
  readonly isSending: boolean;
  /** It stands where it is, at the end of a short form. */
  readonly isPlain?: boolean;
  /** The way out without sending. */
  readonly back?: { readonly href: string; readonly words: string };
};

/** The end of a form: what sends it and the way back. Of a long form it stays in sight as long as a part of that does. */
export function SendBar({ send, variant = "primary", isSending, isPlain, back, ...look }: SendBarProps) {
  return (
    <div className={isPlain ? "send-bar is-plain" : "send-bar"}>
      {typeof send === "string" ? (
        <Button {...look} variant={variant} disabled={isSending}>
          {send}
        </Button>
      ) : (
        send.map(({ words, ...button }) => (
          <Button key={button.value} {...look} {...button} disabled={isSending}>
            {words}
          </Button>
        ))
      )}
      {back && (
        <ButtonLink href={back.href} variant="quiet">
          {back.words}
        </ButtonLink>
      )}
    </div>
  );
}
