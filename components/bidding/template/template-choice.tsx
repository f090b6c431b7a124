import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/actions/anchor";
import { Button } from "@/components/ui/actions/button";
import { Select } from "@/components/ui/form/select";

type TemplateChoiceProps = {
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  /** The page of the request, which is drawn with the form filled. */
  readonly here: string;
};

/** Above the bid form: begin from a template. It works by its address, so nothing is kept until the bid is. */
export function TemplateChoice({ templates, here }: TemplateChoiceProps) {
  const t = useTranslations("bidding.template");
  const locale = useLocale();
  return (
    <form action={`${here}#bid`} className="flow px-4 pt-3">
      <label className="field-label" htmlFor="bid-template">
        {t("choose")}
      </label>
      <Select
        id="bid-template"
        name="template"
        required
        placeholder={t("none")}
        options={templates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button size="small">{t("begin")}</Button>
      <Anchor href={`/${locale}/bids/templates`}>{t("all")}</Anchor>
    </form>
  );
}
