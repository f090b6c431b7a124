import { useLocale, useTranslations } from "next-intl";
import { partyName } from "@/components/ui/party-name";
import type { TurnHolder } from "@/components/ui/turn/turn-mark";
import type { GateView } from "@/domain/orders/chain/chain-view";
import type { OrderPage } from "@/domain/orders/order-view";

type Turn = { readonly who: TurnHolder; readonly name: string };

/** Whose turn a closed gate is on the page of an order that waits for it: who can open it by doing their part. */
export function useGateTurn({
  buyer,
  provider,
  service,
  side,
  siblings,
}: Pick<OrderPage, "buyer" | "provider" | "service" | "side" | "siblings">) {
  const t = useTranslations("orders.waits");
  const locale = useLocale();
  return ({ lifter, bringer }: Pick<GateView, "lifter" | "bringer">): Turn => {
    if (lifter === null || lifter === "parties") return { who: "other", name: t("parties") };
    const ofBuyer = { who: side === "buyer" ? "you" : "other", name: partyName(buyer, locale) } as const;
    if (lifter === "buyer") return side === "buyer" ? { ...ofBuyer, name: t("you") } : ofBuyer;
    const isOwn = side === "provider" && siblings.some((one) => one.service === lifter);
    if (isOwn) return { who: "you", name: t("you") };
    const party = lifter === service ? provider : bringer;
    return party ? { who: "other", name: partyName(party, locale) } : ofBuyer;
  };
}
