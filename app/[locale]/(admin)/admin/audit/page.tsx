import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listAddress } from "@/app/list-address";
import { AuditFilters, AuditTable, BACKWARDS_ID } from "@/components/accounts/audit-log";
import { PageWrap } from "@/components/shell/page-wrap";
import { ButtonLink, EmptyState, Note, Panel } from "@/components/ui/blocks";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/table/pager";
import { addDays, type LocalDate, parseLocalDate } from "@/domain/shared/time";
import { startOfDay } from "@/domain/shared/zones";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { platform } from "@/server/platform/platform";
import { auditLog, organisationToReview } from "@/server/accounts/queries";
import { deadLetters } from "@/server/notices/queries";

const PAGE_SIZE = 100;

const day = z
  .string()
  .max(10)
  .refine((text) => parseLocalDate(text) !== null)
  .catch("");

const search = z.object({
  organisation: z.string().max(64).catch(""),
  command: z.string().trim().max(60).catch(""),
  from: day,
  to: day,
  cursor: z
    .string()
    .regex(/^\d{1,16}\.[0-9a-z]{1,64}$/)
    .catch(""),
});

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

function afterOf(cursor: string): { at: number; id: string } | null {
  const [at, id] = cursor.split(".");
  return at && id ? { at: Number(at), id } : null;
}

export default async function AuditPage({ searchParams }: PageProps) {
  const { actor, timeZone } = await requireAdministrator("audit.read", "/admin/audit");
  const values = search.parse(await searchParams);
  const { read } = platform().database;
  const isBackwards = values.from !== "" && values.to !== "" && values.to < values.from;
  const days = isBackwards ? { from: "", to: "" } : values;
  const page = await auditLog(read, actor, {
    organisationId: values.organisation || null,
    command: values.command || null,
    from: days.from ? startOfDay(days.from as LocalDate, timeZone) : null,
    before: days.to ? startOfDay(addDays(days.to as LocalDate, 1), timeZone) : null,
    after: afterOf(values.cursor),
    limit: PAGE_SIZE,
  });
  const organisation = values.organisation ? await organisationToReview(read, actor, values.organisation) : null;
  const letters = await deadLetters(read, actor);
  const [t, deliveries, locale] = await Promise.all([
    getTranslations("accounts.audit"),
    getTranslations("admin.deliveries"),
    getLocale(),
  ]);
  const path = `/${locale}/admin/audit`;
  return (
    <PageWrap>
      <PageHead
        title={t("title")}
        sub={t("sub")}
        actions={
          letters && (
            <ButtonLink href={`/${locale}/admin/deliveries`}>{deliveries("link", { count: letters.count })}</ButtonLink>
          )
        }
      />
      <AuditFilters
        action={path}
        values={values}
        organisationName={organisation?.organisation.nameLatin ?? values.organisation}
        isBackwards={isBackwards}
        without={(name) => listAddress(path, values, { [name]: "" })}
      />
      {isBackwards && (
        <div id={BACKWARDS_ID}>
          <Note tone="warn">{t("backwards")}</Note>
        </div>
      )}
      <Panel isFlush>
        {page.entries.length > 0 ? (
          <AuditTable rows={page.entries} zone={timeZone} />
        ) : (
          <EmptyState reason={t("none")} detail={t("noneDetail")}>
            <ButtonLink href={path}>{t("all")}</ButtonLink>
          </EmptyState>
        )}
      </Panel>
      <Pager
        previousHref={values.cursor ? listAddress(path, values) : undefined}
        nextHref={page.next ? listAddress(path, values, { cursor: `${page.next.at}.${page.next.id}` }) : undefined}
      />
    </PageWrap>
  );
}
