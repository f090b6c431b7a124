import type { ReactNode } from "react";
import type { IconName } from "../icons/icon-paths";
import { Button, ButtonLink, type ButtonLook } from "../button";

type ActionBarProps = {
  /** What is summed up: "Your choice, A + C + D". */
  readonly label: ReactNode;
  readonly sum: ReactNode;
  /** One plain sentence of consequence; left out on a phone. */
  readonly consequence?: ReactNode;
  /** One primary button whose words repeat the object. */
  readonly children: ReactNode;
};

export function ActionBar({ label, sum, consequence, children }: ActionBarProps) {
  return (
    <div className="action-bar">
      <div className="action-bar-sum">
        <small>{label}</small>
        <b>{sum}</b>
      </div>
      {consequence && <p>{consequence}</p>}
      <div className="action-bar-do">{children}</div>
    </div>
  );
}

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
