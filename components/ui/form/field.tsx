import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "../icons/icon";

/** What a control needs so that its label, help and error are read with it; spread it after the form library's own. */
export type Wiring = {
  readonly id: string;
  readonly required: boolean | undefined;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
};

type FieldProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** The way to write it right: "Write 1,250.00 or 1250". */
  readonly error?: ReactNode;
  readonly isRequired?: boolean;
  /** Width in a `form-grid`: "span-4". */
  readonly className?: string;
  readonly children: (wiring: Wiring) => ReactNode;
};

/** Label above, help below. What is optional says so; required is the rule and is said to assistive technology. */
export function Field({ id, label, help, error, isRequired = false, className = "", children }: FieldProps) {
  const t = useTranslations("ui.field");
  const described = [help && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={`field ${className}`.trimEnd()}>
      <label className="field-label" htmlFor={id}>
        {label}
        {!isRequired && <span className="field-optional"> {t("optional")}</span>}
      </label>
      {children({
        id,
        required: isRequired || undefined,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described || undefined,
      })}
      {help && (
        <p className="field-help" id={`${id}-description`}>
          {help}
        </p>
      )}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <p className="field-error" id={id}>
      <Icon name="triangle-alert" />
      {children}
    </p>
  );
}
