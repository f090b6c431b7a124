import { createElement, type ReactNode } from "react";
import { Anchor } from "../blocks";
import { Icon } from "../icons/icon";

export type Head = {
  readonly words: string;
  readonly className?: string;
  /** For assistive technology only. */
  readonly isHidden?: boolean;
  /** The same view sorted by it, and what that link does. */
  readonly sort?: readonly [href: string, title: string];
  readonly sorted?: "ascending" | "descending";
};

const saidOf = ({ words, isHidden, sort, sorted }: Head): ReactNode => {
  if (isHidden) return <span className="sr-only">{words}</span>;
  if (!sort) return words;
  return (
    <Anchor href={sort[0]} title={sort[1]}>
      {words}
      <Icon name={sorted === "descending" ? "arrow-down" : "arrow-up"} />
    </Anchor>
  );
};

const headOf = (head: Head): ReactNode => (
  <th
    scope="col"
    {...(head.sorted && { "aria-sort": head.sorted })}
    {...(head.className && { className: head.className })}
  >
    {saidOf(head)}
  </th>
);

/** The heads of a table, sent as their words. One that sorts is a link, so that it works without a script and the order is in the address. */
export const TableHeads = ({ heads }: { readonly heads: readonly Head[] }) => (
  <thead>{createElement("tr", null, ...heads.map(headOf))}</thead>
);
