import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import { LateMark, OrderStateChip, useTaskWords } from "@/components/orders/order-state";
import { ServiceName, useStepToCome } from "@/components/services/service-name";
import { Anchor, Panel } from "@/components/ui/blocks";
import type { ChainLane, DealChain } from "@/views/chain";
import { gateKey } from "@/domain/orders/chain/gate";
import { useGateWords } from "./chain-gates";

/** What a service does next, and who: its order's step, or that its request has not been awarded. */
function NextStep({ lane, view }: { readonly lane: ChainLane; readonly view: DealChain }) {
  const t = useTranslations("chain.orders");
  const toCome = useStepToCome(view.deal.mode);
  const gates = useGateWords(view.deal.mode);
  const taskWords = useTaskWords();
  const locale = useLocale();
  const { order, provider, service } = lane;
  const buyer = partyName(view.deal.buyer, locale);
  if (!order || !provider) {
    const { request } = lane;
    if (request?.needsFallback) return <>{t("undecided", { buyer })}</>;
    return <>{request?.fallback === "self" ? t("own", { buyer }) : t("notAwarded")}</>;
  }
  const { turn } = order;
  switch (turn.holder) {
    case "provider":
      return <>{t("provider", { provider: partyName(provider, locale), milestone: toCome(service, turn.code) })}</>;
    case "buyer":
      return <>{t("buyer", { buyer })}</>;
    case "task": {
      const holder = turn.task.side === "buyer" ? view.deal.buyer : provider;
      return <>{t("task", { party: partyName(holder, locale), task: taskWords(turn.task, "short") })}</>;
    }
    case "room": {
      const holder = turn.side === "buyer" ? view.deal.buyer : provider;
      return <>{t("room", { party: partyName(holder, locale) })}</>;
    }
    case "gate": {
      if (turn.stops.length === 0) return <>{lane.state && t(`side.${lane.state}`)}</>;
      return turn.stops.map((stop) => {
        const key = gateKey(stop.gate);
        const shown = view.gates.find((one) => one.key === key);
        return (
          <span className="block" key={key}>
            {t("gate", { need: gates.needWords(stop.gate) })}
            {shown && <small className="block text-ink-2">{gates.lifterWords(shown, buyer)}</small>}
          </span>
        );
      });
    }
    case "dispute": {
      if (turn.side === null) return <>{t("market")}</>;
      const holder = turn.side === "buyer" ? view.deal.buyer : provider;
      return <>{t("dispute", { party: partyName(holder, locale) })}</>;
    }
    case "nobody":
      return <>{t("nobody")}</>;
  }
}

function LaneItem({ lane, view }: { readonly lane: ChainLane; readonly view: DealChain }) {
  const t = useTranslations("chain.orders");
  const locale = useLocale();
  const { order, orderId, provider, request, service, state } = lane;
  const done = order?.milestones.filter(({ occurredAt }) => occurredAt !== null).length ?? 0;
  return (
    <li className="chain-order">
      <b>
        <ServiceName service={service} />
      </b>
      <span>
        {order && orderId ? (
          <Anchor href={`/${locale}/orders/${orderId}`}>{order.reference}</Anchor>
        ) : !order && request && view.side === "buyer" ? (
          <Anchor href={`/${locale}/requests/${request.id}`}>{request.reference}</Anchor>
        ) : (
          (order?.reference ?? request?.reference)
        )}
        {provider && <small className="block text-ink-2">{partyName(provider, locale)}</small>}
      </span>
      <span>{state && <OrderStateChip state={state} />}</span>
      <span>
        <NextStep lane={lane} view={view} />
        {order && <small className="block text-ink-2">{t("count", { done, all: order.milestones.length })}</small>}
        {lane.late.map((late) => (
          <LateMark key={late.step} order={{ service, mode: view.deal.mode }} late={late} />
        ))}
      </span>
    </li>
  );
}

/** Each service of the deal with its order, how far it is, what comes next and whose turn that is. */
export function ChainOrders({ view }: { readonly view: DealChain }) {
  const t = useTranslations("chain.orders");
  return (
    <Panel title={t("title")} isFlush>
      <ul className="chain-orders">
        {view.orders.map((lane) => (
          <LaneItem key={lane.service} lane={lane} view={view} />
        ))}
      </ul>
    </Panel>
  );
}
