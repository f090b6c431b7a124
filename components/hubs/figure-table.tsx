import { createElement, type ReactNode } from "react";
import { Anchor, ScrollBox } from "@/components/ui/blocks";
import { ServiceMark } from "@/components/services/service-cells";
import type { Service } from "@/domain/shared/vocabulary";
import { ShareBar, type Tone } from "./share-bar";

/** A figure as a text, or the parts of a bar in the table's own unit. */
type Cell = string | readonly (readonly [tone: Tone, amount: number])[];

export type FigureRow = {
  readonly name: string;
  /** The same name in Chinese beside it. */
  readonly nameZh?: string;
  readonly href?: string;
  /** Whose mark stands before the name. */
  readonly service?: Service;
  /** The name is set strong. */
  readonly isStrong?: boolean;
  /** Says how figures were rounded, and is no figure itself. */
  readonly isQuiet?: boolean;
  /** By the columns after the first. */
  readonly cells: readonly Cell[];
  /** Which of the table's `narrow` lines the row has. */
  readonly narrow?: readonly number[];
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
  /** What a narrow page shows in lines of their own in place of columns: `cellAt(3)` stands where the row's cell is said. */
  readonly narrow?: readonly string[];
};

const NARROW_COLUMNS = 4;
const CELL_CLASS = { num: "num", "is-strong": "num", "bar-cell": "bar-cell", "hub-before": "num hub-before" };

/** A dense table of finished figures with bars. It is given texts and numbers and makes its elements in the browser too, so that a page carries them once. */
export function FigureTable({ caption, look, nameHead, columns, groups, barOf, narrow }: FigureTableProps) {
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
            ...rows.map((row) => <Row key={row.name} {...{ row, columns, barOf, narrow }} isSum={is !== undefined} />),
          ),
        )}
      </table>
    </ScrollBox>
  );
}

type RowProps = Pick<FigureTableProps, "columns" | "barOf" | "narrow"> & {
  readonly row: FigureRow;
  readonly isSum: boolean;
};

function Row({ row, columns, barOf, narrow = [], isSum }: RowProps) {
  const { name, nameZh, href, service, isStrong, isQuiet, cells } = row;
  const lines = (row.narrow ?? []).map((at) => said(narrow[at] ?? "", cells));
  const isPlain = isSum || isQuiet;
  const named = isStrong ? <b>{name}</b> : service ? <ServiceMark {...{ service, name }} /> : name;
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
      {lines.length > 0 && (
        <tr className="narrow-line">
          <td colSpan={NARROW_COLUMNS}>
            {lines.slice(0, -1).map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
            {lines.at(-1)}
          </td>
        </tr>
      )}
    </>
  );
}

const figure = (cell: Cell | undefined, barOf: number): ReactNode =>
  typeof cell === "object" ? <ShareBar parts={cell.map(([tone, amount]) => ({ tone, amount }))} of={barOf} /> : cell;

/** A narrow line with the row's own figures in it. */
const said = (line: string, cells: readonly Cell[]): string =>
  line.replace(/\{(\d)\}/g, (_, at: string) => String(cells[Number(at)]));
