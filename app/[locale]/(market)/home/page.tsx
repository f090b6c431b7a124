import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { viewAction } from "@/app/shell/actions";
import { UnconfirmedNote } from "@/app/shell/unconfirmed-note";
import { viewOf } from "@/app/shell/navigation";
import { FirstSteps } from "@/components/landing/first-steps";
import { AdministratorHome, BuyerHome, ProviderHome } from "@/components/landing/homes";
import { LiveInbox, LiveWork } from "@/components/live/live-pages";
import { ChoiceForm } from "@/components/shell/choice-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { partyName } from "@/components/ui/words";
import { SIDES } from "@/domain/accounts/first-steps";
import { DISPUTE_LIFECYCLE } from "@/domain/disputes/dispute";
import { beginningsOf } from "@/server/accounts/first-steps";
import { waitingChecks } from "@/server/accounts/checks/queries";
import { deskQueue } from "@/server/bidding/queries/desk";
import { dealList } from "@/server/deals/queries";
import { escalatedDisputes } from "@/server/disputes/queries";
import { boardRows } from "@/server/hubs/queries/hubs";
import { exportsOfLate } from "@/server/exports/queries/exports-review";
import { borderShareOfLate } from "@/server/hubs/queries/traffic";
import { deadLetters, inboxSeq } from "@/server/notices/queries";
import { workList } from "@/server/orders/queries/work";
import { requireSession } from "@/server/platform/identity/page-gate";
import type { Session } from "@/server/platform/identity/session";
import { pageReader } from "@/server/platform/page-reader";
import { platform } from "@/server/platform/platform";
import { requestsInReview } from "@/server/requests/queries/requests";

/** Of a home that lists what waits, no older deal is looked through. */
const DEALS_READ = 100;
const ROWS_READ = 5;

type PartProps = { readonly session: Session };

async function Buying({ session }: PartProps) {
  const now = platform().clock();
  const seq = await inboxSeq(pageReader(), session.actor);
  const { items } = await dealList(pageReader(), session.actor, { cursor: null, limit: DEALS_READ, now });
  return (
    <>
      <LiveInbox seq={seq} />
      <BuyerHome deals={items} zone={session.timeZone} now={now} />
    </>
  );
}

async function Providing({ session }: PartProps) {
  const now = platform().clock();
  const read = pageReader();
  const work = await workList(read, session.actor, { group: "yours", limit: ROWS_READ, now });
  const desk = await deskQueue(read, session.actor, { service: null, now });
  return (
    <>
      <LiveWork seq={work.seq} />
      <ProviderHome desk={desk} work={work} zone={session.timeZone} now={now} />
    </>
  );
}

async function Administering({ session }: PartProps) {
  const now = platform().clock();
  const [read, { actor }, locale] = [pageReader(), session, await getLocale()];
  const [held, asked, disputes, dead, share, late, boards] = await Promise.all([
    requestsInReview(read, actor),
    waitingChecks(read, actor),
    escalatedDisputes(read, actor, now),
    deadLetters(read, actor),
    borderShareOfLate(read, actor, now),
    exportsOfLate(read, actor, now),
    boardRows(read, actor, now),
  ]);
  const place = (path: string) => `/${locale}/admin/${path}`;
  if (share === null || late === null) return null;
  return (
    <AdministratorHome
      decisions={[
        { key: "review", count: held?.length ?? 0, href: place("review") },
        { key: "checks", count: asked ?? 0, href: place("checks") },
        {
          key: "disputes",
          count: disputes?.filter(({ state }) => "decide" in DISPUTE_LIFECYCLE[state]).length ?? 0,
          href: place("disputes"),
        },
        { key: "deadLetters", count: dead?.count ?? 0, href: place("deliveries") },
      ]}
      share={share}
      late={late}
      troubled={(boards ?? []).filter(
        ({ now: modes, closureCount }) => closureCount > 0 || modes.some(({ closedUntil }) => closedUntil !== null),
      )}
      zone={session.timeZone}
    />
  );
}

/** Where a member begins: the first steps that are left, and what waits for the side they are on. */
export default async function HomePage() {
  const session = await requireSession("/home");
  const [locale, t, jar] = await Promise.all([getLocale(), getTranslations("home"), cookies()]);
  const { organisation, actor, isEmailVerified, hasListing } = session;
  const asked = jar.get("view")?.value;
  const view = viewOf(session, asked);
  const head = { title: t("title"), sub: organisation ? partyName(organisation, locale) : t("noOrganisation") };
  if (view === "administrator")
    return (
      <PageWrap>
        <PageHead {...head} />
        <div className="stack">
          <UnconfirmedNote place="home" />
          <Administering session={session} />
        </div>
      </PageWrap>
    );
  // Whoever has no organisation yet chooses, too.
  const side = view === "provider" || (view === "visitor" && asked === "provider") ? "provider" : "buyer";
  const now = platform().clock();
  const { steps, sides } = await beginningsOf(pageReader(), actor, { isEmailVerified, hasListing, now });
  const Part = side === "provider" ? Providing : Buying;
  return (
    <PageWrap>
      <PageHead
        {...head}
        actions={
          <ChoiceForm
            action={viewAction}
            name="view"
            label={t(sides.size === 0 ? "side.ask" : "side.label")}
            current={side}
            choices={SIDES.map((value) => ({ value, label: t(`side.${value}`) }))}
          />
        }
      />
      <div className="stack">
        <UnconfirmedNote place="home" />
        <FirstSteps side={side} steps={steps[side]} />
        {sides.has(side) && <Part session={session} />}
      </div>
    </PageWrap>
  );
}
