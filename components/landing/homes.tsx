import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeskTable } from "@/components/bidding/desk-queue";
import { DealTable } from "@/components/deals/deal-table";
import { ExportsOfLatePanel } from "@/components/exports/exports-of-late";
import { ShareBar } from "@/components/hubs/share-bar";
import { HubNow } from "@/components/hubs/outlook-panel";
import { WorkTable } from "@/components/orders/work-list";
import { ServiceName } from "@/components/services/service-name";
import { Anchor, ButtonLink, Panel } from "@/components/ui/blocks";
import { CountText } from "@/components/ui/figures";
import { ShareText } from "@/components/ui/share-text";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";
import { DateText } from "@/components/ui/time/time-text";
import { TimeLeft } from "@/components/ui/time/time-left";
import { HubName } from "@/components/ui/words";
import { WaybillGrid } from "@/components/ui/waybill-grid";
import { nextRequest, waitingForBuyer } from "@/domain/deals/deal-turn";
import { BORDER_SHARE_LINE_BPS, type PeriodShare, type TrafficPeriod } from "@/domain/hubs/traffic";
import type { Instant } from "@/domain/shared/time";
import type { DeskRow } from "@/views/bids";
import type { WorkCounts, WorkRow } from "@/views/chain";
import type { DealLine, DealRequest } from "@/views/deals";
import type { ExportsOfLate } from "@/views/exports";
import type { BoardRow } from "@/views/hubs";

type Shown = { readonly zone: string; readonly now: Instant };

const WHOLE_BPS = 10_000;

/** In a home a list is short: whoever wants all of it has its own page. */
const ROWS_MAX = 5;

type BidOn = DealRequest & { readonly deal: DealLine };

const dueOf = (deal: DealLine): number => nextRequest(deal.requests)?.turn.by ?? Number.POSITIVE_INFINITY;

/** The requests of the buyer on which providers bid now, the first to close first. */
function OpenRequests({ rows, now }: { readonly rows: readonly BidOn[]; readonly now: Instant }) {
  const t = useTranslations("home.open");
  const locale = useLocale();
  const columns: Column<BidOn>[] = [
    {
      key: "request",
      head: t("request"),
      className: "is-reference",
      cell: (row) => row.reference,
      detail: (row) => row.deal.title,
    },
    { key: "service", card: "facts", head: t("service"), cell: (row) => <ServiceName service={row.service} /> },
    {
      key: "bids",
      card: "facts",
      head: t("bids"),
      isNumber: true,
      isNamedOnCard: true,
      cell: (row) => t("count", { count: row.bidCount }),
    },
    {
      key: "closes",
      card: "end",
      head: t("closes"),
      isNamedOnCard: true,
      cell: (row) => <TimeLeft until={row.closesAt} now={now} isBare />,
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/${locale}/requests/${id}`}
      height="regular"
    />
  );
}

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** Where all of it is read. */
  readonly href: string;
  readonly all: string;
  readonly none: string;
  /** What its reader only follows: a phone folds it, where there is something in it. */
  readonly isFollowed?: boolean;
  readonly children: ReactNode;
};

/** A short list of a home, with how many of all it shows; where nothing is in it, one sentence. */
function Section({ id, title, count, href, all, none, isFollowed = false, children }: SectionProps) {
  const t = useTranslations("home");
  const shown = count > ROWS_MAX ? t("shown", { shown: ROWS_MAX, count }) : <CountText value={count} />;
  const way = <Anchor href={href}>{all}</Anchor>;
  if (isFollowed && count > 0)
    return (
      <Panel id={id} title={title} aside={shown} isFlush fold="closed">
        {children}
        <p className="panel-foot">{way}</p>
      </Panel>
    );
  return (
    <Panel
      id={id}
      title={title}
      aside={
        <>
          {shown} · {way}
        </>
      }
      isFlush
    >
      {count > 0 ? children : <p className="panel-body">{none}</p>}
    </Panel>
  );
}

/** What a buyer needs today: deals that wait for a word, requests that are bid on, deals whose orders are under way. */
export function BuyerHome({ deals, zone, now }: Shown & { readonly deals: readonly DealLine[] }) {
  const t = useTranslations("home");
  const locale = useLocale();
  const waiting = deals
    .filter((deal) => waitingForBuyer(deal.requests) > 0)
    .sort((one, other) => (dueOf(one) < dueOf(other) ? -1 : 1));
  const open = deals
    .flatMap((deal) => deal.requests.filter(({ state }) => state === "open").map((request) => ({ ...request, deal })))
    .sort((one, other) => one.closesAt - other.closesAt);
  const underWay = deals.filter(
    (deal) => waitingForBuyer(deal.requests) === 0 && deal.requests.some(({ turn }) => turn.order !== undefined),
  );
  const href = `/${locale}/deals`;
  const table = (rows: readonly DealLine[]) => (
    <DealTable rows={rows.slice(0, ROWS_MAX)} zone={zone} now={now} hasKeys={false} />
  );
  return (
    <>
      <Section
        id="waits"
        {...{ title: t("waits.title"), count: waiting.length, href, all: t("waits.all"), none: t("waits.none") }}
      >
        {table(waiting)}
      </Section>
      <Section
        id="open"
        title={t("open.title")}
        count={open.length}
        href={`/${locale}/requests?mine=1&state=open`}
        all={t("open.all")}
        none={t("open.none")}
        isFollowed
      >
        <OpenRequests rows={open.slice(0, ROWS_MAX)} now={now} />
      </Section>
      <Section
        id="under-way"
        {...{ title: t("underWay.title"), count: underWay.length, href: `/${locale}/orders` }}
        {...{ all: t("underWay.all"), none: t("underWay.none"), isFollowed: true }}
      >
        {table(underWay)}
      </Section>
    </>
  );
}

type ProviderHomeProps = Shown & {
  readonly desk: { readonly items: readonly DeskRow[]; readonly count: number };
  readonly work: { readonly rows: readonly WorkRow[]; readonly counts: WorkCounts };
};

/** What a provider needs today: figures, the steps that are due, and the requests that fit, the first to close first. */
export function ProviderHome({ desk, work: { rows, counts }, zone, now }: ProviderHomeProps) {
  const t = useTranslations("home");
  const locale = useLocale();
  const work = `/${locale}/work`;
  const figure = (key: "fit" | "yours" | "held" | "waiting", value: number, href: string) => ({
    label: t(`figure.${key}`),
    value: (
      <Anchor href={href}>
        <CountText value={value} />
      </Anchor>
    ),
  });
  return (
    <>
      <WaybillGrid
        columns={4}
        hasFigures
        boxes={[
          { number: 1, ...figure("fit", desk.count, `/${locale}/desk`) },
          {
            ...{ number: 2, ...figure("yours", counts.yours, `${work}?turn=yours`) },
            detail: counts.overdue > 0 && t("figure.overdue", { count: counts.overdue }),
          },
          { number: 3, ...figure("held", counts.held, `${work}?turn=held`) },
          { number: 4, ...figure("waiting", counts.waiting + counts.delivered, work) },
        ]}
      />
      <Section
        id="steps-due"
        {...{ title: t("stepsDue.title"), count: counts.yours, href: work }}
        {...{ all: t("stepsDue.all"), none: t("stepsDue.none") }}
      >
        <WorkTable group="yours" rows={rows.slice(0, ROWS_MAX)} zone={zone} />
      </Section>
      <Section
        id="fit"
        {...{
          title: t("fit.title"),
          count: desk.count,
          href: `/${locale}/desk`,
          all: t("fit.all"),
          none: t("fit.none"),
        }}
      >
        <DeskTable items={desk.items.slice(0, ROWS_MAX)} now={now} />
      </Section>
    </>
  );
}

type Decision = {
  readonly key: "review" | "checks" | "disputes" | "deadLetters";
  readonly count: number;
  readonly href: string;
};

type AdministratorHomeProps = {
  readonly decisions: readonly Decision[];
  /** The joint share of the border hubs by orders. */
  readonly share: { readonly share: PeriodShare; readonly period: TrafficPeriod };
  /** What the last whole month sold to other countries. */
  readonly late: ExportsOfLate;
  /** Hubs that are closed for a way of transport now, or have a closure ahead. */
  readonly troubled: readonly BoardRow[];
  readonly zone: string;
};

/** What an administrator needs today: what waits for a decision, the share against the line, and hubs in trouble. */
export function AdministratorHome({ decisions, share, late, troubled, zone }: AdministratorHomeProps) {
  const t = useTranslations("home");
  const locale = useLocale();
  const { wholeAmount: whole, borderAmount: part, line } = share.share;
  const waiting = decisions.filter(({ count }) => count > 0);
  const columns: Column<BoardRow>[] = [
    { key: "hub", head: t("troubled.hub"), cell: ({ hub }) => <HubName {...hub} /> },
    {
      key: "now",
      card: "title",
      isNamedOnCard: true,
      head: t("troubled.now"),
      cell: ({ now }) => <HubNow now={now} zone={zone} />,
    },
    {
      key: "closures",
      card: "end",
      head: t("troubled.closures"),
      cell: ({ closureCount }) => t("troubled.count", { count: closureCount }),
    },
  ];
  return (
    <>
      <Panel id="decisions" title={t("decisions.title")} isFlush>
        {waiting.length === 0 ? (
          <p className="panel-body">{t("decisions.none")}</p>
        ) : (
          <ul className="first-steps">
            {waiting.map(({ key, count, href }) => (
              <li key={key} className="is-next">
                <b>{t(`decisions.${key}`, { count })}</b>
                <ButtonLink href={href}>{t(`decisions.do.${key}`)}</ButtonLink>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel
        id="share"
        title={t("share.title")}
        aside={
          <>
            <DateText day={share.period.from} /> – <DateText day={share.period.to} /> ·{" "}
            <Anchor href={`/${locale}/admin/traffic`}>{t("share.all")}</Anchor>
          </>
        }
      >
        {whole === 0n ? (
          t("share.none")
        ) : (
          <>
            <ShareText part={part} whole={whole} unit={t("share.unit")} variant="stacked" />
            <ShareBar
              parts={[{ tone: "c1", amount: share.share.borderHubShareBps ?? 0 }]}
              of={WHOLE_BPS}
              lineAt={BORDER_SHARE_LINE_BPS}
            />
            <p>
              {t(line.isReached ? "share.reached" : "share.missed", {
                line: BORDER_SHARE_LINE_BPS / 100,
                orders: Number(line.isReached ? line.spare : line.missing),
              })}
            </p>
          </>
        )}
      </Panel>
      <ExportsOfLatePanel late={late} />
      <Section
        id="troubled"
        {...{ title: t("troubled.title"), count: troubled.length, href: `/${locale}/admin/hubs` }}
        {...{ all: t("troubled.all"), none: t("troubled.none") }}
      >
        <DataTable
          caption={t("troubled.title")}
          columns={columns}
          rows={troubled.slice(0, ROWS_MAX)}
          rowKey={({ hub }) => hub.id}
          rowHref={({ hub }) => `/${locale}/admin/hubs/${encodeURIComponent(hub.id)}`}
          height="regular"
        />
      </Section>
    </>
  );
}
