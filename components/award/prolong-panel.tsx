import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { Note } from "@/components/ui/page/note";
import { Panel } from "@/components/ui/page/panel";
import { TimeText } from "@/components/ui/time/time-text";
import type { Instant } from "@/domain/shared/instant";

type ProlongPanelProps = {
  readonly validUntil: Instant;
  readonly decideBy: Instant;
  readonly href: string;
  readonly zone: string;
};

/** Until when a bid binds, and the way to hold it for longer. */
export function ProlongPanel({ validUntil, decideBy, href, zone }: ProlongPanelProps) {
  const t = useTranslations("decide.prolong");
  return (
    <Panel
      title={t("title")}
      id="prolong"
      tools={
        <ButtonLink size="small" href={href}>
          {t("title")}
        </ButtonLink>
      }
    >
      <p>
        {t("ends")} <TimeText at={validUntil} zone={zone} />
      </p>
      <p>{t("lead")}</p>
      {validUntil < decideBy && <Note tone="warn">{t("short")}</Note>}
    </Panel>
  );
}
