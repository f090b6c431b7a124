import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientWords } from "@/app/client-words";
import { RateForm } from "@/components/admin/exchange-rate-form";
import { RatesTable } from "@/components/admin/exchange-rate-table";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, Note, Panel } from "@/components/ui/blocks";
import { listFormat } from "@/components/ui/format";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { RATE_AGE_MAX_DAYS } from "@/domain/shared/exchange-rate";
import { dayOf, type LocalDate, parseLocalDate } from "@/domain/shared/time";
import { CURRENCIES } from "@/domain/shared/money";
import { newId, platform } from "@/server/platform/platform";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { latestRates, ratesOf } from "@/server/remittance/rate-queries";
import { enterRateAction } from "../actions";

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

const address = z.object({
  currency: z.enum(CURRENCIES).catch("USD"),
  before: z
    .string()
    .optional()
    .transform((text) => (text ? parseLocalDate(text) : null) as LocalDate | null)
    .catch(null),
});

/** The market's dated rates: what is in use, what is too old or missing, and a form for a new one. */
export default async function RatesPage({ searchParams }: PageProps) {
  const session = await requireAdministrator("rates.change", "/admin/rates");
  const { database, clock } = platform();
  const now = clock();
  const { currency, before } = address.parse(await searchParams);
  const rates = await latestRates(database.read, session.actor, now);
  const history = await ratesOf(database.read, session.actor, { currency, before, now });
  if (!rates || !history) notFound();
  const [t, duties, locale] = [
    await getTranslations("admin.rates"),
    await getTranslations("duties"),
    await getLocale(),
  ];
  const base = `/${locale}/admin/rates`;
  const foreign = (rate: { base: string; quote: string }) => (rate.base === "CNY" ? rate.quote : rate.base);
  const stale = rates.latest.filter((rate) => rate.isStale);
  const names = (codes: readonly string[]) => listFormat(locale).format(codes);
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        actions={<ButtonLink href={`/${locale}/admin/duties`}>{duties("title")}</ButtonLink>}
      />
      <div className="stack">
        {stale.length > 0 && (
          <Note tone="warn">
            {t("staleNote", { count: stale.length, days: RATE_AGE_MAX_DAYS, currencies: names(stale.map(foreign)) })}
          </Note>
        )}
        {rates.missing.length > 0 && (
          <Note tone="warn">{t("missing", { count: rates.missing.length, currencies: names(rates.missing) })}</Note>
        )}
        <Panel title={t("enter")}>
          <ClientWords>
            <RateForm action={enterRateAction} idempotencyKey={newId()} currencies={CURRENCIES} today={dayOf(now)} />
          </ClientWords>
        </Panel>
        <Panel title={t("caption")} aside={t("oldest")} isFlush>
          <RatesTable
            caption={t("caption")}
            rows={rates.latest}
            hrefOf={(rate) => `${base}?currency=${foreign(rate)}#history`}
          />
        </Panel>
        <Panel title={t("history", { currency })} id="history" isFlush>
          <RatesTable caption={t("historyCaption", { currency })} rows={history.rows} />
        </Panel>
        <Pager
          previousHref={before ? `${base}?currency=${currency}#history` : undefined}
          nextHref={
            history.nextBefore ? `${base}?currency=${currency}&before=${history.nextBefore}#history` : undefined
          }
        />
      </div>
    </PageWrap>
  );
}
