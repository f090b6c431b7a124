import type { IconName } from "../icons/icon-paths";
import type { ButtonLook } from "./button-look";
import { Button } from "./button";
import { ButtonLink } from "./button-link";

type SendBarProps = {
  /** What the button does, in words that repeat the object: "Save the paper". */
  readonly send: string;
  readonly icon?: IconName;
  readonly variant?: ButtonLook["variant"];
  readonly isSending: boolean;
  /** The way out without sending. */
  readonly back?: { readonly href: string; readonly words: string };
};

/** The end of a form: what sends it and the way back. It stays in sight as long as a part of its form does. */
export function SendBar({ send, icon, variant = "primary", isSending, back }: SendBarProps) {
  return (
    <div className="send-bar">
      <Button variant={variant} icon={icon} disabled={isSending}>
        {send}
      </Button>
      {back && (
        <ButtonLink href={back.href} variant="quiet">
          {back.words}
        </ButtonLink>
      )}
    </div>
  );
}
