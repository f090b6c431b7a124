import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClientWords } from "@/app/client-words";
import { TextForm } from "@/components/about/site-forms";
import { TextVersions } from "@/components/about/text-versions";
import { Anchor, Note, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { SITE_TEXT_KINDS } from "@/domain/about/site-text";
import { textTemplates, textVersions } from "@/server/about/site-texts";
import { requireAdministrator } from "@/server/platform/identity/page-gate";
import { newId, platform } from "@/server/platform/platform";
import { draftTextAction, publishTextAction } from "../actions";
import { SiteFrame } from "../site-frame";

const search = z.object({ kind: z.enum(SITE_TEXT_KINDS).catch("terms") });

type PageProps = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The terms and the privacy notice: all versions, a form for the next one, and the press that publishes it. */
export default async function AdminTextsPage({ searchParams }: PageProps) {
  const session = await requireAdministrator("site.change", "/admin/texts");
  const { kind } = search.parse(await searchParams);
  const [versions, t, locale] = await Promise.all([
    textVersions(platform().database.read, session.actor, kind),
    getTranslations("about.texts"),
    getLocale(),
  ]);
  if (!versions) notFound();
  const [last] = versions;
  return (
    <SiteFrame current="texts">
      <nav className="flow" aria-label={t("which")}>
        {SITE_TEXT_KINDS.map((one) => (
          <Anchor
            key={one}
            href={`/${locale}/admin/texts?kind=${one}`}
            aria-current={one === kind ? "page" : undefined}
          >
            {t(`title.${one}`)}
          </Anchor>
        ))}
      </nav>
      <ClientWords>
        {last && last.publishedAt === null && (
          <Note tone="warn">
            <p>{t("unpublished", { version: last.version })}</p>
            <OneButtonForm action={publishTextAction} fields={{ kind, textId: last.id }} variant="primary">
              {t("publish", { version: last.version })}
            </OneButtonForm>
          </Note>
        )}
        <Panel title={t("form.title", { name: t(`title.${kind}`) })}>
          <TextForm
            key={kind}
            action={draftTextAction}
            idempotencyKey={newId()}
            kind={kind}
            bodies={last ?? textTemplates(kind)}
          />
        </Panel>
      </ClientWords>
      <Panel title={t("versions")} isFlush={versions.length > 0}>
        {versions.length > 0 ? <TextVersions rows={versions} zone={session.timeZone} /> : <p>{t("noVersion")}</p>}
      </Panel>
    </SiteFrame>
  );
}
