import { useTranslations } from "next-intl";
import { useCountryName } from "@/components/services/country-name";
import { ButtonLink, EmptyState, Panel } from "@/components/ui/blocks";
import type { OrderDeclarations } from "@/views/declarations";

type ClearanceStartProps = {
  readonly page: OrderDeclarations;
  readonly side: "buyer" | "provider";
  readonly here: string;
  /** Whether the work is done, so that nothing is drafted any more. */
  readonly isDone: boolean;
};

/** Which declarations can be drafted now; without any what they are for and who begins. */
export function ClearanceStart({ page, side, here, isDone }: ClearanceStartProps) {
  const t = useTranslations("clearance");
  const countryName = useCountryName();
  const isEmpty = page.declarations.length === 0;
  if (!isEmpty && page.drafts.length === 0) return null;
  const links = page.drafts.map((draft) => (
    <ButtonLink
      key={draft.side}
      variant="primary"
      icon="file-text"
      href={`${here}?do=draft.${draft.side}#clearance-form`}
    >
      {draft.country === null
        ? t("panel.draftTransit")
        : t("panel.draft", { side: t(`side.${draft.side}`), country: countryName(draft.country) })}
    </ButtonLink>
  ));
  const detail =
    isDone || page.isByHand ? null : !page.isScheduled ? "notScheduled" : side === "provider" ? "yours" : "theirs";
  return (
    <Panel title={t("panel.title")} isFlush={isEmpty}>
      {isEmpty ? (
        <EmptyState reason={t(detail ? "panel.empty" : "panel.byHand")} detail={detail && t(`panel.${detail}`)}>
          {links}
        </EmptyState>
      ) : (
        <div className="flow">{links}</div>
      )}
    </Panel>
  );
}
