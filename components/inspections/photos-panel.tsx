import { colonOf } from "@/components/ui/words";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor, Note, Panel } from "@/components/ui/blocks";
import { OneButtonForm } from "@/components/ui/form/one-button-form";
import { Icon } from "@/components/ui/icons/icon";
import { TimeText } from "@/components/ui/time/time-text";
import type { InspectionPhoto, InspectionRound } from "@/views/inspections";
import { PHOTO_SUBJECTS } from "@/domain/services/inspection/choices";
import type { FormAction } from "@/domain/shared/form-state";
import { useDefectNames } from "./inspection-words";

const METRES_PER_KILOMETRE = 1_000;

function useFlagWords(zone: string) {
  const t = useTranslations("inspections.flag");
  return ({ kind, bitsApart, otherReference, at: instant, metres }: InspectionPhoto["flags"][number]): ReactNode => {
    const at = () => instant !== null && <TimeText at={instant} zone={zone} />;
    const likeness = bitsApart === 0 ? "identical" : "near";
    if (kind === "same_in_report") return t(kind, { likeness });
    if (kind === "far_away") return t(kind, { kilometres: Math.round((metres ?? 0) / METRES_PER_KILOMETRE) });
    return kind === "same_elsewhere" && otherReference !== null
      ? t.rich("same_own", { likeness, reference: otherReference, at })
      : t.rich(kind, { likeness, at });
  };
}

type PhotoProps = { readonly photo: InspectionPhoto; readonly zone: string; readonly remove: FormAction | null };

function Photo({ photo, zone, remove }: PhotoProps) {
  const t = useTranslations("inspections.photos");
  const locale = useLocale();
  const words = useFlagWords(zone);
  const subject = useTranslations("service-inspection.option.photo");
  const { defectName } = useDefectNames();
  const { about } = photo;
  const shows = PHOTO_SUBJECTS.find((one) => one === about);
  const name = shows ? subject(shows) : about === null ? photo.name : defectName(about);
  return (
    <li className="photo">
      {photo.mayRead && (
        <Anchor href={`/api/files/${photo.fileId}`} aria-label={t("open") + colonOf(locale) + name}>
          <img src={`/api/files/${photo.fileId}/small`} alt="" loading="lazy" width={320} height={240} />
        </Anchor>
      )}
      <b className="break-anywhere">{name}</b>
      <small>
        {t("taken") + colonOf(locale)}
        {photo.takenAt === null ? t("notTold") : <TimeText at={photo.takenAt} zone={zone} />}
      </small>
      {photo.flags.map((flag, at) => (
        // Two flags of one photo may read alike.
        <small key={`${at}`} className="photo-flag">
          <Icon name="triangle-alert" /> {words(flag)}
        </small>
      ))}
      {remove && photo.mayRemove && (
        <OneButtonForm action={remove} fields={{ fileId: photo.fileId }} size="small">
          {t("remove")}
        </OneButtonForm>
      )}
    </li>
  );
}

type PhotosPanelProps = {
  readonly round: InspectionRound;
  readonly zone: string;
  /** Takes a photo away, for the inspection company until the report. */
  readonly remove: FormAction | null;
};

/** The photos of a visit with what they give reason to ask about, those first. */
export function PhotosPanel({ round, zone, remove }: PhotosPanelProps) {
  const t = useTranslations("inspections");
  const { photos, pairing } = round;
  if (photos.length === 0 && !pairing) return null;
  const flagged = photos.filter(({ flags }) => flags.length > 0).length;
  const ordered = [...photos].sort((one, other) => other.flags.length - one.flags.length);
  return (
    <Panel title={t("photos.title")} id={`photos-${round.round}`} aside={t("photos.count", { count: photos.length })}>
      <div className="form-stack">
        {(flagged > 0 || pairing) && (
          <Note tone="warn">
            {flagged > 0 && <p>{t("report.flagged", { count: flagged })}</p>}
            {pairing && <p>{t("flag.pairing", { inspector: round.inspectorName ?? "", ...pairing })}</p>}
            <p>{t("flag.note")}</p>
          </Note>
        )}
        {photos.length > 0 && (
          <ul className="photo-grid">
            {ordered.map((photo) => (
              <Photo key={photo.fileId} photo={photo} zone={zone} remove={remove} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
