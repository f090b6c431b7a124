import { useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/actions/segmented";

export type OrganisationTab = "profile" | "members" | "keys" | "listings";

type OrganisationTabsProps = {
  /** `/en/organisation` */
  readonly base: string;
  readonly current: OrganisationTab;
  readonly tabs: readonly OrganisationTab[];
};

const PATHS: Readonly<Record<OrganisationTab, string>> = {
  profile: "/profile",
  members: "/members",
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
