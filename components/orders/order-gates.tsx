import { type TurnHolder, TurnMark } from "@/components/ui/cells";
import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/words";
import type { ChainGate } from "@/views/chain";
import type { OrderPage } from "@/views/orders";
import { isForDecision, releaseHref, useGateWords } from "@/components/orders/chain/chain-gates";
import { fallbackId } from "@/components/requests/fallback-panel";
import { GateRow } from "@/components/ui/gate-row";
import { ButtonLink, Panel } from "@/components/ui/blocks";
import { mayStateRelease } from "@/domain/clearance/release";
import { bringerOf, isRelease } from "@/domain/orders/chain/gate";

type Turn = { readonly who: TurnHolder; readonly name: string };

/** Whose turn a closed gate is on the page of an order that waits for it: who can open it by doing their part. */
function useGateTurn({
  buyer,
  provider,
  service,
  side,
  siblings,
}: Pick<OrderPage, "buyer" | "provider" | "service" | "side" | "siblings">) {
  const t = useTranslations("orders.waits");
  const locale = useLocale();
  return ({ lifter, bringer }: Pick<ChainGate, "lifter" | "bringer">): Turn => {
    if (lifter === null || lifter === "parties") return { who: "other", name: t("parties") };
    const ofBuyer = { who: side === "buyer" ? "you" : "other", name: partyName(buyer, locale) } as const;
    if (lifter === "buyer") return side === "buyer" ? { ...ofBuyer, name: t("you") } : ofBuyer;
    const isOwn = side === "provider" && siblings.some((one) => one.service === lifter);
    if (isOwn) return { who: "you", name: t("you") };
    const party = lifter === service ? provider : bringer;
    return party ? { who: "other", name: partyName(party, locale) } : ofBuyer;
  };
}

type Act = { readonly href: string; readonly words: string };

/** What the viewer can do about a closed gate, and where; null where it is for others. */
function useGateAct(order: OrderPage): (gate: ChainGate) => Act | null {
  const t = useTranslations("chain");
  const own = useTranslations("orders.waits");
  const locale = useLocale();
  const { waits, siblings, dealId } = order;
  const chain = `/${locale}/deals/${dealId}/chain`;
  const actOfBuyer = (view: ChainGate): Act | null => {
    const { why, key } = view;
    const inspection = siblings.find(({ service }) => service === "inspection");
    const service = bringerOf(view);
    if (inspection && isForDecision(view))
      return { href: `/${locale}/orders/${inspection.id}/inspection#decide`, words: t("turn.decide") };
    if (why === "undecided" && service)
      return { href: `/${locale}/deals/${dealId}#${fallbackId(service)}`, words: t("gates.whatNow") };
    if (isRelease(view))
      return mayStateRelease(view, waits)
        ? { href: releaseHref(locale, { id: dealId }, view), words: t("gates.release") }
        : null;
    if (why === "not_stated") return waits.mayState ? { href: `${chain}#gates`, words: own("state") } : null;
    return waits.mayWaive ? { href: `${chain}?waive=${key}#waive`, words: t("gates.waive") } : null;
  };
  return (view) => {
    if (view.lifter === "parties") return { href: `/${locale}/deals/${dealId}/documents`, words: own("papers") };
    const mine = siblings.find(({ id, service }) => id !== order.id && service === view.lifter);
    // What a provider brings to its own order, a slot, is booked further down on the order's page.
    if (order.side === "provider" && view.lifter === order.service) return { href: "#slots", words: own("slots") };
    if (order.side === "provider")
      return mine ? { href: `/${locale}/orders/${mine.id}`, words: own("order", { reference: mine.reference }) } : null;
    return actOfBuyer(view);
  };
}

/** The gates that an order waits for, one by one: what each waits for and why, whose turn it is, and the way to what the reader can do. */
export function OrderGates({ order }: { readonly order: OrderPage }) {
  const t = useTranslations("orders.waits");
  const words = useGateWords(order.mode);
  const actOf = useGateAct(order);
  const turnOf = useGateTurn(order);
  const locale = useLocale();
  const { gates } = order.waits;
  if (gates.length === 0) return null;
  const buyer = partyName(order.buyer, locale);
  return (
    <Panel title={t("title")} aside={t("count", { count: gates.length })} isFlush id="gates">
      <ol className="gates">
        {gates.map((view) => {
          const act = actOf(view);
          return (
            <GateRow
              key={view.key}
              look={view.state === "failed" ? "is-held" : "is-planned"}
              number={view.number}
              name={words.needWords(view)}
              say={
                <>
                  {words.whyWords(view)} <small className="block">{words.lifterWords(view, buyer)}</small>
                </>
              }
              effect={<TurnMark {...turnOf(view)} />}
              end={
                act && (
                  <ButtonLink size="small" href={act.href}>
                    {act.words}
                  </ButtonLink>
                )
              }
            />
          );
        })}
      </ol>
    </Panel>
  );
}
