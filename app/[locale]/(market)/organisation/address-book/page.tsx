import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { LANGUAGES } from "@/app/shell/navigation";
import { BookSearch, BookTable, EntryForms } from "@/components/accounts/address-book";
import { Anchor, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { ActionForm } from "@/components/ui/form/action-form";
import { mayEver } from "@/domain/access/policy";
import { titleOfEntry } from "@/domain/services/address-book";
import { addressBookOf, ownEntryOf } from "@/server/deals/book/queries";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { OrganisationFrame } from "../organisation-frame";
import { clearBookAction, correctEntryAction, dropEntryAction } from "./actions";
import { BOOK_DONE } from "./book-done";

type BookPageProps = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The address book of the organisation: searched, corrected, downloaded and deleted. */
export default async function AddressBookPage({ searchParams }: BookPageProps) {
  const { q, entry: entryId, done } = await searchParams;
  const { actor, organisation, timeZone } = await requireMember("/organisation/address-book");
  if (!mayEver(actor, "draft.change")) notFound();
  const { read } = platform().database;
  const asked = typeof q === "string" ? q : "";
  const entry = typeof entryId === "string" ? await ownEntryOf(read, actor, entryId) : null;
  const rows = await addressBookOf(read, actor, asked);
  const [t, locale] = await Promise.all([getTranslations("accounts.book"), getLocale()]);
  const path = `/${locale}/organisation/address-book`;
  const wasDone = BOOK_DONE.find((one) => one === done);
  return (
    <OrganisationFrame actor={actor} current="addressBook" name={organisation.nameLatin}>
      {wasDone && (
        <Note tone="ok" isLive>
          {t(`done.${wasDone}`)}
        </Note>
      )}
      <p className="text-ink-2">{t("lead")}</p>
      {entry && (
        <Panel title={titleOfEntry(entry.facts)}>
          <ClientWords>
            <EntryForms
              entry={entry}
              correct={correctEntryAction}
              drop={dropEntryAction}
              languages={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
              backHref={path}
            />
          </ClientWords>
        </Panel>
      )}
      <BookSearch action={path} q={asked} />
      <Panel
        title={t("caption")}
        aside={
          rows.length > 0 && (
            <Anchor href={`${path}/export`} download>
              {t("file")}
            </Anchor>
          )
        }
        isFlush
      >
        {rows.length > 0 ? (
          <BookTable rows={rows} zone={timeZone} hrefOf={(id) => `${path}?entry=${id}`} />
        ) : (
          <EmptyState reason={t(asked === "" ? "none" : "noneFound")} detail={t("noneDetail")} />
        )}
      </Panel>
      {rows.length > 0 && asked === "" && (
        <ClientWords>
          <ActionForm
            id="clear"
            action={clearBookAction}
            opener={t("clear")}
            lead={t("clearLead")}
            send={t("clearConfirm")}
            variant="danger"
          />
        </ClientWords>
      )}
    </OrganisationFrame>
  );
}
