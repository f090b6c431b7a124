import { useLocale, useTranslations } from "next-intl";
import { partyName, useNameList } from "@/components/ui/words";
import { useTaskWords } from "@/components/orders/order-state";
import { usePlanWords } from "@/components/orders/reroute-panel";
import { fallbackId } from "@/components/requests/fallback-panel";
import { useMilestoneName, useServiceName } from "@/components/services/service-name";
import { ButtonLink } from "@/components/ui/blocks";
import { TurnBar } from "@/components/ui/turn-bar";
import type { ChainGate, ChainLane, DealChain } from "@/views/chain";
import type { Mode } from "@/domain/hubs/place";
import { bringerOf, isRelease } from "@/domain/orders/chain/gate";
import { gatesOpenedBy } from "@/domain/orders/order-turn";
import type { Service } from "@/domain/shared/vocabulary";
import { mayStateRelease } from "@/domain/clearance/release";
import { type BuyersWord, isForDecision, StateButton, useGateWords } from "./chain-gates";

type Order = NonNullable<ChainLane["order"]> &
  Pick<ChainLane, "service" | "orderId"> & { readonly provider: NonNullable<ChainLane["provider"]> };

const ordersOf = (view: DealChain): Order[] =>
  view.orders.flatMap(({ service, orderId, provider, order }) =>
    order && provider ? [{ ...order, service, orderId, provider }] : [],
  );

/** The order or request that the deal's own list names first, and whether it waits for the reader. */
type First = { readonly service: Service; readonly isYours: boolean };

/**
 * The first gate that failed and holds an order, wherever on the order's way it stands. Where something else of the deal waits for
 * the reader first, it is not named before that.
 */
function failedGate(view: DealChain, first: First | undefined): ChainGate | undefined {
  const held = ordersOf(view).filter(({ heldSince }) => heldSince !== null);
  const isNamed = (gate: ChainGate) =>
    !first?.isYours || gate.holds.service === first.service || (first.service === "inspection" && isForDecision(gate));
  return view.gates.find(
    (gate) =>
      gate.state === "failed" &&
      gate.passedAt === null &&
      held.some(({ service }) => service === gate.holds.service) &&
      isNamed(gate),
  );
}

/** Which side of an order has something to do, the reader's own where both have; null where it waits for others or for nobody. */
function sideAtWork({ mover }: Order, side: DealChain["side"]): DealChain["side"] | null {
  if (mover === "parties") return side;
  return mover === "buyer" || mover === "provider" ? mover : null;
}

const isMine = (view: DealChain, order: Order): boolean =>
  sideAtWork(order, view.side) === view.side && (view.side === "buyer" || order.isViewersWork);

/** What a side of an order does next, to whoever does it and to whoever waits for it. */
function useNextWords(mode: Mode) {
  const t = useTranslations("chain.turn");
  const milestone = useMilestoneName(mode);
  const service = useServiceName();
  const taskWords = useTaskWords();
  const { needWords } = useGateWords(mode);
  const nameList = useNameList();
  const locale = useLocale();
  return (order: Order, view: DealChain, isYours: boolean) => {
    const { deal } = view;
    const names = { provider: partyName(order.provider, locale), buyer: partyName(deal.buyer, locale) };
    const values = { ...names, service: service(order.service) };
    const { turn } = order;
    switch (turn.holder) {
      case "provider":
        return t(isYours ? "report" : "reports", { ...values, milestone: milestone(order.service, turn.code) });
      case "task": {
        const { task } = turn;
        const said = taskWords(task, isYours ? "yours" : "theirs", { ...names, side: task.side });
        return t("task", { ...values, task: said });
      }
      case "room":
        return t("room", { ...values, party: names[turn.side] });
      case "dispute":
        if (turn.side === null) return t("market", values);
        return t(isYours ? "dispute" : "disputes", { ...values, party: names[turn.side] });
      case "gate": {
        const side = sideAtWork(order, view.side) ?? "provider";
        const gates = gatesOpenedBy(side, { service: order.service, stops: turn.stops });
        const need = nameList(gates.map(({ gate }) => needWords(gate)));
        return t(isYours ? "bring" : "brings", { ...values, party: names[side], need });
      }
      default:
        return t(isYours ? "accept" : "accepts", values);
    }
  };
}

type UnprovidedTurn = { readonly lane: ChainLane } | { readonly gate: ChainGate };

/** What the buyer is waited for where nobody was chosen: its choice, or its own word for what it does itself. */
function unprovidedIn(view: DealChain, first: First | undefined): UnprovidedTurn | null {
  const isNamed = (service: Service | null) => !first?.isYours || service === first.service;
  const lane = view.orders.find(({ service, order, request }) => !order && request?.needsFallback && isNamed(service));
  if (lane) return { lane };
  const gate = view.gates.find(
    (one) => view.awaitsWord.includes(one.key) && (isNamed(bringerOf(one)) || isNamed(one.holds.service)),
  );
  return gate ? { gate } : null;
}

function UnprovidedBar({
  view,
  word,
  ...turn
}: { readonly view: DealChain; readonly word: BuyersWord } & UnprovidedTurn) {
  const t = useTranslations("chain.turn");
  const service = useServiceName();
  const gates = useGateWords(view.deal.mode);
  const locale = useLocale();
  const isBuyer = view.side === "buyer";
  const buyer = partyName(view.deal.buyer, locale);
  const who = { who: isBuyer ? "you" : "other", whoLabel: isBuyer ? t("yours") : buyer } as const;
  if ("lane" in turn) {
    const named = { service: service(turn.lane.service), buyer };
    const href = `/${locale}/deals/${view.deal.id}#${fallbackId(turn.lane.service)}`;
    const action = (
      <ButtonLink variant="primary" size="small" href={href}>
        {t("whatNow")}
      </ButtonLink>
    );
    return (
      <TurnBar
        {...who}
        sentence={t(isBuyer ? "choose" : "chooses", named)}
        next={isBuyer ? t("chooseNext") : t("then")}
        action={isBuyer ? action : undefined}
      />
    );
  }
  const { gate } = turn;
  const own = bringerOf(gate);
  const named = { service: own ? service(own) : "", buyer, need: gates.needWords(gate) };
  return (
    <TurnBar
      {...who}
      sentence={t(isBuyer ? "state" : "states", named)}
      next={t("then")}
      action={
        view.mayState ? (
          <StateButton word={word} deal={view.deal} gate={gate} variant="primary" size="small" />
        ) : undefined
      }
    />
  );
}

type ChainTurnBarProps = {
  readonly view: DealChain;
  readonly word: BuyersWord;
  /** To the buyer, what the list of its deals names of this one. */
  readonly first?: First | undefined;
};

/** First on the page of a chain: what is held and by whose doing, else what the reader can do, else what is waited for. */
export function ChainTurnBar({ view, word, first }: ChainTurnBarProps) {
  const t = useTranslations("chain.turn");
  const gates = useGateWords(view.deal.mode);
  const nextWords = useNextWords(view.deal.mode);
  const reroute = useTranslations("reroute.panel");
  const plan = usePlanWords();
  const locale = useLocale();
  const buyer = partyName(view.deal.buyer, locale);
  const isFirst = ({ service }: Order) => service === first?.service;
  const orders = ordersOf(view).sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  const failed = failedGate(view, first);
  const inspected = orders.find((order) => order.service === "inspection");
  const isOnReader = failed !== undefined && view.side === "buyer" && isForDecision(failed);
  if (failed)
    return (
      <TurnBar
        who="hold"
        whoLabel={t("heldAt", { number: failed.number })}
        sentence={gates.whyWords(failed)}
        next={isOnReader ? t("decideNext") : gates.lifterWords(failed, buyer)}
        action={
          inspected && isOnReader ? (
            <ButtonLink
              variant="primary"
              size="small"
              href={`/${locale}/orders/${inspected.orderId}/inspection#decide`}
            >
              {t("decide")}
            </ButtonLink>
          ) : mayStateRelease(failed, view) ? (
            <StateButton word={word} deal={view.deal} gate={failed} size="small" />
          ) : view.mayWaive && !isRelease(failed) ? (
            <ButtonLink size="small" href={`/${locale}/deals/${view.deal.id}/chain?waive=${failed.key}#waive`}>
              {t("waive")}
            </ButtonLink>
          ) : undefined
        }
      />
    );
  const isOfCarriage = !first?.isYours || first.service === "logistics";
  const asked = isOfCarriage ? view.reroutes.find(({ isViewersTurn }) => isViewersTurn) : undefined;
  if (asked)
    return (
      <TurnBar
        who="you"
        whoLabel={t("yours")}
        sentence={reroute(`ask.${asked.askedBy}`, plan.hubs(asked))}
        next={reroute("yours", plan.hubs(asked))}
        action={
          <ButtonLink variant="primary" size="small" href="#reroute">
            {t("answer")}
          </ButtonLink>
        }
      />
    );
  const mine = orders.find((order) => isMine(view, order));
  const unprovided = unprovidedIn(view, first);
  if (unprovided && (view.side === "buyer" || !mine)) return <UnprovidedBar view={view} word={word} {...unprovided} />;
  const next = mine ?? orders.find((order) => sideAtWork(order, view.side) !== null);
  const disputed = orders.find(({ turn }) => turn.holder === "dispute");
  if (!next && disputed)
    return <TurnBar who="other" whoLabel={t("nobody")} sentence={nextWords(disputed, view, false)} next={t("then")} />;
  if (!next) {
    const isOver = orders.length > 0 && orders.every(({ line }) => line === "completed" || line === "cancelled");
    return (
      <TurnBar
        who={isOver ? "done" : "other"}
        whoLabel={t(isOver ? "over" : "nobody")}
        sentence={t(isOver ? "allDone" : orders.length === 0 ? "noOrders" : "waiting")}
      />
    );
  }
  const holder = sideAtWork(next, view.side) === "provider" ? partyName(next.provider, locale) : buyer;
  return (
    <TurnBar
      who={mine ? "you" : "other"}
      whoLabel={mine ? t("yours") : holder}
      sentence={nextWords(next, view, mine !== undefined)}
      next={t("then")}
      action={
        mine?.orderId ? (
          <ButtonLink variant="primary" size="small" href={`/${locale}/orders/${mine.orderId}`}>
            {t("open")}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}
