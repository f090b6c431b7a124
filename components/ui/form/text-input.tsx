import type { ComponentProps } from "react";

type TextInputProps = ComponentProps<"input"> & {
  /** Figures: right aligned, with the number keyboard on a phone. */
  readonly isNumber?: boolean;
};

export function TextInput({ isNumber = false, className = "", ...rest }: TextInputProps) {
  const classes = `${isNumber ? "input input-number" : "input"} ${className}`.trimEnd();
  return <input type="text" inputMode={isNumber ? "decimal" : undefined} {...rest} className={classes} />;
}
