import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { partyName } from "@/components/ui/words";
import { BidFilesNote, FilePanel } from "@/components/files/file-panel";
import type { Actor } from "@/domain/access/policy";
import type { BidFile } from "@/domain/bidding/bid";
import { differenceOf } from "@/domain/files/bid-files";
import type { RequestPage } from "@/views/requests";
import type { ShownFile } from "@/domain/files/file";
import type { NamedParty } from "@/domain/shared/vocabulary";
import { isOpened } from "@/domain/requests/request";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { filesByBidder, filesOn, mayAttach } from "@/server/files/queries";
import { includeFilesAction } from "./actions";
import { DecideForm } from "@/components/award/decide-form";
import type { DecisionPage } from "@/views/decisions";
import type { Instant } from "@/domain/shared/time";
import { sendCureAction } from "./decide-actions";

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
  const { clock } = platform();
  const asked = { viewer: actor, now: clock() };
  const isBuyer = request.side === "buyer";
  const ofRequest = { kind: "request", id: request.id } as const;
  const ofBid = { kind: "bid", id: request.id } as const;
  const own = isBuyer ? ofRequest : ofBid;
  const [files, bidFiles, mayAdd] = await Promise.all([
    filesOn(pageReader(), ofRequest, asked),
    isBuyer ? [] : filesOn(pageReader(), ofBid, asked),
    mayAttach(pageReader(), own, asked),
  ]);
  const bidders = isBuyer && isOpened(request) ? (request.bids ?? []).flatMap((bid) => bid.provider ?? []) : [];
  const sentFiles = bidders.length > 0 ? await filesByBidder(pageReader(), ofBid, asked) : null;
  const opened = bidders.map((bidder) => ({ bidder, files: sentFiles?.get(bidder.id) ?? [] }));
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

type CureFilesProps = {
  readonly page: DecisionPage;
  readonly request: RequestPage;
  readonly actor: Actor;
  readonly now: Instant;
  readonly zone: string;
  readonly here: string;
  /** How an upload went that led here. */
  readonly outcome: string | null;
};

/** A bidder's files that mend its bid, with the form that sends them; to the buyer those that were sent. */
export async function CureFiles({ page, request, actor, now, zone, here, outcome }: CureFilesProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("decide.disqualify")]);
  const { read } = platform().database;
  const [subject, asked] = [{ kind: "cure", id: request.id } as const, { viewer: actor, now }];
  const common = { zone, remove: removeFileAction };
  if (request.side === "buyer") {
    const bidders = new Map(page.disqualifications.flatMap(({ bidder }) => (bidder ? [[bidder.id, bidder]] : [])));
    const files = await filesByBidder(read, subject, asked);
    const sent = [...bidders.values()].map((bidder) => ({ bidder, files: files.get(bidder.id) ?? [] }));
    return (
      <ClientWords rooms={["files"]}>
        {sent
          .filter(({ files }) => files.length > 0)
          .map(({ bidder, files }) => (
            <FilePanel
              key={bidder.id}
              {...common}
              id={`cure-files-${bidder.id}`}
              title={t("filesOf", { bidder: partyName(bidder, locale) })}
              files={files}
              upload={null}
              outcome={null}
            />
          ))}
      </ClientWords>
    );
  }
  const [files, mayAdd] = await Promise.all([filesOn(read, subject, asked), mayAttach(read, subject, asked)]);
  if (!mayAdd && files.length === 0) return null;
  const upload = {
    subject: subject.kind,
    subjectId: request.id,
    language: locale,
    idempotencyKey: newId(),
    isSealed: false,
  };
  return (
    <ClientWords rooms={["files"]}>
      <FilePanel
        {...common}
        id="cure-files"
        title={t("files")}
        files={files}
        upload={mayAdd ? upload : null}
        outcome={mayAdd ? outcome : null}
      />
      {mayAdd && (
        <DecideForm
          kind="cure"
          action={sendCureAction}
          fields={{ requestId: request.id, bidId: request.ownBid?.id ?? "", idempotencyKey: newId() }}
          backHref={here}
        />
      )}
    </ClientWords>
  );
}
