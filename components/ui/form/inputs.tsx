import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
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
        {!isRequired && (
          <>
            {" "}
            <span className="field-optional">{t("optional")}</span>
          </>
        )}
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

type TextInputProps = ComponentProps<"input"> & {
  /** Figures: right aligned, with the number keyboard on a phone. */
  readonly isNumber?: boolean;
};

export function TextInput({ isNumber = false, className = "", ...rest }: TextInputProps) {
  const classes = `${isNumber ? "input input-number" : "input"} ${className}`.trimEnd();
  return <input type="text" inputMode={isNumber ? "decimal" : undefined} {...rest} className={classes} />;
}

export function TextArea({ className = "", ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={3} {...rest} className={`input ${className}`.trimEnd()} />;
}

/** A calendar day, sent as `YYYY-MM-DD`. */
export function DateInput({ className = "", ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input {...rest} type="date" className={`input ${className}`.trimEnd()} />;
}

type DateTimeInputProps = Omit<ComponentProps<"input">, "type"> & {
  /** The zone the clock time is meant in: "GMT+8". */
  readonly zone: ReactNode;
};

/** A wall-clock time, sent as `YYYY-MM-DDTHH:mm`; the zone stands in the field because the value carries none. */
export function DateTimeInput({ zone, className = "", ...rest }: DateTimeInputProps) {
  return (
    <div className="input-group">
      <input {...rest} type="datetime-local" className={`input ${className}`.trimEnd()} />
      <span>{zone}</span>
    </div>
  );
}

type AmountInputProps = Omit<ComponentProps<"input">, "type" | "inputMode"> & {
  /** Shown in the field: a currency code, a unit of weight, a percent sign. */
  readonly unit?: ReactNode;
};

/** Takes an amount as people write it (`1 250,00`, `1,250.00`, `1250`), so it is text and is read on the server. */
export function AmountInput({ unit, className = "", ...rest }: AmountInputProps) {
  const field = { type: "text", inputMode: "decimal", autoComplete: "off", ...rest } as const;
  if (!unit) return <input {...field} className={`input input-number ${className}`.trimEnd()} />;
  return (
    <div className="input-group">
      <span>{unit}</span>
      <input {...field} className={`input input-number ${className}`.trimEnd()} />
    </div>
  );
}

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { readonly label: ReactNode; readonly detail?: ReactNode };

export function Checkbox({ label, detail, ...rest }: CheckboxProps) {
  return (
    <label className="check">
      <input {...rest} type="checkbox" />
      <span>
        {label}
        {detail && <small>{detail}</small>}
      </span>
    </label>
  );
}

export type Option = { readonly value: string; readonly label: string };

type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  readonly options: readonly Option[];
  /** The empty choice at the top; without it the first option is chosen. */
  readonly placeholder?: string;
};

export function Select({ options, placeholder, className = "", ...rest }: SelectProps): ReactNode {
  return (
    <span className="select">
      <select {...rest} className={`input ${className}`.trimEnd()}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}

type FormSectionProps = {
  /** None for what belongs to the part before. */
  readonly number?: number;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly id?: string;
  /** Within a panel, without a frame of its own. */
  readonly isFlat?: boolean;
  /** Most leave it out: a phone folds it (panel-folds.ts). Needs an id. */
  readonly isFolded?: boolean;
  /** Fields: two a row, or by their own `span-*`. */
  readonly children: ReactNode;
};

/** A numbered part of a long form, like a part of a waybill. */
export function FormSection({ number, title, lead, id, isFlat = false, isFolded, children }: FormSectionProps) {
  const className = isFlat ? "form-section is-flat" : "form-section";
  if (isFolded)
    return (
      <details className={`${className} panel-fold`} id={id}>
        <summary>
          {number !== undefined && <i>{number}</i>}
          <span id={`${id}-title`}>{title}</span>
          <Icon name="chevron-right" />
        </summary>
        {lead && <p className="form-lead">{lead}</p>}
        <div className="form-grid" role="group" aria-labelledby={`${id}-title`}>
          {children}
        </div>
      </details>
    );
  return (
    <fieldset className={className} id={id}>
      <legend>
        {number !== undefined && <i>{number}</i>}
        {title}
      </legend>
      {lead && <p className="form-lead">{lead}</p>}
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
