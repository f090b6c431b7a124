import type { ComponentProps, ReactNode } from "react";

type RadioProps = Omit<ComponentProps<"input">, "type"> & { readonly label: ReactNode; readonly detail?: ReactNode };

export function Radio({ label, detail, ...rest }: RadioProps) {
  return (
    <label className="check">
      <input {...rest} type="radio" />
      <span>
        {label}
        {detail && <small>{detail}</small>}
      </span>
    </label>
  );
}
