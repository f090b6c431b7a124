import type { ReactNode } from "react";

type GateRowProps = {
  readonly look: "is-done" | "is-current" | "is-planned" | "is-held";
  readonly number: number;
  readonly name: string;
  /** Below the name: whose it is, or what is special about it. */
  readonly detail?: string | false;
  readonly say?: ReactNode;
  readonly effect?: ReactNode;
  /** At the end of the line: a stamp, what comes next, or a button. */
  readonly end?: ReactNode;
  /** What is noted of it, below the line. */
  readonly children?: ReactNode;
};

/** A gate or a step of an order in its line. Drawn in the browser too: a page carries what stands in its columns, and not the columns. */
export function GateRow({ look, number, name, detail, say, effect, end, children }: GateRowProps) {
  return (
    <li className={look} aria-current={look === "is-current" ? "step" : undefined}>
      <span className="gate-number">{number}</span>
      <span className="gate-name">
        <b>{name}</b>
        {detail && <small>{detail}</small>}
      </span>
      <span className="gate-say">{say}</span>
      <span className="gate-effect">{effect}</span>
      <span className="gate-end">{end}</span>
      {children}
    </li>
  );
}
