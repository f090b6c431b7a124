import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { removeFileAction } from "@/app/files/actions";
import { partyName } from "@/components/ui/party-name";
import { DecideFormOnDemand } from "@/components/award/decide-form-on-demand";
import { FilePanel } from "@/components/files/file-panel";
import type { Actor } from "@/domain/access/actor";
import type { RequestPage } from "@/domain/bidding/bid-view";
import type { DecidePage } from "@/domain/award/decide-view";
import type { Instant } from "@/domain/shared/instant";
import { newId } from "@/server/platform/new-id";
import { platform } from "@/server/platform/platform";
import { filesOn, mayAttach } from "@/server/files/queries/files";
import { sendCureAction } from "./actions";

type CureFilesProps = {
  readonly page: DecidePage;
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
    const sent = await Promise.all(
      [...bidders.values()].map(async (bidder) => ({
        bidder,
        files: await filesOn(read, subject, { ...asked, bidderId: bidder.id }),
      })),
    );
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
    <ClientWords rooms={["files", "decide.form"]}>
      <FilePanel
        {...common}
        id="cure-files"
        title={t("files")}
        files={files}
        upload={mayAdd ? upload : null}
        outcome={mayAdd ? outcome : null}
      />
      {mayAdd && (
        <DecideFormOnDemand
          kind="cure"
          action={sendCureAction}
          fields={{ requestId: request.id, bidId: request.ownBid?.id ?? "", idempotencyKey: newId() }}
          backHref={here}
        />
      )}
    </ClientWords>
  );
}
