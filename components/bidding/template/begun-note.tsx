import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/page/note";
import type { LeftOut } from "@/domain/bidding/offer/template/fit-template";
import type { Service } from "@/domain/shared/service";
import { useBidFieldLabel } from "../form/use-bid-field-label";

type BegunNoteProps = { readonly name: string; readonly leftOut: readonly LeftOut[]; readonly service: Service };

/** That the form was filled from a template, and what of it does not fit here, each by its name. */
export function BegunNote({ name, leftOut, service }: BegunNoteProps) {
  const t = useTranslations("bidding.template");
  const words = useTranslations("services");
  const labelOf = useBidFieldLabel(service);
  const charge = (code: string) => (words.has(`charge.${code}`) ? `${code} ${words(`charge.${code}`)}` : code);
  const basis = (code: string) => (words.has(`basis.${code}`) ? words(`basis.${code}`) : code);
  const wordsOf = (one: LeftOut): string =>
    t(`out.${one.kind}`, {
      field: "name" in one ? (labelOf(one.name) ?? one.name) : "",
      code: "code" in one ? charge(one.code) : "",
      basis: "basis" in one ? basis(one.basis) : "",
    });
  return (
    <div className="p-4">
      <Note>
        <p>{t("begun", { name })}</p>
        {leftOut.length > 0 && (
          <>
            <p className="pt-1">{t("leftOut")}</p>
            <ul className="list-disc pl-5">
              {leftOut.map((one) => (
                <li key={JSON.stringify(one)}>{wordsOf(one)}</li>
              ))}
            </ul>
          </>
        )}
      </Note>
    </div>
  );
}
