import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { PageWrap } from "@/components/shell/page-wrap";
import { serviceName } from "@/components/services/service-name";
import { Anchor, ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { PageHead } from "@/components/ui/page-head";
import { formatTime } from "@/components/ui/time/format-time";
import { partyName } from "@/components/ui/words";
import { providerIds, SHORTLIST_MAX } from "@/domain/catalogue/directory/shortlist";
import { providerCards } from "@/server/catalogue/directory/directory";
import { ownShortlist } from "@/server/catalogue/directory/shortlist";
import { requireMember } from "@/server/platform/identity/page-gate";
import { newId, platform } from "@/server/platform/platform";
import { invitedAmong, ownOpenRequests, type OpenRequest } from "@/server/requests/queries/own-open";
import type { ProviderCard } from "@/views/providers";
import { inviteAction } from "@/app/[locale]/shortlist/actions";

type Asked = Readonly<Partial<Record<"with" | "request" | "done", string | string[]>>>;
type PageProps = { readonly searchParams: Promise<Asked> };

const textOf = (given: string | string[] | undefined): string => [given ?? ""].flat()[0] ?? "";
const idsIn = (given: string | string[] | undefined) =>
  providerIds(
    [given ?? []].flat().flatMap((part) => part.split(",")),
    SHORTLIST_MAX,
  );

type InvitePanelProps = {
  readonly request: OpenRequest;
  readonly cards: readonly ProviderCard[];
  readonly invited: readonly string[];
  readonly ownId: string;
};

/** Who of the chosen can be asked, ticked; and of the others why not. */
async function InvitePanel({ request, cards, invited, ownId }: InvitePanelProps) {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("catalogue.invite"), getTranslations()]);
  const offers = (card: ProviderCard) => card.offers.some(({ service }) => service === request.service);
  const isFree = (card: ProviderCard) => offers(card) && card.id !== ownId && !invited.includes(card.id);
  const free = cards.filter(isFree);
  const why = (card: ProviderCard) =>
    t(invited.includes(card.id) ? "already" : card.id === ownId ? "yourself" : "notOffered", {
      name: partyName(card, locale),
      service: serviceName(words, request.service),
    });
  return (
    <Panel title={`${request.reference} · ${request.title}`} id="invite">
      <ClientWords>
        <ActionForm
          id="invite"
          action={inviteAction}
          hidden={{ requestId: request.id, idempotencyKey: newId() }}
          lead={t("lead", { count: free.length })}
          fields={[
            {
              ...{ kind: "checks", name: "organisationIds", label: t("who"), chosen: free.map(({ id }) => id) },
              options: free.map((card) => ({ value: card.id, label: partyName(card, locale) })),
            },
          ]}
          send={t("send")}
          variant="primary"
          {...(free.length === 0 && { nothingLeft: <p>{t("nobody")}</p> })}
        />
      </ClientWords>
      {cards.length > free.length && (
        <ul className="mt-3 text-ink-2">
          {cards
            .filter((card) => !isFree(card))
            .map((card) => (
              <li key={card.id}>{why(card)}</li>
            ))}
        </ul>
      )}
    </Panel>
  );
}

/** Chosen providers are asked to bid on a request of the reader's own. */
export default async function InvitePage({ searchParams }: PageProps) {
  const asked = await searchParams;
  const named = idsIn(asked.with);
  const chosen = named.length > 0 ? `?with=${named.join(",")}` : "";
  const { actor, organisation, timeZone } = await requireMember(`/shortlist/invite${chosen}`);
  const [locale, t, words] = [await getLocale(), await getTranslations("catalogue"), await getTranslations()];
  const { database, clock } = platform();
  const now = clock();
  const open = await ownOpenRequests(database.read, actor, now);
  const request = open.find(({ id }) => id === textOf(asked.request));
  const cards =
    named.length > 0
      ? await providerCards(database.read, named, now)
      : (await ownShortlist(database.read, actor, now)).map(({ card }) => card);
  const done = Number(textOf(asked.done));
  const href = (id: string) => `/${locale}/shortlist/invite?request=${id}${chosen.replace("?", "&")}`;
  return (
    <PageWrap>
      <PageHead
        title={t("invite.title")}
        sub={t("invite.sub")}
        crumb={[{ label: t("shortlist.title"), href: `/${locale}/shortlist` }, { label: t("invite.title") }]}
      />
      <div className="stack">
        {request && done > 0 && (
          <Note tone="ok">
            {t("invite.done", { count: done })}{" "}
            <Anchor href={`/${locale}/requests/${request.id}`}>{request.reference}</Anchor>
          </Note>
        )}
        {request && (
          <InvitePanel
            request={request}
            cards={cards}
            invited={await invitedAmong(database.read, request.id)}
            ownId={organisation.id}
          />
        )}
        <Panel title={t("invite.which")} isFlush={open.length === 0}>
          {open.length === 0 ? (
            <EmptyState reason={t("invite.noRequest")}>
              <ButtonLink href={`/${locale}/deals/new`}>{t("invite.newDeal")}</ButtonLink>
            </EmptyState>
          ) : (
            <ul className="grid gap-2">
              {open.map((one) => (
                <li key={one.id}>
                  <Anchor href={href(one.id)} aria-current={one.id === request?.id ? "true" : undefined}>
                    {one.reference} · {serviceName(words, one.service)} · {one.title}
                  </Anchor>{" "}
                  <small className="text-ink-2">
                    {t("invite.closes", { time: formatTime(one.closesAt, { locale, zone: timeZone, shape: "full" }) })}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </PageWrap>
  );
}
