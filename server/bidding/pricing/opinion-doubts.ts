import type { Reader } from "@/db/database";
import { countriesOf } from "@/db/repositories/bidding";
import { findDeal } from "@/db/repositories/deals";
import { dutyRatesUpTo } from "@/db/repositories/duty-rates";
import { findRequest } from "@/db/repositories/requests";
import type { BidContent } from "@/domain/bidding/bid";
import { shipmentOf } from "@/domain/deals/shipment-of";
import { customs } from "@/domain/services/customs/kind";
import { dutyQuestionOf } from "@/domain/services/customs/rules/duty-question";
import { type OpinionDoubt, opinionDoubts } from "@/domain/services/customs/rules/opinion-doubts";
import { storedSpec } from "@/domain/services/registry";
import type { Instant } from "@/domain/shared/instant";
import { dayOf } from "@/domain/shared/local-date";

/**
 * What in a bid's opinions on the goods is far from the request or from the market's tariff of today; without an import side codes alone are
 * compared. For who has checked its own offer, so that it may read the request.
 */
export async function opinionDoubtsOf(
  read: Reader,
  of: { readonly requestId: string; readonly content: Pick<BidContent, "terms">; readonly now: Instant },
): Promise<OpinionDoubt[]> {
  const request = await findRequest(read, of.requestId);
  const opinions =
    request?.service === "customs" ? customs.termsSchema.safeParse(of.content.terms).data?.hsOpinions : undefined;
  const deal = request && opinions ? await findDeal(read, request.dealId) : null;
  if (!request || !opinions || !deal) return [];
  const shipment = shipmentOf(deal, await countriesOf(read, deal));
  const spec = storedSpec(customs, request.spec);
  const question = spec === null ? null : dutyQuestionOf(spec, shipment);
  const day = dayOf(of.now);
  return opinionDoubts(opinions, {
    lines: question?.lines ?? shipment.cargo.map(({ hsCode }) => ({ hsCode, originCountry: null })),
    country: question?.country ?? shipment.destinationCountry,
    rates: question ? await dutyRatesUpTo(read, question.country, day) : [],
    day,
  });
}
