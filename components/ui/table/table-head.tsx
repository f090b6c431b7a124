import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../actions/anchor";
import { Icon } from "../icons/icon";
import { type Column, columnClass } from "./column";

/** A sortable head is a link, so that it works without a script and the order is in the address. */
export function TableHead<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  const t = useTranslations("ui.table");
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" aria-sort={column.sorted} className={columnClass(column)}>
            {headWords(column, t("sortBy", { column: column.head }))}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function headWords<Row>(column: Column<Row>, sortWords: string): ReactNode {
  if (column.isHeadHidden) return <span className="sr-only">{column.head}</span>;
  if (!column.sortHref) return column.head;
  return (
    <Anchor href={column.sortHref} title={sortWords}>
      {column.head}
      <Icon name={column.sorted === "descending" ? "arrow-down" : "arrow-up"} />
    </Anchor>
  );
}
