import { getLocale, getTranslations } from "next-intl/server";
import { arrangedFor, countedIn } from "@/app/arranged-list";
import { listAddress } from "@/app/list-address";
import { OrderFilters, OrderTable } from "@/components/orders/order-list";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { ListTools } from "@/components/ui/table/list-tools";
import { Pager } from "@/components/ui/table/pager";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { referenceData } from "@/server/hubs/queries/network";
import { countOrders, listOrders } from "@/server/orders/queries/orders";
import { askedOrders, orderFilterOf } from "./asked-orders";

const PAGE_SIZE = 25;

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: PageProps) {
  const session = await requireMember("/orders");
  const values = askedOrders.parse(await searchParams);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("orders")]);
  const { clock } = platform();
  const read = pageReader();
  const { items, nextCursor } = await listOrders(read, session.actor, {
    ...orderFilterOf(values),
    cursor: values.cursor || null,
    limit: PAGE_SIZE,
    now: clock(),
  });
  const hubs = [...(await referenceData(read)).hubs.values()];
  const path = `/${locale}/orders`;
  const { cursor, ...filters } = values;
  const isFiltered = Object.entries(filters).some(([name, value]) => name !== "sort" && value !== "");
  const count = await countedIn(isFiltered, (limit) =>
    countOrders(read, session.actor, { ...orderFilterOf(values), limit, now: clock() }),
  );
  const { columns, tools } = await arrangedFor(session.actor, "orders", filters);
  const hasSeveral = items.filter(({ side, turn }) => side === "buyer" && turn.holder === "buyer").length > 1;
  const hrefOf = (sort: string) => listAddress(path, filters, { sort });
  return (
    <PageWrap>
      <PageHead
        title={t("list.title")}
        sub={t("list.sub")}
        actions={
          hasSeveral && (
            <ButtonLink href={`${path}/accept`} icon="check">
              {t("several.link")}
            </ButtonLink>
          )
        }
      />
      <OrderFilters
        action={path}
        values={filters}
        hubs={hubs}
        count={count}
        without={(name) => listAddress(path, filters, { [name]: "" })}
      />
      <ListTools {...tools} />
      {items.length > 0 ? (
        <OrderTable
          rows={items}
          zone={session.timeZone}
          shown={columns}
          sorting={{ current: filters.sort || "-placed", hrefOf }}
        />
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
