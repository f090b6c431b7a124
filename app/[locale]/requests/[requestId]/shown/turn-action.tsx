import { useLocale, useTranslations } from "next-intl";
import { fallbackId } from "@/components/requests/fallback/fallback-panel";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { isTurnOf } from "@/domain/requests/turn";
import type { ShownRequest } from "./shown-request";

type Link = { readonly href: string; readonly words: string; readonly isQuiet?: boolean };

/** Where the reader does what the turn bar says; null where there is nothing to be done by this reader. */
function linkOf({ request, steps, here }: TurnActionProps, dealHref: string): Link | null {
  const { turn, side, waiting } = request;
  const isMine = isTurnOf(turn, side);
  const isBuyer = side === "buyer";
  const first = steps.find((one) => one === "publish" || one === "open");
  if (isBuyer && turn.act === "decide") return { href: `${dealHref}/compare`, words: "page.compare" };
  if (isMine && turn.act === "answer") return { href: `${here}/bids/${waiting[0]?.bidId}`, words: "page.answer" };
  // While a bidder thinks it over, the buyer may still decide otherwise.
  if (isBuyer && turn.act === "answer") return { href: `${dealHref}/compare`, words: "page.compare", isQuiet: true };
  if (isMine && turn.act === "choose") return { href: `#${fallbackId(request.service)}`, words: "page.whatNow" };
  if (isMine && turn.act === "state") return { href: `${dealHref}/chain#gates`, words: "page.stateOwn" };
  if (isMine && turn.act === "judge") return { href: `${here}#disqualifications`, words: "page.judge" };
  if (isMine && turn.act === "cure") return { href: `${here}#disqualifications`, words: "page.mend" };
  if (first) return { href: `${here}?step=${first}#${first}`, words: `step.${first}.ask` };
  if (turn.act === "bid" && side === "provider" && request.ground) return { href: "#bid", words: "page.bid" };
  if (turn.act === "confirm" && side === "bidder") return { href: "#confirm", words: "page.confirm" };
  return null;
}

type TurnActionProps = Pick<ShownRequest, "request" | "steps" | "here">;

/** The turn bar's one button. */
export function TurnAction(props: TurnActionProps) {
  const [locale, t] = [useLocale(), useTranslations("bidding")];
  const link = linkOf(props, `/${locale}/deals/${props.request.dealId}`);
  if (!link) return null;
  return (
    <ButtonLink size="small" variant={link.isQuiet ? undefined : "primary"} href={link.href}>
      {t(link.words)}
    </ButtonLink>
  );
}
