import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listAddress } from "@/app/list-address";
import { OrderFilters, OrderTable } from "@/components/orders/order-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { ORDER_STATES, SERVICES } from "@/domain/shared/vocabulary";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { referenceData } from "@/server/hubs/queries/network";
import { listOrders } from "@/server/orders/queries/orders";

const PAGE_SIZE = 25;

const text = (max: number) => z.string().trim().max(max).catch("");
const search = z.object({
  side: z.enum(["buyer", "provider", ""]).catch(""),
  state: z.enum([...ORDER_STATES, ""]).catch(""),
  service: z.enum([...SERVICES, ""]).catch(""),
  hub: text(40),
  late: z.enum(["true", ""]).catch(""),
  q: text(100),
  cursor: text(80),
});

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: PageProps) {
  const session = await requireMember("/orders");
  const values = search.parse(await searchParams);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("orders")]);
  const { clock } = platform();
  const read = pageReader();
  const { items, nextCursor } = await listOrders(read, session.actor, {
    side: values.side || null,
    states: values.state ? [values.state] : null,
    service: values.service || null,
    hubId: values.hub || null,
    q: values.q || null,
    isLate: values.late === "true",
    cursor: values.cursor || null,
    limit: PAGE_SIZE,
    now: clock(),
  });
  const hubs = [...(await referenceData(read)).hubs.values()];
  const path = `/${locale}/orders`;
  const { cursor, ...filters } = values;
  const isFiltered = Object.values(filters).some((value) => value !== "");
  return (
    <PageWrap>
      <PageHead title={t("list.title")} sub={t("list.sub")} />
      <OrderFilters
        action={path}
        values={filters}
        hubs={hubs}
        without={(name) => listAddress(path, filters, { [name]: "" })}
      />
      {items.length > 0 ? (
        <OrderTable rows={items} zone={session.timeZone} />
      ) : (
        <Panel isFlush>
          <EmptyState
            reason={t(isFiltered ? "list.noneFiltered" : "list.none")}
            detail={isFiltered ? undefined : t("list.noneDetail")}
          >
            <ButtonLink href={isFiltered ? path : `/${locale}/requests`}>
              {t(isFiltered ? "list.all" : "list.toRequests")}
            </ButtonLink>
          </EmptyState>
        </Panel>
      )}
      <Pager
        previousHref={cursor ? listAddress(path, filters) : undefined}
        nextHref={nextCursor ? listAddress(path, filters, { cursor: nextCursor }) : undefined}
      />
    </PageWrap>
  );
}
