import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { ChooseBox, ChosenForm } from "@/components/catalogue/directory/chosen-form";
import { ProviderTable } from "@/components/catalogue/directory/provider-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { ActionFormOnDemand } from "@/components/ui/form/action-form-on-demand";
import { PageHead } from "@/components/ui/page-head";
import { partyName } from "@/components/ui/words";
import { mayEver } from "@/domain/access/policy";
import { NOTE_MAX, SHORTLIST_MAX, shortlistIn } from "@/domain/catalogue/directory/shortlist";
import { providerCards } from "@/server/catalogue/directory/directory";
import { ownShortlist, type Shortlisted } from "@/server/catalogue/directory/shortlist";
import { referenceData } from "@/server/hubs/queries/network";
import { browserShortlist } from "@/server/platform/form/chosen-action";
import { currentSession, type Session } from "@/server/platform/identity/session";
import { newId, platform } from "@/server/platform/platform";
import { cardNames } from "../providers/directory-names";
import { dropAction, noteAction } from "./actions";

/** What is kept in view: by the reader's organisation, or by this browser. */
async function kept(session: Session | null): Promise<Shortlisted[]> {
  const { database, clock } = platform();
  if (session?.organisation) return ownShortlist(database.read, session.actor, clock());
  const cards = await providerCards(database.read, shortlistIn(await browserShortlist()), clock());
  return cards.map((card) => ({ card, note: "" }));
}

type NotePanelProps = { readonly of: Shortlisted };

async function NotePanel({ of: { card, note } }: NotePanelProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("catalogue.shortlist")]);
  return (
    <Panel title={t("noteOn", { name: partyName(card, locale) })} id="note">
      <ClientWords>
        <ActionFormOnDemand
          id="note"
          action={noteAction}
          hidden={{ organisationId: card.id, idempotencyKey: newId() }}
          fields={[
            {
              ...{ kind: "area", name: "note", label: t("note"), help: t("noteHelp") },
              ...{ maxLength: NOTE_MAX, initial: note },
            },
          ]}
          send={t("saveNote")}
        />
      </ClientWords>
    </Panel>
  );
}

type PageProps = {
  readonly searchParams: Promise<{ readonly note?: string | string[]; readonly refused?: string | string[] }>;
};

/** Providers that one keeps in view, with notes for one's own people. */
export default async function ShortlistPage({ searchParams }: PageProps) {
  const { note, refused } = await searchParams;
  const [locale, t, session] = [await getLocale(), await getTranslations("catalogue"), await currentSession()];
  const list = await kept(session);
  const names = await cardNames(await referenceData(platform().database.read));
  const notes = new Map(list.map((one) => [one.card.id, one.note]));
  const noted = session?.organisation ? list.find(({ card }) => card.id === note) : undefined;
  const providers = `/${locale}/providers`;
  const noteCell = (id: string) => (
    <Anchor href={`/${locale}/shortlist?note=${id}#note`}>{notes.get(id) || t("shortlist.writeNote")}</Anchor>
  );
  return (
    <PageWrap>
      <PageHead
        title={t("shortlist.title")}
        sub={session?.organisation ? t("shortlist.ofOrganisation") : t("shortlist.ofBrowser")}
        crumb={[{ label: t("directory.title"), href: providers }, { label: t("shortlist.title") }]}
      />
      <div className="stack">
        {(refused === "shortlist_full" || refused === "nothing_chosen") && (
          <Note tone="warn">{t(`refusal.${refused}`, { maximum: SHORTLIST_MAX })}</Note>
        )}
        {noted && <NotePanel of={noted} />}
        {list.length > 0 ? (
          <ChosenForm
            compareHref={`${providers}/compare`}
            inviteHref={`/${locale}/shortlist/invite`}
            drop={dropAction}
            isBuyer={session === null || mayEver(session.actor, "request.change")}
          >
            <ProviderTable
              {...names}
              rows={list.map(({ card }) => card)}
              fitting={null}
              sorted=""
              end={{ head: t("column.choose"), cell: (card) => <ChooseBox card={card} /> }}
              {...(session?.organisation && { note: { head: t("shortlist.note"), cell: ({ id }) => noteCell(id) } })}
            />
          </ChosenForm>
        ) : (
          <Panel isFlush>
            <EmptyState reason={t("shortlist.none")} detail={t("shortlist.noneDetail")}>
              <ButtonLink href={providers}>{t("directory.all")}</ButtonLink>
            </EmptyState>
          </Panel>
        )}
      </div>
    </PageWrap>
  );
}
