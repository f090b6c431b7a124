import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";

const PLACES = [
  ["fees", "/admin/fees"],
  ["texts", "/admin/texts"],
  ["operator", "/admin/operator"],
] as const;

type SiteFrameProps = { readonly current: (typeof PLACES)[number][0]; readonly children: ReactNode };

/** Around the pages on which administrators keep what the operator says of itself, each with the way to the others. */
export async function SiteFrame({ current, children }: SiteFrameProps) {
  const [t, locale] = await Promise.all([getTranslations("about.admin"), getLocale()]);
  return (
    <PageWrap>
      <PageHead
        title={t(`${current}.title`)}
        sub={t(`${current}.sub`)}
        actions={PLACES.filter(([place]) => place !== current).map(([place, path]) => (
          <ButtonLink key={place} href={`/${locale}${path}`}>
            {t(`${place}.title`)}
          </ButtonLink>
        ))}
      />
      <div className="stack">{children}</div>
    </PageWrap>
  );
}
