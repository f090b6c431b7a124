import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/actions/button-link";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownSegment } from "@/domain/orders/delay/delay-view";

type GivenReasonsProps = {
  readonly segments: readonly ShownSegment[];
  readonly here: string;
  readonly zone: string;
};

const ACTIONS = ["object", "end", "withdraw"] as const;
type Action = (typeof ACTIONS)[number];

const mayOf = (segment: ShownSegment): Readonly<Record<Action, boolean>> => ({
  object: segment.mayObject,
  end: segment.mayEnd,
  withdraw: segment.mayWithdraw,
});

function Reason({ segment, here, zone }: Omit<GivenReasonsProps, "segments"> & { readonly segment: ShownSegment }) {
  const t = useTranslations("delay");
  const may = mayOf(segment);
  const reason = t(`reason.${segment.reason}`);
  const isGone = segment.withdrawnAt !== null;
  return (
    <li className="py-2">
      <b>{reason}</b> <TimeText at={segment.from} zone={zone} hasZone={false} /> –{" "}
      {segment.to === null ? t("given.goesOn") : <TimeText at={segment.to} zone={zone} />}
      {isGone && ` · ${t("given.withdrawn")}`}
      <span className="field-help block">
        {t(`given.by.${segment.by}`)} <TimeText at={segment.at} zone={zone} />
        {segment.words !== "" && ` · ${segment.words}`}
      </span>
      {segment.objection !== null && (
        <span className="block">
          {t("given.objection", { words: segment.objection })}{" "}
          {segment.objectedAt !== null && <TimeText at={segment.objectedAt} zone={zone} />}
        </span>
      )}
      <span className="flow">
        {ACTIONS.filter((action) => may[action]).map((action) => (
          <ButtonLink
            key={action}
            size="small"
            variant="quiet"
            href={`${here}?delay=${action}.${segment.id}#delay-form`}
            aria-label={t("given.of", { action: t(`given.${action}`), reason })}
          >
            {t(`given.${action}`)}
          </ButtonLink>
        ))}
      </span>
    </li>
  );
}

/** Who has given which reason for which hours, and what the other side says to it. */
export function GivenReasons({ segments, ...around }: GivenReasonsProps) {
  const t = useTranslations("delay.given");
  return (
    <section>
      <h3 className="panel-title">{t("title")}</h3>
      {segments.length === 0 ? (
        <p className="field-help">{t("none")}</p>
      ) : (
        <ul>
          {segments.map((segment) => (
            <Reason key={segment.id} segment={segment} {...around} />
          ))}
        </ul>
      )}
    </section>
  );
}
