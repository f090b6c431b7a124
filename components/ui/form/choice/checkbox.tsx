import type { ComponentProps, ReactNode } from "react";

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
