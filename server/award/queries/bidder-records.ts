import "server-only";
import type { Reader } from "@/db/database";
import { listingsOf } from "@/db/repositories/listings";
import { type BidderRecord, RECORD_DAYS } from "@/domain/catalogue/track-record";
import type { NamedParty, Service } from "@/domain/shared/vocabulary";
import { DAY_MS, type Instant, later } from "@/domain/shared/time";
import { shownCheck } from "../../accounts/checks/queries";
import { completedSince, firstResponseSince } from "../../catalogue/directory/count-figures";
import { onTimeBy } from "../../catalogue/queries";

type Compared = { readonly services: readonly Service[]; readonly now: Instant };

async function recordOf(read: Reader, party: NamedParty, { services, now }: Compared): Promise<BidderRecord> {
  const since = later(now, -RECORD_DAYS * DAY_MS);
  const offers = (await listingsOf(read, party.id)).filter(
    ({ isActive, service }) => isActive && services.includes(service),
  );
  return {
    ...{ id: party.id, nameOwn: party.nameOwn, nameLatin: party.nameLatin },
    onTime: await onTimeBy(read, party.id),
    completedCount: await completedSince(read, party.id, since),
    firstResponse: await firstResponseSince(read, party.id, since),
    check: await shownCheck(read, party.id, now),
    licences: offers.flatMap(({ service, licences }) => licences.map((licence) => ({ ...licence, service }))),
  };
}

/** What anybody may know of these providers, in their order, for a buyer who chooses among their bids on these services. */
export async function bidderRecords(
  read: Reader,
  parties: readonly NamedParty[],
  compared: Compared,
): Promise<BidderRecord[]> {
  const records: BidderRecord[] = [];
  for (const party of parties) records.push(await recordOf(read, party, compared));
  return records;
}
