import type { ReactNode } from "react";
import { useTranslations } from "next-intl";

/** Whose turn it is, for the reader: mine, another party's, nobody's because a gate holds, or finished. */
export type TurnHolder = "you" | "other" | "hold" | "done";

type TurnMarkProps = {
  readonly who: TurnHolder;
  /** Who that is: "You", a company, "Gate 3". The mark never stands without it. */
  readonly name: ReactNode;
  /** What they do next. */
  readonly next?: ReactNode;
};

export function TurnMark({ who, name, next }: TurnMarkProps) {
  return (
    <span className={`turn is-${who}`}>
      <i className="turn-mark" />
      <span>
        <b>{name}</b>
        {next && <small>{next}</small>}
      </span>
    </span>
  );
}

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
