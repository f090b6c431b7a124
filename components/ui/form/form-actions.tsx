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

/** One of several ways to send a form: what it says, and the choice that goes with it. */
export type SendButton = {
  readonly words: string;
  readonly name: string;
  readonly value: string;
  readonly variant?: ButtonLook["variant"];
};

type SendBarProps = ButtonLook & {
  /** What the button does, in words that repeat the object: "Save the paper"; or several that each send a choice. */
  readonly send: string | readonly SendButton[];
  readonly icon?: IconName;
  readonly isSending: boolean;
  /** It stands where it is, at the end of a short form. */
  readonly isPlain?: boolean;
  /** The way out without sending. */
  readonly back?: { readonly href: string; readonly words: string };
};

/** The end of a form: what sends it and the way back. Of a long form it stays in sight as long as a part of that does. */
export function SendBar({ send, variant = "primary", isSending, isPlain, back, ...look }: SendBarProps) {
  return (
    <div className={isPlain ? "send-bar is-plain" : "send-bar"}>
      {typeof send === "string" ? (
        <Button {...look} variant={variant} disabled={isSending}>
          {send}
        </Button>
      ) : (
        send.map(({ words, ...button }) => (
          <Button key={button.value} {...look} {...button} disabled={isSending}>
            {words}
          </Button>
        ))
      )}
      {back && (
        <ButtonLink href={back.href} variant="quiet">
          {back.words}
        </ButtonLink>
      )}
    </div>
  );
}
