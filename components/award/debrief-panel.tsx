import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/page/panel";
import { DISQUALIFY_CODES, type DisqualifyCode } from "@/domain/requests/reasons";
import type { Debrief } from "@/domain/bidding/debrief";

const isDisqualify = (code: string): code is DisqualifyCode => (DISQUALIFY_CODES as readonly string[]).includes(code);

/** Why a bid did not win: its place and its gap in bands, and the reason; nothing of the bid that won. */
export function DebriefPanel({ debrief }: { readonly debrief: Debrief }) {
  const t = useTranslations("decide");
  const { rank, gap, code, detail, words, choice } = debrief;
  const why =
    detail === null
      ? null
      : code === "disqualified" && isDisqualify(detail)
        ? t(`disqualify.code.${detail}`)
        : t(`end.${detail}`);
  return (
    <Panel title={t("debrief.title")} id="debrief">
      <p>
        {t(`debrief.code.${code}`)} {why}
      </p>
      {words !== "" && (
        <p>
          {t("debrief.words")} {words}
        </p>
      )}
      {rank !== null && (
        <p>
          {t(`debrief.rank.${rank}`)} {gap !== null && t(`debrief.gap.${gap}`)}
        </p>
      )}
      {choice !== null && <p>{t(`debrief.choice.${choice.code}`, { words: choice.words })}</p>}
      {rank !== null && <p className="field-help">{t("debrief.rule")}</p>}
    </Panel>
  );
}
