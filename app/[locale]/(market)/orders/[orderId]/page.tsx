import { FirstVisit } from "@/app/first-visit";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ReadinessPanel } from "@/components/documents/readiness";
import { ChangeRequests } from "@/components/orders/change-requests";
import { DealOrders, OrderCharges, OrderCommercialTerms, OrderWaybill } from "@/components/orders/order-waybill";
import { MilestoneList } from "@/components/orders/milestone-list";
import { OrderGates } from "@/components/orders/order-gates";
import { OrderSum } from "@/components/orders/order-sum";
import { OrderRoute } from "@/components/orders/order-route";
import { OrderStateChip, OrderTurnBar } from "@/components/orders/order-state";
import { LiveDeal } from "@/components/live/live-pages";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { AsMarkup } from "@/components/ui/written/as-markup";
import { type Actor, may, mayEver } from "@/domain/access/policy";
import { cancel, nextMilestone } from "@/domain/orders/order";
import type { LineState } from "@/domain/shared/vocabulary";
import type { OrderPage as OrderView } from "@/views/orders";
import { kindOf } from "@/domain/services/registry";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { documentsView } from "@/server/documents/queries";
import { linksOfOrder } from "@/server/field/queries";
import { filesOn, mayAttach } from "@/server/files/queries";
import { orderPage } from "@/server/orders/queries/orders";
import { RepeatDeal } from "../../deals/repeat-deal";
import { FieldPanel } from "./field-panel";
import { OrderExceptions } from "./order-slots";
import { OrderFiles, OrderPacks, OrderSteps } from "./order-steps";
import { KindSection } from "./order-sections";
import { ThreadSection } from "./thread-section";
import { turnAction } from "./turn-action";

type Search = Readonly<
  Partial<Record<"step" | "files" | "slot" | "system" | "delay" | "exception" | "do" | "laid", string>>
>;

type PageProps = {
  readonly params: Promise<{ orderId: string }>;
  readonly searchParams: Promise<Partial<Record<keyof Search, string | string[]>>>;
};

/** Nothing happens to these any more. */
const IS_OVER: ReadonlySet<LineState> = new Set(["completed", "cancelled"]);
/** A step may be told where it is the provider's turn, and beside what a room asks of somebody while nothing keeps the order. */
function isReportable({ turn, line, milestones, stoppedCodes, state }: OrderView): boolean {
  if (turn.holder !== "task") return turn.holder === "provider";
  const next = nextMilestone({ state: line, milestones });
  return next !== null && !stoppedCodes.includes(next.code) && state === line;
}

/** What the viewer may do to the order now; the commands ask again. */
function whatMay(actor: Actor, order: OrderView) {
  const subject = { buyerOrganisationId: order.buyer.id, providerOrganisationId: order.provider.id };
  return {
    mayCancel: may(actor, "order.cancel", subject) && order.state !== "disputed" && cancel({ state: order.line }).ok,
    mayAccept: may(actor, "order.accept", subject) && order.turn.holder === "buyer",
    mayReport: may(actor, "order.report", subject) && isReportable(order),
    mayRecord: may(actor, "order.report", subject) && order.turn.holder === "provider" && order.nextForm !== null,
  };
}

export default async function OrderPage({ params, searchParams }: PageProps) {
  const { orderId } = await params;
  const { actor, timeZone } = await requireMember(`/orders/${orderId}`);
  const { clock } = platform();
  const order = await orderPage(pageReader(), actor, { id: orderId, now: clock() });
  if (!order) notFound();
  const papers = kindOf(order.service).deliverablePapers
    ? await documentsView(pageReader(), actor, order.dealId)
    : null;
  const subject = { kind: "order", id: order.id } as const;
  const reader = { viewer: actor, now: clock() };
  const [asked, files, mayAdd, links] = await Promise.all([
    searchParams,
    filesOn(pageReader(), subject, reader),
    mayAttach(pageReader(), subject, reader),
    linksOfOrder(pageReader(), order.id, reader),
  ]);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("orders")]);
  const here = `/${locale}/orders/${order.id}`;
  const search: Search = Object.fromEntries(Object.entries(asked).filter(([, value]) => typeof value === "string"));
  const { step, exception = null } = search;
  const { mayCancel, mayAccept, mayReport, mayRecord } = whatMay(actor, order);
  return (
    <PageWrap>
      <PageHead
        title={order.title}
        crumb={[{ label: t("list.title"), href: `/${locale}/orders` }, { label: order.reference }]}
        chip={<OrderStateChip state={order.state} />}
        actions={
          <>
            <ButtonLink href={`/${locale}/deals/${order.dealId}/chain`} icon="route">
              {t("page.chain")}
            </ButtonLink>
            <ButtonLink href={`/${locale}/requests/${order.requestId}`} icon="file-text">
              {t("page.request")}
            </ButtonLink>
            <ButtonLink href={`${here}/dispute`} icon="triangle-alert">
              {t("page.dispute")}
            </ButtonLink>
            {order.line === "cancelled" && order.side === "buyer" && mayEver(actor, "draft.change") && (
              <RepeatDeal dealId={order.dealId} />
            )}
            {mayCancel && (
              <ButtonLink href={`${here}?step=cancel#cancel`} icon="x">
                {t("page.cancel")}
              </ButtonLink>
            )}
          </>
        }
      />
      {!IS_OVER.has(order.line) && <LiveDeal dealId={order.dealId} seq={order.dealSeq} />}
      <OrderTurnBar
        order={order}
        now={clock()}
        zone={timeZone}
        action={await turnAction({ order, here, mayAccept, mayReport, mayRecord })}
      />
      <AsMarkup>
        <OrderWaybill order={order} zone={timeZone} />
      </AsMarkup>
      <div className="stack mt-3">
        <FirstVisit note="order" />
        <AsMarkup>
          <OrderGates order={order} />
        </AsMarkup>
        <ChangeRequests order={order} zone={timeZone} />
        <AsMarkup>
          <OrderSum order={order} zone={timeZone} disputeHref={`${here}/dispute`} />
        </AsMarkup>
        <OrderSteps
          order={order}
          actor={actor}
          files={files.filter((file) => file.isOwn && file.milestoneCode === null && file.state !== "infected")}
          zone={timeZone}
          step={
            mayAccept && (step === "accept" || (step === "changes" && order.takesChanges))
              ? step
              : mayCancel && step === "cancel"
                ? "cancel"
                : mayReport && search.do === undefined
                  ? "report"
                  : null
          }
        />
        <KindSection order={order} viewer={actor} files={files} zone={timeZone} here={here} search={search} />
        <OrderExceptions orderId={order.id} actor={actor} zone={timeZone} here={here} asked={exception} />
        <OrderFiles order={order} files={files} mayAdd={mayAdd} zone={timeZone} outcome={search.files ?? null} />
        <OrderPacks order={order} viewer={actor} zone={timeZone} />
        <ThreadSection order={order} viewer={actor} files={files} zone={timeZone} outcome={search.laid ?? null} />
        <FieldPanel order={order} found={links} zone={timeZone} />
        <AsMarkup>
          <OrderRoute order={order} />
        </AsMarkup>
        <AsMarkup>
          <MilestoneList order={order} files={files} zone={timeZone} />
        </AsMarkup>
        {papers && (
          <AsMarkup>
            <ReadinessPanel view={papers} />
          </AsMarkup>
        )}
        <AsMarkup>
          <DealOrders order={order} />
        </AsMarkup>
        <AsMarkup>
          <OrderCharges order={order} zone={timeZone} />
        </AsMarkup>
        <AsMarkup>
          <OrderCommercialTerms order={order} />
        </AsMarkup>
      </div>
    </PageWrap>
  );
}
