import type { ComponentProps, ReactNode } from "react";

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
