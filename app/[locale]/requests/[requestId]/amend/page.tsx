import { nameOrder } from "@/components/ui/format";
import { directionOfCorridor } from "@/domain/hubs/corridor";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { placeName } from "@/components/ui/words";
import { AmendForm } from "@/components/requests/amend-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { zoneName } from "@/components/ui/time/format-time";
import { PageHead } from "@/components/ui/page-head";
import { amendFormOf } from "@/domain/requests/amend-form";
import { mayChange } from "@/domain/requests/request";
import { amendable } from "@/server/requests/plan-amendment";
import { requireMember } from "@/server/platform/identity/page-gate";
import { newId, platform } from "@/server/platform/platform";
import { postingOptions } from "@/server/deals/queries";
import { amendAction } from "./actions";

type PageProps = { readonly params: Promise<{ requestId: string }> };

/** What is asked for, to be changed by its buyer: of a draft, and of an open request with all that it means for bids. */
export default async function AmendPage({ params }: PageProps) {
  const { requestId } = await params;
  const { actor, timeZone: zone } = await requireMember(`/requests/${requestId}/amend`);
  const { database, clock } = platform();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("requests")]);
  const request = await amendable(database.read, actor, requestId);
  if (!request) notFound();
  const here = `/${locale}/requests/${request.id}`;
  if (!mayChange(request, {}, clock()).ok) redirect(here);
  const { hubs } = await postingOptions(database.read, actor);
  const named = hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) }));
  const isDraft = request.state === "draft";
  return (
    <PageWrap>
      <PageHead
        title={t(isDraft ? "amend.titleDraft" : "amend.title")}
        crumb={[
          { label: t("list.title"), href: `/${locale}/requests` },
          { label: request.reference, href: here },
          { label: t(isDraft ? "amend.crumbDraft" : "amend.crumb") },
        ]}
        sub={t(isDraft ? "amend.subDraft" : "amend.sub")}
      />
      <ClientWords rooms={["requests", "services", `service-${request.service}`]}>
        <AmendForm
          action={amendAction}
          request={{
            id: request.id,
            service: request.service,
            direction: directionOfCorridor(request.corridor),
            amendment: request.amendmentCount,
            version: request.version,
            isDraft,
            hasBids: request.bidCount > 0,
          }}
          initial={amendFormOf(request, zone)}
          zoneName={zoneName(request.closesAt, zone, locale)}
          hubs={named.sort((a, b) => nameOrder(locale)(a.label, b.label))}
          idempotencyKey={newId()}
          backHref={here}
        />
      </ClientWords>
    </PageWrap>
  );
}
