import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { TurnHolder } from "./cells";

type TurnDeadlineProps = {
  /** "By today 18:00, GMT+8" */
  readonly label: ReactNode;
  /** The time left, large. */
  readonly children: ReactNode;
};

export function TurnDeadline({ label, children }: TurnDeadlineProps) {
  return (
    <>
      <small>{label}</small>
      <b>{children}</b>
    </>
  );
}

type TurnBarProps = {
  /** Whose turn it is in what, where it is not the page's own thing. */
  readonly of?: string | undefined;
  readonly who: TurnHolder;
  /** In the pointer: "Your turn", "Providers' turn", "Held at gate 3". */
  readonly whoLabel: ReactNode;
  /** What they do, as a sentence. */
  readonly sentence: ReactNode;
  /** What follows. */
  readonly next?: ReactNode;
  /** A `TurnDeadline`; a `Stamp` when finished. */
  readonly deadline?: ReactNode;
  /** At most one button. */
  readonly action?: ReactNode;
};

/** First on every page about one thing: who, what, what follows, by when. */
export function TurnBar({ of, who, whoLabel, sentence, next, deadline, action }: TurnBarProps) {
  const t = useTranslations("ui.turn");
  return (
    <section className={`turn-bar is-${who}`} aria-label={of ? t("labelOf", { of }) : t("label")}>
      <div className="turn-who">
        <i className="turn-mark" />
        <span>{whoLabel}</span>
      </div>
      <p className="turn-say" aria-live="polite">
        <b>{sentence}</b>
        {next}
      </p>
      {deadline ? <div className="turn-by">{deadline}</div> : null}
      {action ? <div className="turn-do">{action}</div> : null}
    </section>
  );
}
