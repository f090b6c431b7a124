import { useServiceName } from "@/components/services/service-name";
import { useLocale, useTranslations } from "next-intl";
import { isApartFromGoods, ServiceBrief } from "@/components/services/service-figures";
import { Anchor } from "@/components/ui/blocks";
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
