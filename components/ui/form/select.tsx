import type { ComponentProps, ReactNode } from "react";
import { Icon } from "../icons/icon";

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
