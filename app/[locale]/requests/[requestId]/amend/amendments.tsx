import { AmendmentLog, ConfirmPanel } from "@/components/requests/amendment-panels";
import type { RequestPage } from "@/views/requests";
import { newId, platform } from "@/server/platform/platform";
import { anonymous, currentActor, currentSession } from "@/server/platform/identity/session";
import { amendmentsShown, unconfirmedAtClose } from "@/server/requests/queries/amendments";
import { wordChangesFor } from "./amendment-intents";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { Note } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import { previewConfirmation } from "@/server/requests/end-bids";
import { wordRefusal } from "@/server/platform/form/form-action";
import { confirmBidAction } from "./actions";

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
      amendments={amendments.map(({ changes, ...amendment }) => ({
        ...amendment,
        changes: worded(changes),
        isPartial: viewer.organisationId === null && amendment.isSpecChanged,
      }))}
    />
  );
}

type StaleBidProps = {
  readonly request: RequestPage;
  readonly zone: string;
  /** Whether this reader may confirm, revise and withdraw for its organisation now. */
  readonly mayAct: boolean;
};

const wasUnconfirmed = ({ ownBid, closedAt, amendmentCount }: RequestPage): boolean =>
  ownBid?.state === "lost" && closedAt !== null && ownBid.amendment < amendmentCount;

async function UnconfirmedNote() {
  const t = await getTranslations("requests.amend");
  return <Note tone="warn">{t("confirm.missed")}</Note>;
}

/** To a bidder whose bid went stale: what changed since, what the bid comes to then, and how to confirm it. */
export async function StaleBid({ request, zone, mayAct }: StaleBidProps) {
  const { ownBid } = request;
  if (wasUnconfirmed(request)) return <UnconfirmedNote />;
  if (ownBid?.state !== "stale" || request.turn.act !== "confirm") return null;
  const { database, clock } = platform();
  const viewer = await currentActor();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("requests.amend")]);
  const preview = await previewConfirmation(database.read, viewer, { bidId: ownBid.id, now: clock() });
  if (!preview) return null;
  const since = (await amendmentsShown(database.read, viewer, request)).filter(
    ({ number }) => number > ownBid.amendment,
  );
  const worded = await wordChangesFor({ service: request.service, zone });
  const { before, after } = preview;
  return (
    <ConfirmPanel
      closesAt={request.closesAt}
      zone={zone}
      since={since.toReversed().map(({ number, reason, changes }) => ({ number, reason, changes: worded(changes) }))}
      before={before}
      after={after.ok ? after.value : null}
      problem={after.ok ? null : await wordRefusal(after.refusal, "bidding")}
      here={`/${locale}/requests/${request.id}`}
      mayAct={mayAct}
    >
      {after.ok && mayAct && (
        <ClientWords>
          <OneButtonForm
            action={confirmBidAction}
            variant="primary"
            fields={{
              bidId: ownBid.id,
              requestId: request.id,
              ifVersion: String(ownBid.version),
              amendment: String(request.amendmentCount),
              idempotencyKey: newId(),
            }}
          >
            {t("confirm.send")}
          </OneButtonForm>
        </ClientWords>
      )}
    </ConfirmPanel>
  );
}

/** To who has typed a draft: the request was amended since it was saved. */
export async function DraftOutdated({ request, zone }: Pick<StaleBidProps, "request" | "zone">) {
  const { draft } = request;
  if (!draft?.isOpen || request.amendmentCount === 0) return null;
  const [latest] = await amendmentsShown(platform().database.read, await currentActor(), request);
  if (!latest || latest.at <= draft.savedAt) return null;
  const t = await getTranslations("requests.amend");
  return (
    <Note tone="warn">
      {t.rich("draftOutdated", { number: latest.number, time: () => <TimeText at={latest.at} zone={zone} /> })}{" "}
      <a href="#changes">{t("seeChanges")}</a>
    </Note>
  );
}
