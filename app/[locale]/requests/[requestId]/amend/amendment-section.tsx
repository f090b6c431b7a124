import { AmendmentLog } from "@/components/requests/amend/amendment-log";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { platform } from "@/server/platform/platform";
import { anonymous, currentSession } from "@/server/platform/identity/session";
import { amendmentsShown, unconfirmedAtClose } from "@/server/requests/queries/amendments";
import { wordChangesFor } from "./word-changes-for";

type AmendmentSectionProps = { readonly request: RequestPage; readonly zone: string };

/** What has changed since the request was published; a request that never changed reads and shows nothing. */
export async function AmendmentSection({ request, zone }: AmendmentSectionProps) {
  if (request.amendmentCount === 0) return null;
  const viewer = (await currentSession())?.actor ?? anonymous();
  const { read } = platform().database;
  const amendments = await amendmentsShown(read, viewer, request);
  const worded = await wordChangesFor({ service: request.service, zone });
  return (
    <AmendmentLog
      zone={zone}
      unconfirmed={await unconfirmedAtClose(read, request)}
      amendments={amendments.map(({ changes, times, ...amendment }) => ({
        ...amendment,
        changes: worded(changes ?? times),
        isPartial: changes === null && amendment.isSpecChanged,
      }))}
    />
  );
}
