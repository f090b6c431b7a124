import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "../actions/anchor";
import { Icon } from "../icons/icon";
import { type Column, columnLook } from "./column";

/** A sortable head is a link, so that it works without a script and the order is in the address. */
export function TableHead<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            {...(column.sorted && { "aria-sort": column.sorted })}
            {...columnLook(column)}
          >
            {headWords(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function headWords<Row>({ head, isHeadHidden, sortHref, sorted }: Column<Row>): ReactNode {
  if (isHeadHidden) return <span className="sr-only">{head}</span>;
  return sortHref ? <SortLink head={head} href={sortHref} isDescending={sorted === "descending"} /> : head;
}

type SortLinkProps = { readonly head: string; readonly href: string; readonly isDescending: boolean };

function SortLink({ head, href, isDescending }: SortLinkProps) {
  const t = useTranslations("ui.table");
  return (
    <Anchor href={href} title={t("sortBy", { column: head })}>
      {head}
      <Icon name={isDescending ? "arrow-down" : "arrow-up"} />
    </Anchor>
  );
}
