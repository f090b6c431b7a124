import { Sentences } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import { Anchor, Button, ButtonLink, Note } from "@/components/ui/blocks";
import { TimeText } from "@/components/ui/time/time-text";
import type { OwnBidDraft } from "@/domain/bidding/bid-draft";
import { Select } from "@/components/ui/form/inputs";
import type { LeftOut } from "@/domain/bidding/offer/fit-template";
import type { Service } from "@/domain/shared/vocabulary";
import { useBidFieldLabel } from "./bid-fields";

type DraftStatusProps = {
  readonly draft: OwnBidDraft;
  /** Whether a bid stands beside it: then the draft is a change of it. */
  readonly hasBid: boolean;
  readonly zone: string;
  /** Where the draft may be thrown away; null for those who may not. */
  readonly discardHref: string | null;
};

/** Above the fields of a draft: when it was saved, that nothing of it is sent, and what becomes of it. */
export function DraftStatus({ draft, hasBid, zone, discardHref }: DraftStatusProps) {
  const t = useTranslations("bidding");
  const open = hasBid ? "draft.besideBid" : "draft.notSent";
  return (
    <div className="p-4">
      <Note icon="file-text">
        <p>
          <Sentences>
            {t.rich("draft.savedAt", { time: () => <TimeText at={draft.savedAt} zone={zone} hasSeconds /> })}
            {t(draft.isOpen ? open : "draft.over")}
            {!draft.isOpen &&
              t.rich("draft.isKeptUntil", {
                time: () => <TimeText at={draft.keptUntil} zone={zone} shape="day" hasYear />,
              })}
          </Sentences>
        </p>
        {discardHref && (
          <p className="pt-2">
            <ButtonLink size="small" variant="quiet" className="-ml-2" href={discardHref}>
              {t("step.discard.ask")}
            </ButtonLink>
          </p>
        )}
      </Note>
    </div>
  );
}

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
