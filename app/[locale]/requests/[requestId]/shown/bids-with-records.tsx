import type { ComponentProps } from "react";
import { ShownBids } from "@/components/bidding/shown-bids";
import { BidderRecords } from "@/components/catalogue/bidder-records";
import type { Instant } from "@/domain/shared/instant";
import { platform } from "@/server/platform/platform";
import { bidderRecords } from "@/server/award/queries/bidder-records";

type BidsWithRecordsProps = Omit<ComponentProps<typeof ShownBids>, "records"> & { readonly now: Instant };

/** The bids and, to the buyer that is told who bids, what the market has seen of each bidder. */
export async function BidsWithRecords({ now, ...shown }: BidsWithRecordsProps) {
  const parties = shown.bids.flatMap(({ provider }) => provider ?? []);
  const records = await bidderRecords(platform().database.read, parties, { services: [shown.service], now });
  return (
    <>
      <ShownBids {...shown} records={records} />
      <BidderRecords records={records} zone={shown.zone} />
    </>
  );
}
