import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import { FILE_COMMAND, leafCommand } from "@/domain/requests/proof/commands";

type HowToCheckProps = { readonly requestId: string; readonly number: number; readonly receipt: string };

/** How anybody makes a leaf and the root again, on a machine of their own and without trusting this one. */
export function HowToCheck({ requestId, number, receipt }: HowToCheckProps) {
  const t = useTranslations("requests.proof.how");
  return (
    <Panel title={t("title")}>
      <ol className="proof-steps">
        <li>{t("compare")}</li>
        <li>
          {t("leaf")}
          <pre className="code-block">{leafCommand(requestId, number, receipt)}</pre>
        </li>
        <li>{t("node")}</li>
        <li>
          {t("file")}
          <pre className="code-block">{FILE_COMMAND}</pre>
        </li>
      </ol>
      <p className="mt-4">{t("limits")}</p>
    </Panel>
  );
}
