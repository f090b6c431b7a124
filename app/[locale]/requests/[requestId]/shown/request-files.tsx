import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { partyName } from "@/components/ui/party-name";
import { FilePanel } from "@/components/files/file-panel";
import type { Actor } from "@/domain/access/actor";
import { BidFilesNote } from "@/components/files/bid-files-note";
import type { BidFile } from "@/domain/bidding/bid";
import { differenceOf } from "@/domain/files/bid-files";
import type { RequestPage } from "@/domain/bidding/bid-view";
import type { ShownFile } from "@/domain/files/file-view";
import type { NamedParty } from "@/domain/shared/named";
import { isOpened } from "@/domain/requests/request";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
import { filesOn, mayAttach } from "@/server/files/queries/files";
import { includeFilesAction } from "../actions";

type RequestFilesProps = {
  readonly request: RequestPage;
  readonly actor: Actor;
  readonly zone: string;
  /** How an upload went that led here. */
  readonly outcome: string | null;
};

/** Where a file of one's own bid stands: in the version that was sent, or waiting for the next one. */
function placeOf(file: ShownFile, sent: readonly BidFile[] | undefined): "own" | "sent" | "waiting" {
  if (!sent) return "own";
  return sent.some(({ id }) => id === file.id) ? "sent" : "waiting";
}

const sentBy = ({ bids }: RequestPage, bidder: NamedParty): readonly BidFile[] | undefined =>
  bids?.find(({ provider }) => provider?.id === bidder.id)?.content?.files;

const includeFields = ({ id, ownBid, amendmentCount }: RequestPage) => ({
  requestId: id,
  bidId: ownBid?.id ?? "",
  ifVersion: String(ownBid?.version ?? 0),
  amendment: String(amendmentCount),
});

/** The request's files, the viewer's own with its bid, and to the buyer those of the opened bids. */
export async function RequestFiles({ request, actor, zone, outcome }: RequestFilesProps) {
  if (actor.organisationId === null) return null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("files")]);
  const { database, clock } = platform();
  const asked = { viewer: actor, now: clock() };
  const isBuyer = request.side === "buyer";
  const ofRequest = { kind: "request", id: request.id } as const;
  const ofBid = { kind: "bid", id: request.id } as const;
  const own = isBuyer ? ofRequest : ofBid;
  const [files, bidFiles, mayAdd] = await Promise.all([
    filesOn(database.read, ofRequest, asked),
    isBuyer ? [] : filesOn(database.read, ofBid, asked),
    mayAttach(database.read, own, asked),
  ]);
  const bidders = isBuyer && isOpened(request) ? (request.bids ?? []).flatMap((bid) => bid.provider ?? []) : [];
  const opened = await Promise.all(
    bidders.map(async (bidder) => ({
      bidder,
      files: await filesOn(database.read, ofBid, { ...asked, bidderId: bidder.id }),
    })),
  );
  const common = { zone, remove: removeFileAction };
  const upload = mayAdd
    ? {
        subject: own.kind,
        subjectId: request.id,
        language: locale,
        idempotencyKey: newId(),
        isSealed: !isBuyer && request.bidMode === "sealed",
      }
    : null;
  const sent = request.ownBid?.versions[0].content.files;
  const version = request.ownBid?.version ?? 0;
  const mayInclude = mayAdd && request.ownBid !== null;
  return (
    <ClientWords rooms={["files"]}>
      {(isBuyer || files.length > 0) && (
        <FilePanel
          {...common}
          id={isBuyer ? "files" : "request-files"}
          title={t("panel.request")}
          files={files}
          upload={isBuyer ? upload : null}
          outcome={isBuyer ? outcome : null}
        />
      )}
      {!isBuyer && (mayAdd || bidFiles.length > 0) && (
        <FilePanel
          {...common}
          id="files"
          title={t("panel.ownBid")}
          files={bidFiles}
          upload={upload}
          outcome={outcome}
          purpose={(file) => t(`bid.${placeOf(file, sent)}`, { version })}
        >
          <BidFilesNote
            difference={differenceOf(sent, bidFiles)}
            send={mayInclude ? { action: includeFilesAction, fields: includeFields(request) } : null}
          />
        </FilePanel>
      )}
      {opened
        .filter((bid) => bid.files.length > 0 || (sentBy(request, bid.bidder)?.length ?? 0) > 0)
        .map((bid) => (
          <FilePanel
            key={bid.bidder.id}
            {...common}
            id={`files-${bid.bidder.id}`}
            title={t("panel.ofBid", { bidder: partyName(bid.bidder, locale) })}
            files={bid.files}
            upload={null}
            outcome={null}
          >
            <BidFilesNote difference={differenceOf(sentBy(request, bid.bidder), bid.files)} send={null} />
          </FilePanel>
        ))}
    </ClientWords>
  );
}
