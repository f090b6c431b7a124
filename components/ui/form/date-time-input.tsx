import type { ComponentProps, ReactNode } from "react";

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
