import { useTranslations } from "next-intl";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownFile } from "@/domain/files/file-view";
import type { PhotoEvidence } from "@/domain/orders/evidence/evidence";
import { PlaceText } from "./place-text";

type PhotoStripProps = {
  /** The pictures among the files, as far as the viewer may have them. */
  readonly files: readonly ShownFile[];
  /** What is known of those that came from a phone. */
  readonly photos: readonly PhotoEvidence[];
  readonly zone: string;
};

/** Pictures of a step, small, each leading to the whole; what the camera said of time and place stands under them. */
export function PhotoStrip({ files, photos, zone }: PhotoStripProps) {
  const t = useTranslations("field.evidence");
  return (
    <ul className="evidence-photos">
      {files.map((file, at) => {
        const photo = photos.find(({ fileId }) => fileId === file.id);
        return (
          <li key={file.id}>
            {file.mayRead ? (
              <a href={`/api/files/${file.id}`} download>
                <img
                  src={`/api/files/${file.id}/small`}
                  width={96}
                  height={72}
                  loading="lazy"
                  alt={t("photo", { number: at + 1 })}
                />
              </a>
            ) : (
              <span className="evidence-waits">{t("photoWaits")}</span>
            )}
            {photo?.takenAt != null && (
              <small>
                <TimeText at={photo.takenAt} zone={zone} />
              </small>
            )}
            {photo?.takenPosition && (
              <small>
                <PlaceText {...photo.takenPosition} />
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}
