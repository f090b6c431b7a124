import { nameOrder } from "@/components/ui/format";
import { directionOfCorridor } from "@/domain/hubs/corridor";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { partyName, placeName } from "@/components/ui/words";
import { AgainForm } from "@/components/requests/again-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { zoneName } from "@/components/ui/time/format-time";
import { againFormOf } from "@/domain/requests/retender-form";
import { VISIBILITIES } from "@/domain/requests/request-choices";
import { askableAgain, invitableFor } from "@/server/requests/plan-amendment";
import { requireMember } from "@/server/platform/identity/page-gate";
import { newId, platform } from "@/server/platform/platform";
import { postingOptions } from "@/server/deals/queries";
import { askAgainAction } from "./actions";

type PageProps = {
  readonly params: Promise<{ requestId: string }>;
  readonly searchParams: Promise<{ invite?: string | string[] }>;
};

/** Nobody was chosen: the same service asked again, as it was or changed, of everybody or of those who are named. */
export default async function AgainPage({ params, searchParams }: PageProps) {
  const [{ requestId }, { invite }] = await Promise.all([params, searchParams]);
  const { actor, timeZone: zone } = await requireMember(`/requests/${requestId}/again`);
  const { database, clock } = platform();
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const request = await askableAgain(database.read, actor, requestId);
  if (!request) notFound();
  const here = `/${locale}/requests/${request.id}`;
  const { hubs } = await postingOptions(database.read, actor);
  const { providers, invitedIds } = await invitableFor(database.read, actor, request);
  const named = hubs.map((hub) => ({ value: hub.id, label: placeName(hub, locale) }));
  const hub = named.find(({ value }) => value === request.hubId)?.label ?? request.hubId;
  return (
    <PageWrap>
      <PageHead
        title={t("requests.again.title")}
        crumb={[
          { label: t("requests.list.title"), href: `/${locale}/requests` },
          { label: request.reference, href: here },
          { label: t("requests.again.crumb") },
        ]}
        sub={t("requests.again.sub")}
      />
      <ClientWords rooms={["requests", "services", `service-${request.service}`]}>
        <AgainForm
          action={askAgainAction}
          request={{
            id: request.id,
            service: request.service,
            direction: directionOfCorridor(request.corridor),
            version: request.version,
          }}
          initial={againFormOf(request, { zone, invitedIds, now: clock() })}
          zoneName={zoneName(request.closesAt, zone, locale)}
          hubs={named.sort((a, b) => nameOrder(locale)(a.label, b.label))}
          visibilities={VISIBILITIES.map((value) => ({ value, label: t(`deals.form.visibility.${value}.title`) }))}
          providers={providers.map(({ id, isAtHub, ...provider }) => ({
            id,
            label: partyName(provider, locale),
            detail: isAtHub ? t("requests.again.atHub", { hub }) : "",
          }))}
          isInviting={invite !== undefined}
          idempotencyKey={newId()}
          backHref={here}
        />
      </ClientWords>
    </PageWrap>
  );
}
