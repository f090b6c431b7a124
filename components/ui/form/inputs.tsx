import type { ComponentProps, ReactNode } from "react";

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
