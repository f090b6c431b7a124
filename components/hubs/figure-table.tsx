"use client";

import { createElement, type ReactNode } from "react";
import { Anchor, ScrollBox } from "@/components/ui/blocks";
import { ShareBar, type Tone } from "./share-bar";

/** A figure as a text, or the parts of a bar in the table's own unit. */
type Cell = string | readonly (readonly [tone: Tone, amount: number])[];

export type FigureRow = {
  readonly name: string;
  /** The same name in Chinese beside it. */
  readonly nameZh?: string;
  readonly href?: string;
  /** The name is set strong. */
  readonly isStrong?: boolean;
  /** Says how figures were rounded, and is no figure itself. */
  readonly isQuiet?: boolean;
  /** By the columns after the first. */
  readonly cells: readonly Cell[];
  /** What a narrow page shows in a line of its own in place of columns, in lines. */
  readonly narrow?: readonly string[];
};

type FigureColumn = readonly [head: string, look: "num" | "is-strong" | "bar-cell" | "hub-before"];

type FigureTableProps = {
  readonly caption: string;
  readonly look: "hub-share-table" | "corridor-bars";
  readonly nameHead: string;
  readonly columns: readonly FigureColumn[];
  /** Rows that belong together, then their sums. */
  readonly groups: readonly { readonly rows: readonly FigureRow[]; readonly is?: "sums" | "foot" }[];
  /** The amount that fills a bar. */
  readonly barOf: number;
};

const NARROW_COLUMNS = 4;
const CELL_CLASS = { num: "num", "is-strong": "num", "bar-cell": "bar-cell", "hub-before": "num hub-before" };

/** A dense table of finished figures with bars. It is given texts and numbers and makes its elements in the browser too, so that a page carries them once. */
export function FigureTable({ caption, look, nameHead, columns, groups, barOf }: FigureTableProps) {
  return (
    <ScrollBox label={caption}>
      <table className={`data-table rows-dense ${look}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{nameHead}</th>
            {columns.map(([head, kind]) => (
              <th key={head} scope="col" className={CELL_CLASS[kind]}>
                {kind === "bar-cell" ? <span className="sr-only">{head}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ rows, is }) =>
          createElement(
            is === "foot" ? "tfoot" : "tbody",
            { key: `${is} ${rows[0]?.name}`, className: is === "sums" ? "hub-sums" : undefined },
            ...rows.map((row) => (
              <Row key={row.name} row={row} columns={columns} barOf={barOf} isSum={is !== undefined} />
            )),
          ),
        )}
      </table>
    </ScrollBox>
  );
}

type RowProps = Pick<FigureTableProps, "columns" | "barOf"> & { readonly row: FigureRow; readonly isSum: boolean };

function Row({ row, columns, barOf, isSum }: RowProps) {
  const { name, nameZh, href, isStrong, isQuiet, cells, narrow = [] } = row;
  const isPlain = isSum || isQuiet;
  const named = isStrong ? <b>{name}</b> : name;
  return (
    <>
      <tr className={isQuiet ? "text-ink-2" : undefined}>
        <th scope="row">
          {href ? <Anchor href={href}>{named}</Anchor> : named}
          {nameZh && " "}
          {nameZh && (
            <span className="hub-zh-name" lang="zh-CN">
              {nameZh}
            </span>
          )}
        </th>
        {columns.map(([head, kind], at) => (
          <td key={head} className={kind === "is-strong" && !isPlain ? "num is-strong" : CELL_CLASS[kind]}>
            {figure(cells[at], barOf)}
          </td>
        ))}
      </tr>
      {narrow.length > 0 && (
        <tr className="narrow-line">
          <td colSpan={NARROW_COLUMNS}>
            {narrow.slice(0, -1).map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
            {narrow.at(-1)}
          </td>
        </tr>
      )}
    </>
  );
}

const figure = (cell: Cell | undefined, barOf: number): ReactNode =>
  typeof cell === "object" ? <ShareBar parts={cell.map(([tone, amount]) => ({ tone, amount }))} of={barOf} /> : cell;
