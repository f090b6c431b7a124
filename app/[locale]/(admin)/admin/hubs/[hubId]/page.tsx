import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ClosureForm, StateForm, WithdrawForm } from "@/components/admin/hub-forms";
import { ClosureEntries, StateTable } from "@/components/admin/hub-tables";
import { hubNameOf } from "@/components/hubs/hub-title";
import { ClosureTable } from "@/components/hubs/outlook-panel";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { formatTime, zoneName, zonePlace } from "@/components/ui/time/format-time";
import { newId, platform } from "@/server/platform/platform";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { boardEntries } from "@/server/hubs/queries/hubs";
import { announceClosureAction, enterHubStateAction, withdrawClosureAction } from "./actions";

type PageProps = {
  readonly params: Promise<{ hubId: string }>;
  readonly searchParams: Promise<{ done?: string | string[] }>;
};

/** One hub's board for who keeps it: a new count, a closure, what is ahead, and all that was entered. */
export default async function BoardPage({ params, searchParams }: PageProps) {
  const hubId = decodeURIComponent((await params).hubId);
  const session = await requireAdministrator("board.change", `/admin/hubs/${encodeURIComponent(hubId)}`);
  const { database, clock } = platform();
  const now = clock();
  const entries = await boardEntries(database.read, session.actor, { hubId, now });
  if (!entries) notFound();
  const [t, locale, { done }] = await Promise.all([getTranslations("hub-board.admin"), getLocale(), searchParams]);
  const { known, states, closures } = entries;
  const { hub, modes, zones } = known;
  const zone = session.timeZone;
  const name = hubNameOf(hub, locale);
  const ahead = closures.filter((closure) => closure.isAhead).sort((a, b) => a.from - b.from);
  const said = (of: string) => t("zoneOf", { place: zonePlace(now, of, locale), zone: zoneName(now, of, locale) });
  return (
    <PageWrap>
      <PageHead
        title={t("hubTitle", { hub: name })}
        crumb={[{ label: t("title"), href: `/${locale}/admin/hubs` }, { label: name }]}
        sub={t("hubSub")}
        actions={
          <ButtonLink href={`/${locale}/hubs/${encodeURIComponent(hub.id)}`} icon="gate">
            {t("public")}
          </ButtonLink>
        }
      />
      <div className="stack">
        {done === "withdrawn" && (
          <Note tone="ok" isLive>
            {t("withdrawn")}
          </Note>
        )}
        <Panel title={t("ahead")} id="ahead" isFlush={ahead.length > 0}>
          {ahead.length === 0 ? <p>{t("noneAhead")}</p> : <ClosureTable closures={ahead} hub={hub} zone={zone} />}
          {ahead.length > 0 && (
            <div className="panel-body stack">
              <ClientWords>
                {ahead.map(({ id, reason, from, zone: there }) => (
                  <WithdrawForm
                    key={id}
                    action={withdrawClosureAction}
                    idempotencyKey={newId()}
                    hubId={hub.id}
                    closureId={id}
                    of={{
                      reason,
                      from: `${formatTime(from, { locale, zone: there, hasYear: true })} ${zoneName(from, there, locale)}`,
                    }}
                  />
                ))}
              </ClientWords>
            </div>
          )}
        </Panel>
        <div className="hub-grid">
          <Panel title={t("closure")} id="closure">
            <ClientWords>
              <ClosureForm
                action={announceClosureAction}
                idempotencyKey={newId()}
                hubId={hub.id}
                modes={modes}
                zones={zones.map((value) => ({ value, label: said(value) }))}
              />
            </ClientWords>
          </Panel>
          <Panel title={t("state")} id="state">
            <ClientWords>
              <StateForm
                action={enterHubStateAction}
                idempotencyKey={newId()}
                hubId={hub.id}
                modes={modes}
                zone={zones[0]}
                zoneName={zoneName(now, zones[0], locale)}
              />
            </ClientWords>
          </Panel>
        </div>
        <Panel title={t("stateHistory")} isFlush={states.length > 0}>
          {states.length === 0 ? <p>{t("noStates")}</p> : <StateTable rows={states} zone={zone} />}
        </Panel>
        <Panel title={t("closureHistory")} isFlush={closures.length > 0}>
          {closures.length === 0 ? <p>{t("noHistory")}</p> : <ClosureEntries rows={closures} hub={hub} zone={zone} />}
        </Panel>
      </div>
    </PageWrap>
  );
}
