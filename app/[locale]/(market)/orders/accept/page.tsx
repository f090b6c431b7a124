import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/app/client-words";
import { AcceptDeliveries } from "@/components/orders/accept-deliveries";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { deliveriesToAccept } from "@/server/orders/queries/orders";
import { requireMember } from "@/server/platform/identity/page-gate";
import { pageReader } from "@/server/platform/page-reader";
import { newId, platform } from "@/server/platform/platform";
import { acceptDeliveriesAction } from "./actions";

/** What was delivered to the reader's organisation and waits for its acceptance: several are accepted at once. */
export default async function AcceptPage() {
  const { actor, timeZone } = await requireMember("/orders/accept");
  const orders = await deliveriesToAccept(pageReader(), actor, { now: platform().clock() });
  const [locale, t] = await Promise.all([getLocale(), getTranslations("orders")]);
  const list = `/${locale}/orders`;
  return (
    <PageWrap>
      <PageHead
        title={t("several.title")}
        sub={t("several.sub")}
        crumb={[{ label: t("list.title"), href: list }, { label: t("several.title") }]}
      />
      <ClientWords>
        <Panel>
          {/* The form stays when nothing is left to choose: it says what became of each. */}
          <AcceptDeliveries
            action={acceptDeliveriesAction}
            orders={orders}
            zone={timeZone}
            locale={locale}
            callKey={newId()}
            nothingLeft={
              <EmptyState reason={t("several.none")}>
                <ButtonLink href={list}>{t("list.all")}</ButtonLink>
              </EmptyState>
            }
          />
        </Panel>
      </ClientWords>
    </PageWrap>
  );
}
