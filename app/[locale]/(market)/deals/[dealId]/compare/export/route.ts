import { commercialTermsWords } from "@/components/bidding/commercial-terms";
import { partyName } from "@/components/ui/words";
import { isCurrency } from "@/domain/shared/money";
import { download } from "@/server/platform/form/page-download";
import { platform } from "@/server/platform/platform";
import { comparisonCsv } from "@/server/award/queries/comparison-csv";

/** The comparison as the page shows it, in the currency of its address. */
export const GET = download("bids.read_of_request", async ({ actor, query }) => {
  const { database, clock } = platform();
  const currency = query.get("currency") ?? "";
  const of = { dealId: query.get("deal") ?? "", currency: isCurrency(currency) ? currency : null, now: clock() };
  return comparisonCsv(database.read, actor, {
    ...of,
    wording: { beside: commercialTermsWords, providerName: partyName },
  });
});
