import type { ReactNode } from "react";
import { Icon } from "../icons/icon";

type RowCardProps = {
  readonly number: ReactNode;
  readonly chip?: ReactNode;
  /** Right in the first line: the time left. */
  readonly end?: ReactNode;
  readonly title: ReactNode;
  readonly route?: ReactNode;
  /** Services, value, number of bids. */
  readonly facts?: ReactNode;
  /** A `TurnMark`. */
  readonly turn?: ReactNode;
};

/** One row on a phone in the fixed order of lines, for a table's `card`. */
export function RowCard({ number, chip, end, title, route, facts, turn }: RowCardProps) {
  return (
    <>
      <div className="card-top">
        <b>{number}</b>
        {chip}
        {end && <span>{end}</span>}
      </div>
      <div className="card-line">{title}</div>
      {route && <div className="card-quiet">{route}</div>}
      {facts && <div className="card-facts">{facts}</div>}
      {turn && (
        <div className="card-turn">
          {turn}
          <Icon name="chevron-right" />
        </div>
      )}
    </>
  );
}
