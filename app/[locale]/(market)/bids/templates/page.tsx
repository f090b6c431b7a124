import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { KeepSent } from "@/components/bidding/bid-template-forms";
import { TemplateTable } from "@/components/bidding/bid-template-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { may } from "@/domain/access/policy";
import { requireMember } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { ownBidName, ownBidTemplates } from "@/server/bidding/queries/bid-templates";
import { dropTemplateAction, keepSentAction, renameTemplateAction } from "./actions";

/** What an address may ask for; anything else is no bid of ours. */
const ID = /^[0-9a-z]{1,64}$/;

type PageProps = { readonly searchParams: Promise<{ bid?: string | string[] }> };

/** The organisation's templates of bids; with a bid's id in the address, that bid may be kept as one more. */
export default async function BidTemplatesPage({ searchParams }: PageProps) {
  const { bid } = await searchParams;
  const { actor, timeZone } = await requireMember("/bids/templates");
  const { database } = platform();
  const mayChange = may(actor, "bid_draft.change", { providerOrganisationId: actor.organisationId ?? "" });
  const [templates, sent] = await Promise.all([
    ownBidTemplates(database.read, actor, null),
    typeof bid === "string" && ID.test(bid) && mayChange ? ownBidName(database.read, actor, bid) : null,
  ]);
  const [locale, t] = await Promise.all([getLocale(), getTranslations("bidding")]);
  return (
    <PageWrap>
      <PageHead
        title={t("template.title")}
        crumb={[{ label: t("mine.own"), href: `/${locale}/bids` }, { label: t("template.title") }]}
      />
      <p className="text-sm text-ink-2">{t("template.lead")}</p>
      {sent && (
        <Panel title={t("template.keepTitle")} className="mt-3" id="keep">
          <ClientWords rooms={[]}>
            <KeepSent
              action={keepSentAction}
              bidId={sent.id}
              words={{
                lead: t("template.keepBid", { reference: sent.reference }),
                name: t("template.keepName"),
                help: t("template.keepHelp"),
                keep: t("template.keep"),
              }}
            />
          </ClientWords>
        </Panel>
      )}
      <div className="mt-3">
        {templates.length > 0 ? (
          <ClientWords rooms={["bidding.template"]}>
            <TemplateTable
              templates={templates}
              zone={timeZone}
              rename={mayChange ? renameTemplateAction : null}
              drop={mayChange ? dropTemplateAction : null}
            />
          </ClientWords>
        ) : (
          <EmptyState reason={t("template.empty")} detail={t("template.emptyDetail")}>
            <ButtonLink href={`/${locale}/bids`}>{t("mine.own")}</ButtonLink>
          </EmptyState>
        )}
      </div>
    </PageWrap>
  );
}
