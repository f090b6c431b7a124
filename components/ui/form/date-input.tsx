import type { ComponentProps } from "react";

/** A calendar day, sent as `YYYY-MM-DD`. */
export function DateInput({ className = "", ...rest }: Omit<ComponentProps<"input">, "type">) {
  return <input {...rest} type="date" className={`input ${className}`.trimEnd()} />;
}
