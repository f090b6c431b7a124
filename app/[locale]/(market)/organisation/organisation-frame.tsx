import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientWords } from "@/app/client-words";
import { type OrganisationTab, OrganisationTabs } from "@/components/accounts/organisation-profile";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { type Actor, mayEver } from "@/domain/access/policy";

/** The parts of the organisation that the person may open. */
function tabsFor(actor: Actor): readonly OrganisationTab[] {
  return [
    "profile",
    ...(actor.role === "administrator" ? [] : (["check"] as const)),
    "members",
    ...(mayEver(actor, "draft.change") ? (["addressBook"] as const) : []),
    ...(mayEver(actor, "api_keys.read") ? (["keys"] as const) : []),
    ...(mayEver(actor, "listing.change") ? (["listings"] as const) : []),
  ];
}

type OrganisationFrameProps = {
  readonly actor: Actor;
  readonly current: OrganisationTab;
  readonly name: string;
  readonly children: ReactNode;
};

/** The pages about the organisation acted for, side by side. */
export async function OrganisationFrame({ actor, current, name, children }: OrganisationFrameProps) {
  const [t, locale] = await Promise.all([getTranslations("accounts.organisation"), getLocale()]);
  return (
    <PageWrap>
      <PageHead
        title={t(`tab.${current}`)}
        sub={name}
        actions={<OrganisationTabs base={`/${locale}/organisation`} current={current} tabs={tabsFor(actor)} />}
      />
      <ClientWords rooms={["accounts.members"]}>
        <div className="stack">{children}</div>
      </ClientWords>
    </PageWrap>
  );
}
