import { PublicPageHead } from "@/app/found/public-head";
import { getLocale, getTranslations } from "next-intl/server";
import { CodeBlock, EndpointList, FailureTable } from "@/components/developers/api-reference";
import { PageWrap } from "@/components/shell/page-wrap";
import { Anchor, ButtonLink, Panel } from "@/components/ui/blocks";
import { dayOf } from "@/domain/shared/time";
import { platform } from "@/server/platform/platform";
import { apiReference } from "@/server/api/api-reference";
import { env } from "@/server/platform/process/env";

const RULES = ["form", "keys", "idempotency", "versions", "lists", "sealed", "events", "limits"] as const;

/** The public API for those who write programs, from the registry that its routes are made of. */
export default async function DevelopersPage() {
  const [t, locale] = [await getTranslations("developers"), await getLocale()];
  const { rooms, failures } = apiReference(dayOf(platform().clock()));
  const call = `curl -H "Authorization: Bearer $KEY" "${env().baseUrl}/api/v1/requests?state=open"`;
  return (
    <PageWrap>
      <PublicPageHead
        path="/developers"
        title={t("title")}
        sub={t("sub")}
        actions={<ButtonLink href="/api/v1/openapi.json">{t("document")}</ButtonLink>}
      />
      <div className="stack">
        <Panel title={t("start")}>
          <p>
            {t.rich("startText", {
              link: (words) => <Anchor href={`/${locale}/organisation/api-keys`}>{words}</Anchor>,
            })}
          </p>
          <CodeBlock>{call}</CodeBlock>
        </Panel>
        <Panel title={t("rules")}>
          <dl className="api-rules">
            {RULES.map((rule) => (
              <div key={rule}>
                <dt>{t(`rule.${rule}.title`)}</dt>
                <dd>{t(`rule.${rule}.text`)}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel title={t("errors")} isFlush>
          <FailureTable failures={failures} />
        </Panel>
        {rooms.map(({ room, endpoints }) => (
          <Panel key={room} id={room} title={t(`room.${room}`)}>
            <EndpointList endpoints={endpoints} />
          </Panel>
        ))}
      </div>
    </PageWrap>
  );
}
