import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/form/action-form";
import { POINTS_MAX } from "@/domain/award/scoring";
import type { Criterion } from "@/domain/requests/request";
import type { FormAction } from "@/domain/shared/form-state";

/** One bid as its scorer sees it: whose, and what this person gave before, by the place of the criterion. */
export type ScoredBid = {
  readonly bidId: string;
  readonly name: string;
  readonly points: readonly (readonly [criterion: number, points: number])[];
};

type ScoreSheetProps = {
  readonly action: FormAction;
  readonly dealId: string;
  readonly criteria: readonly Criterion[];
  readonly bids: readonly ScoredBid[];
};

const POINTS = Array.from({ length: POINTS_MAX + 1 }, (_, points) => ({
  value: String(points),
  label: String(points),
}));

/** One person's points, a form a bid: they can be changed until the award, and count in the mean of all who have scored. */
export function ScoreSheet({ action, dealId, criteria, bids }: ScoreSheetProps) {
  const t = useTranslations("award.score");
  const own = criteria.flatMap((criterion, place) => (criterion.kind === "own" ? [{ ...criterion, place }] : []));
  return bids.map(({ bidId, name, points }) => {
    const given = new Map(points);
    return (
      <section key={bidId} className="border-t border-line px-4 py-3" aria-label={name}>
        <h3 className="pb-2 font-medium">{name}</h3>
        <ActionForm
          id={`score-${bidId}`}
          action={action}
          hidden={{ bidId, dealId }}
          fields={own.map(({ title, weight, place }) => ({
            ...{ kind: "select", name: `points[${place}]`, label: t("of", { criterion: title, weight }) },
            ...{ options: POINTS, placeholder: t("none"), initial: given.get(place)?.toString(), span: "span-4" },
          }))}
          send={t("save")}
          size="small"
          variant="plain"
        />
      </section>
    );
  });
}
