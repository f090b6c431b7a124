import type { ReactNode } from "react";

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
