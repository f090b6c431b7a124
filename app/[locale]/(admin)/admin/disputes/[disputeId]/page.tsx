import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { showTexts, textsOfDispute } from "@/app/written-texts";
import { DisputeForm } from "@/components/disputes/dispute-form";
import { DisputePanel, DisputeTurnBar } from "@/components/disputes/dispute-panel";
import { DisputedOrder } from "@/components/disputes/disputed-order";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { newId, platform } from "@/server/platform/platform";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { disputedOrder } from "@/server/disputes/disputed-order";
import { escalatedDispute } from "@/server/disputes/queries";
import { decideAction } from "./actions";

type PageProps = { readonly params: Promise<{ disputeId: string }> };

export default async function DecideDisputePage({ params }: PageProps) {
  const { disputeId } = await params;
  const { actor, timeZone } = await requireAdministrator("disputes.review", `/admin/disputes/${disputeId}`);
  const { database, clock } = platform();
  const now = clock();
  const dispute = await escalatedDispute(database.read, actor, { id: disputeId, now });
  const order = await disputedOrder(database.read, actor, { id: disputeId, now });
  if (!dispute || !order) notFound();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("disputes")]);
  const show = await showTexts(actor, textsOfDispute(dispute));
  const isRipe = dispute.ending === null && dispute.evidenceEndsAt !== null && now >= dispute.evidenceEndsAt;
  return (
    <PageWrap>
      <PageHead
        title={dispute.order.title}
        crumb={[{ label: t("admin.title"), href: `/${locale}/admin/disputes` }, { label: dispute.order.reference }]}
      />
      <div className="stack">
        <DisputeTurnBar dispute={dispute} side={null} now={now} zone={timeZone} />
        <DisputePanel dispute={dispute} files={order.files} zone={timeZone} show={show} />
        <ClientWords rooms={["files.upload"]}>
          <DisputedOrder order={order} zone={timeZone} />
        </ClientWords>
        {isRipe && (
          <ClientWords>
            <DisputeForm
              kind="decide"
              action={decideAction}
              fields={{ disputeId: dispute.id }}
              about={dispute.about}
              idempotencyKey={newId()}
            />
          </ClientWords>
        )}
      </div>
    </PageWrap>
  );
}
