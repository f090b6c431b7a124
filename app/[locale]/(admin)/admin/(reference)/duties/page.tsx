import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientWords } from "@/app/client-words";
import { listAddress } from "@/app/list-address";
import { DutyFilters, DutyTable } from "@/components/admin/duty-rate-list";
import { DutyForm } from "@/components/admin/duty-rate-form";
import { PageWrap } from "@/components/shell/page-wrap";
import { PageHead } from "@/components/ui/page-head";
import { Note, Panel } from "@/components/ui/blocks";
import { Pager } from "@/components/ui/table/pager";
import { DUTY_CHARGES, DUTY_COUNTRIES, DUTY_METHODS, DUTY_UNITS } from "@/domain/tariff/duty-rate";
import { dayOf, type LocalDate } from "@/domain/shared/time";
import { CURRENCIES } from "@/domain/shared/money";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { newId, platform } from "@/server/platform/platform";
import { dutyRatesView } from "@/server/tariff/duty-queries";
import { enterDutyRateAction } from "../actions";

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

const CURSOR = /^(\d{4}-\d{2}-\d{2})\.([0-9a-z-]{1,80})$/;

const address = z.object({
  country: z.enum(DUTY_COUNTRIES).catch("KZ"),
  charge: z.enum(["", ...DUTY_CHARGES]).catch(""),
  hs: z
    .string()
    .transform((text) => text.replace(/[.\s]/g, ""))
    .refine((digits) => /^\d{0,10}$/.test(digits))
    .catch(""),
  cursor: z.string().regex(CURSOR).catch(""),
});

function afterOf(cursor: string) {
  const [, validFrom, id] = CURSOR.exec(cursor) ?? [];
  return validFrom && id ? { validFrom: validFrom as LocalDate, id } : null;
}

/** The tariffs that estimates of duty and tax rest on: one country's rates with their history, and a form for a new one. */
export default async function DutiesPage({ searchParams }: PageProps) {
  const { actor } = await requireAdministrator("duties.change", "/admin/duties");
  const { database, clock } = platform();
  const now = clock();
  const values = address.parse(await searchParams);
  const view = await dutyRatesView(database.read, actor, {
    country: values.country,
    charge: values.charge || null,
    hsPrefix: values.hs,
    after: afterOf(values.cursor),
    now,
  });
  if (!view) notFound();
  const [t, rates, places, locale] = [
    await getTranslations("duties"),
    await getTranslations("admin.rates"),
    await getTranslations("services.country"),
    await getLocale(),
  ];
  const path = `/${locale}/admin/duties`;
  const country = places(values.country);
  const options = {
    country: DUTY_COUNTRIES.map((value) => ({ value, label: places(value) })),
    charge: DUTY_CHARGES.map((value) => ({ value, label: t(`charge.${value}`) })),
    method: DUTY_METHODS.map((value) => ({ value, label: t(`method.${value}`) })),
    unitCurrency: CURRENCIES.map((value) => ({ value, label: value })),
    unit: DUTY_UNITS.map((value) => ({ value, label: t(`unit.${value}`) })),
  };
  const caption = t("list.caption", { country });
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        crumb={[{ label: rates("title"), href: `/${locale}/admin/rates` }, { label: t("title") }]}
      />
      <div className="stack">
        {view.ratesOfYear && (
          <Note tone="warn">{t("ratesDue", { country, year: view.ratesOfYear, now: dayOf(now).slice(0, 4) })}</Note>
        )}
        <Panel title={t("enter")}>
          <ClientWords>
            <DutyForm
              action={enterDutyRateAction}
              idempotencyKey={newId()}
              options={options}
              initial={{ country: values.country, charge: "duty", method: "ad_valorem", validFrom: dayOf(now) }}
            />
          </ClientWords>
        </Panel>
        <DutyFilters
          action={path}
          values={values}
          countries={options.country}
          charges={options.charge}
          without={(name) => listAddress(path, values, { [name]: "", cursor: "" })}
        />
        <Panel title={caption} id="rates" isFlush>
          <DutyTable caption={caption} rows={view.rows} />
        </Panel>
        <Pager
          previousHref={values.cursor ? listAddress(path, values, { cursor: "" }) : undefined}
          nextHref={
            view.next ? listAddress(path, values, { cursor: `${view.next.validFrom}.${view.next.id}` }) : undefined
          }
        />
      </div>
    </PageWrap>
  );
}
