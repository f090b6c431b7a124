import type { ComponentProps, ReactNode } from "react";
import { Icon } from "../icons/icon";
import type { IconName } from "../icons/icon-paths";
import { type ButtonLook, buttonClass } from "./button-look";

type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    readonly icon?: IconName;
    readonly iconAfter?: IconName;
    /** Why it cannot be used yet, said in place of the words: "Not yet: gate 3 first". */
    readonly reason?: ReactNode;
  };

/**
 * A button with a reason stays focusable, so that the reason can be read; it is kept from sending its form by
 * being no submit button.
 */
export function Button({ variant, size, isWide, icon, iconAfter, reason, className, children, ...rest }: ButtonProps) {
  const classes = buttonClass({ variant, size, isWide }, className);
  if (reason) {
    return (
      <button type="button" className={classes} aria-disabled="true">
        {reason}
      </button>
    );
  }
  return (
    <button type="submit" className={classes} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}
