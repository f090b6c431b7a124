import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/actions/button";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/form/select";
import { Panel } from "@/components/ui/page/panel";
import type { DocumentKind } from "@/domain/services/document-kind";

type ChoosePaperProps = { readonly action: string; readonly kinds: readonly DocumentKind[] };

/** Leads to the form of any paper that the viewer may enter: a question by GET, so it works unscripted. */
export function ChoosePaper({ action, kinds }: ChoosePaperProps) {
  const t = useTranslations("documents");
  return (
    <Panel title={t("choose.title")} id="choose">
      <form method="get" action={`${action}#enter`} className="form-stack">
        <Field id="choose-paper" label={t("choose.label")} isRequired>
          {(wired) => (
            <Select
              {...wired}
              name="enter"
              options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          )}
        </Field>
        <div>
          <Button>{t("choose.send")}</Button>
        </div>
      </form>
    </Panel>
  );
}
