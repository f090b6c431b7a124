import { useTranslations } from "next-intl";
import type { Column } from "@/components/ui/table/column";
import { DataTable } from "@/components/ui/table/data-table";

/** Text of a program or a call, as it is; long lines turn. */
export function CodeBlock({ children }: { readonly children: string }) {
  return (
    <pre className="code-block">
      <code>{children}</code>
    </pre>
  );
}

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

type Failure = { readonly status: number; readonly codes: readonly string[] };

/** What it means when a call does not go well, by status. */
export function FailureTable({ failures }: { readonly failures: readonly Failure[] }) {
  const t = useTranslations("developers");
  const columns: Column<Failure>[] = [
    { key: "status", head: t("status"), cell: ({ status }) => status },
    { key: "meaning", head: t("meaning"), cell: ({ status }) => t(`failure.${status}`) },
    {
      key: "codes",
      head: t("codes"),
      cell: ({ codes }) =>
        codes.map((code) => (
          <code key={code} className="code-word">
            {code}
          </code>
        )),
    },
  ];
  return (
    <DataTable
      caption={t("errors")}
      columns={columns}
      rows={failures}
      rowKey={({ status }) => String(status)}
      height="dense"
    />
  );
}
