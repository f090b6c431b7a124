import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { TextInput } from "@/components/ui/form/text-input";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import type { Inclusion } from "@/domain/requests/proof/receipt-list";
import { HashText } from "./hash-text";

const RECEIPT_MAX = 64;

type ReceiptCheckProps = {
  /** The page's own address: the form asks it, by GET. */
  readonly action: string;
  readonly receipt: string;
  readonly inclusion: Inclusion | null;
  readonly root: string;
};

/** Type or paste a receipt: is it in the list, at which place, and by which way does it lead to the root. */
export function ReceiptCheck({ action, receipt, inclusion, root }: ReceiptCheckProps) {
  const t = useTranslations("requests.proof.check");
  return (
    <Panel title={t("title")} id="check">
      <form method="get" action={`${action}#check`} className="stack">
        <Field id="receipt" label={t("receipt")} help={t("help")} isRequired>
          {(wired) => (
            <TextInput
              {...wired}
              name="receipt"
              defaultValue={receipt}
              maxLength={RECEIPT_MAX}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <div>
          <Button variant="primary">{t("ask")}</Button>
        </div>
      </form>
      {receipt !== "" && (
        <div className="stack mt-4">
          {inclusion ? (
            <>
              <Note tone="ok" isLive>
                {t("found", { number: inclusion.number })}
              </Note>
              <Way inclusion={inclusion} root={root} />
            </>
          ) : (
            <Note tone="warn" isLive>
              {t("notFound")}
            </Note>
          )}
        </div>
      )}
    </Panel>
  );
}

function Way({ inclusion, root }: { readonly inclusion: Inclusion; readonly root: string }) {
  const t = useTranslations("requests.proof.check");
  return (
    <details>
      <summary>{t("way", { steps: inclusion.path.length })}</summary>
      <ol className="proof-way">
        <li>
          {t("leaf")} <HashText>{inclusion.leaf}</HashText>
        </li>
        {inclusion.path.map(({ side, hash }) => (
          <li key={hash}>
            {t(side)} <HashText>{hash}</HashText>
          </li>
        ))}
        <li>
          {t("root")} <HashText>{root}</HashText>
        </li>
      </ol>
    </details>
  );
}
