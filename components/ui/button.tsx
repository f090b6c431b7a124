import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";
import { Anchor, type AnchorProps } from "./anchor";
import type { ComponentProps, ReactNode } from "react";

export type ButtonLook = {
  readonly variant?: "primary" | "plain" | "quiet" | "danger" | "on-dark";
  readonly size?: "small" | "normal" | "tall";
  readonly isWide?: boolean;
};

/** The classes of a button or of a link that looks like one. */
function buttonClass({ variant = "plain", size = "normal", isWide = false }: ButtonLook, extra = ""): string {
  const classes = ["btn"];
  if (variant !== "plain") classes.push(`btn-${variant}`);
  if (size !== "normal") classes.push(`btn-${size}`);
  if (isWide) classes.push("btn-wide");
  if (extra) classes.push(extra);
  return classes.join(" ");
}

type ButtonLinkProps = AnchorProps & ButtonLook & { readonly icon?: IconName; readonly iconAfter?: IconName };

export function ButtonLink({ variant, size, isWide, icon, iconAfter, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Anchor className={buttonClass({ variant, size, isWide }, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {iconAfter ? <Icon name={iconAfter} /> : null}
    </Anchor>
  );
}

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
