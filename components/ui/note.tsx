import type { ReactNode } from "react";
import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";

type NoteProps = {
  readonly tone?: "info" | "warn" | "ok";
  readonly icon?: IconName;
  /** Announced when it appears after an action. */
  readonly isLive?: boolean;
  readonly children: ReactNode;
};

const TONES = {
  info: { className: "note", icon: "info" },
  warn: { className: "note note-warn", icon: "triangle-alert" },
  ok: { className: "note note-ok", icon: "circle-check" },
} as const;

export function Note({ tone = "info", icon, isLive = false, children }: NoteProps) {
  const look = TONES[tone];
  return (
    <div className={look.className} {...(isLive && { role: "status" })}>
      <Icon name={icon ?? look.icon} />
      <div>{children}</div>
    </div>
  );
}

type ErrorNoteProps = {
  /** What did not happen. */
  readonly what: ReactNode;
  /** What is safe, and what happens next. */
  readonly detail?: ReactNode;
  /** The fault's reference, in words. */
  readonly reference?: string;
  /** What to press. */
  readonly children?: ReactNode;
};

export function ErrorNote({ what, detail, reference, children }: ErrorNoteProps) {
  return (
    <div className="condition condition-error" role="alert">
      <Icon name="triangle-alert" size="large" />
      <div>
        <b>{what}</b>
        {detail && <p>{detail}</p>}
        {reference && <p className="condition-reference">{reference}</p>}
        {children && <div className="flow">{children}</div>}
      </div>
    </div>
  );
}
