import { Icon } from "../icons/icon";
import type { IconName } from "../icons/icon-paths";
import { Anchor, type AnchorProps } from "./anchor";
import { type ButtonLook, buttonClass } from "./button-look";

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
