import { OwnLanguage } from "@/components/ui/own-language";
import { useTranslations } from "next-intl";
import type { OrganisationValues } from "./organisation-form";
import { Segmented } from "@/components/ui/segmented";

const SHOWN = ["nameOwn", "nameLatin", "country", "city", "registrationNumber", "description"] as const;

/** The organisation for those who may only read it. */
export function OrganisationFacts({ values }: { readonly values: OrganisationValues }) {
  const t = useTranslations("accounts.organisation");
  return (
    <dl className="form-grid">
      {SHOWN.filter((name) => values[name] !== "").map((name) => (
        <div key={name}>
          <dt className="field-label">{t(name)}</dt>
          <dd>
            <OwnLanguage>{values[name]}</OwnLanguage>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type OrganisationTab = "profile" | "check" | "members" | "addressBook" | "keys" | "listings";

type OrganisationTabsProps = {
  /** `/en/organisation` */
  readonly base: string;
  readonly current: OrganisationTab;
  readonly tabs: readonly OrganisationTab[];
};

const PATHS: Readonly<Record<OrganisationTab, string>> = {
  profile: "/profile",
  check: "/check",
  members: "/members",
  addressBook: "/address-book",
  keys: "/api-keys",
  listings: "/listings",
};

export function OrganisationTabs({ base, current, tabs }: OrganisationTabsProps) {
  const t = useTranslations("accounts.organisation");
  return (
    <Segmented
      label={t("tabs")}
      items={tabs.map((tab) => ({ href: base + PATHS[tab], label: t(`tab.${tab}`), isCurrent: tab === current }))}
    />
  );
}
