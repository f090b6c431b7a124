import { useTranslations } from "next-intl";
import { CodeBlock } from "./code-block";

type Endpoint = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly scope: string | null;
  readonly isPublic: boolean;
  readonly query: readonly string[];
  readonly takesIfMatch: boolean;
  readonly refusals: readonly string[];
  readonly example: string | null;
};

function Codes({ of }: { readonly of: readonly string[] }) {
  return of.map((code) => (
    <code key={code} className="code-word">
      {code}
    </code>
  ));
}

function EndpointEntry({ endpoint }: { readonly endpoint: Endpoint }) {
  const t = useTranslations("developers");
  const { name, method, path, scope, isPublic, query, takesIfMatch, refusals, example } = endpoint;
  return (
    <li id={name}>
      <h3>
        <code>
          <b>{method}</b> {path}
        </code>
      </h3>
      <p>{t(`endpoint.${name}`)}</p>
      <dl>
        <dt>{t("scope")}</dt>
        <dd>{scope === null ? t("noScope") : t(isPublic ? "scopeOptional" : "scopeNeeded", { scope })}</dd>
        {query.length > 0 && <dt>{t("parameters")}</dt>}
        {query.length > 0 && (
          <dd>
            <Codes of={query} />
          </dd>
        )}
        {takesIfMatch && <dt>{t("version")}</dt>}
        {takesIfMatch && <dd>{t("takesIfMatch")}</dd>}
        {refusals.length > 0 && <dt>{t("refusals")}</dt>}
        {refusals.length > 0 && (
          <dd>
            <Codes of={refusals} />
          </dd>
        )}
      </dl>
      {example && (
        <details className="chart-table">
          <summary>{t("example")}</summary>
          <CodeBlock>{example}</CodeBlock>
        </details>
      )}
    </li>
  );
}

/** The endpoints of one room, each with what it needs and refuses. */
export function EndpointList({ endpoints }: { readonly endpoints: readonly Endpoint[] }) {
  return (
    <ul className="endpoint-list">
      {endpoints.map((endpoint) => (
        <EndpointEntry key={endpoint.name} endpoint={endpoint} />
      ))}
    </ul>
  );
}
