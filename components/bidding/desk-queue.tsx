import { ServiceName, useServiceName } from "@/components/services/service-name";
import { useLocale, useTranslations } from "next-intl";
import { isApartFromGoods, ServiceBrief } from "@/components/services/service-figures";
import { Anchor } from "@/components/ui/blocks";
import { RequestRoute } from "@/components/requests/request-summary";
import { TurnMark } from "@/components/ui/cells";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { TimeLeft } from "@/components/ui/time/time-left";
import { placeName } from "@/components/ui/words";
import type { DeskRow } from "@/views/bids";
import type { Service } from "@/domain/shared/vocabulary";
import { HOUR_MS, type Instant } from "@/domain/shared/time";

type DeskQueueProps = {
  readonly items: readonly DeskRow[];
  readonly count: number;
  readonly services: readonly Service[];
  readonly service: Service | null;
  readonly currentId: string | null;
  readonly now: Instant;
};

const SOON_MS = 6 * HOUR_MS;

/** The queue: what ends next first, each a link that opens it beside the queue. */
export function DeskQueue({ items, count, services, service, currentId, now }: DeskQueueProps) {
  const t = useTranslations("bidding.desk");
  const words = useServiceName();
  const locale = useLocale();
  const here = `/${locale}/desk`;
  const hrefOf = (id: string) => `${here}?${service ? `service=${service}&` : ""}request=${id}`;
  return (
    <aside className="desk-queue" aria-label={t("queue")}>
      <div className="desk-queue-head">
        <h2 className="panel-title">{t("title")}</h2>
        <span>{t("waiting", { count })}</span>
      </div>
      {services.length > 1 && (
        <nav className="desk-queue-filters" aria-label={t("services")}>
          {[null, ...services].map((one) => (
            <Anchor
              key={one ?? "all"}
              className="btn btn-small"
              href={one ? `${here}?service=${one}` : here}
              aria-current={one === service ? "true" : undefined}
            >
              {one ? words(one) : t("all")}
            </Anchor>
          ))}
        </nav>
      )}
      <ul>
        {items.map((row) => (
          <li key={row.id}>
            <Anchor href={hrefOf(row.id)} aria-current={row.id === currentId ? "true" : undefined}>
              <b>{row.reference}</b>
              <span className={row.by - now < SOON_MS ? "time is-soon" : "time"}>
                <TimeLeft until={row.by} now={now} isBare />
              </span>
              <span className="goods">{row.title}</span>
              {row.act !== "bid" && <b className="act">{t(`act.${row.act}`)}</b>}
              <span className="hub">{placeName(row.hub, locale)}</span>
              <span className="status">{words(row.service)}</span>
              {isApartFromGoods(row.service) && (
                <span className="goods">
                  <ServiceBrief service={row.service} spec={row.spec} />
                </span>
              )}
            </Anchor>
          </li>
        ))}
      </ul>
    </aside>
  );
}

type DeskTableProps = Pick<DeskQueueProps, "items" | "now">;

/** The same as a table, where nothing stands beside it: what ends next first, each row with its place on the desk. */
export function DeskTable({ items, now }: DeskTableProps) {
  const t = useTranslations("bidding.desk");
  const locale = useLocale();
  const columns: Column<DeskRow>[] = [
    {
      key: "request",
      head: t("column.request"),
      className: "is-reference",
      cell: (row) => row.reference,
      detail: (row) => row.title,
    },
    { key: "service", card: "facts", head: t("column.service"), cell: (row) => <ServiceName service={row.service} /> },
    { key: "route", card: "route", head: t("column.route"), cell: (row) => <RequestRoute of={row} /> },
    {
      key: "act",
      card: "turn",
      head: t("column.act"),
      cell: (row) => <TurnMark who="you" name={t(`act.${row.act}`)} />,
    },
    { key: "by", card: "end", head: t("column.by"), cell: (row) => <TimeLeft until={row.by} now={now} isBare /> },
  ];
  return (
    <DataTable
      caption={t("queue")}
      columns={columns}
      rows={items}
      rowKey={(row) => row.id}
      rowHref={(row) => `/${locale}/desk?request=${row.id}`}
    />
  );
}
