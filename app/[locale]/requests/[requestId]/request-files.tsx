import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { partyName } from "@/components/catalogue/party-name";
import { FilePanel } from "@/components/files/file-panel";
import type { Actor } from "@/domain/access/actor";
import type { RequestPage } from "@/domain/bidding/bid-view";
import { isOpened } from "@/domain/requests/request";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
import { filesOn, mayAttach } from "@/server/queries/files";

type RequestFilesProps = {
  readonly request: RequestPage;
  readonly actor: Actor;
  readonly zone: string;
  /** How an upload went that led here. */
  readonly outcome: string | null;
};

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
        />
      )}
      {opened
        .filter((bid) => bid.files.length > 0)
        .map((bid) => (
          <FilePanel
            key={bid.bidder.id}
            {...common}
            id={`files-${bid.bidder.id}`}
            title={t("panel.ofBid", { bidder: partyName(bid.bidder, locale) })}
            files={bid.files}
            upload={null}
            outcome={null}
          />
        ))}
    </ClientWords>
  );
}
