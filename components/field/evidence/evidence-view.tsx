import { useNameList } from "@/components/ui/page/sentences";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WeightText } from "@/components/ui/figures/weight-text";
import { formatShare } from "@/components/ui/figures/format-share";
import { Icon } from "@/components/ui/icons/icon";
import { LOOKS } from "@/domain/files/file-kind";
import type { ShownFile } from "@/domain/files/file-view";
import type { KeptEvidence } from "@/domain/orders/evidence/evidence";
import { weightFinding } from "@/domain/orders/evidence/weight-finding";
import { NUMBER_FIELDS } from "@/domain/services/evidence";
import { PhotoStrip } from "./photo-strip";
import { PlaceDrawing } from "./place-drawing";
import { PlaceText } from "./place-text";
import { MINUTE_MS } from "@/domain/shared/instant";
import type { FieldOrigin } from "@/domain/orders/evidence/evidence";

// Less is what a slow line makes of a right clock; the told time was left as it was.
const SAID_FROM_MS = 2 * MINUTE_MS;

/** From whose phone it came, and what was made of its clock where that was wrong. */
function OriginText({ role, person, clockDriftMs }: FieldOrigin) {
  const t = useTranslations("field.origin");
  const roles = useTranslations("field.role");
  const minutes = Math.round(Math.abs(clockDriftMs) / MINUTE_MS);
  return (
    <p className="evidence-origin">
      {t("from", { person, role: roles(role) })}
      {Math.abs(clockDriftMs) > SAID_FROM_MS && ` ${t(clockDriftMs > 0 ? "ahead" : "behind", { minutes })}`}
    </p>
  );
}

type EvidenceViewProps = {
  readonly evidence: KeptEvidence;
  /** The step's files; of them the pictures that this evidence names are shown. */
  readonly files: readonly ShownFile[];
  readonly dealGrams: number;
  readonly zone: string;
};

function Weight({ grams, dealGrams }: { readonly grams: number; readonly dealGrams: number }) {
  const t = useTranslations("field.evidence");
  const locale = useLocale();
  const finding = weightFinding(grams, dealGrams);
  if (!finding) return <WeightText grams={grams} />;
  const share = formatShare(Math.abs(grams - dealGrams), dealGrams, locale);
  return (
    <>
      <WeightText grams={grams} />{" "}
      <span className="evidence-warns">
        <Icon name="triangle-alert" />
        {t(finding.differenceBps > 0 ? "heavier" : "lighter", { share: share ?? "" })}
      </span>
    </>
  );
}

/** The figures of a piece of evidence, each under its name. */
function useFacts({ evidence, dealGrams }: EvidenceViewProps): readonly (readonly [string, string, ReactNode])[] {
  const t = useTranslations("field");
  const nameList = useNameList();
  const { seals = [], declarations = [], registered = [], grossWeightGrams, position } = evidence;
  const numbers = [...declarations, ...registered].map(({ country, number }) => `${country} ${number}`);
  const of = (key: string, value: ReactNode) => (value ? [[key, t(`number.${key}`), value] as const] : []);
  return [
    ...of("seals", nameList(seals)),
    ...NUMBER_FIELDS.flatMap((key) => of(key, evidence[key])),
    ...of("declarationNumber", nameList(numbers)),
    ...of("grossWeight", grossWeightGrams !== undefined && <Weight grams={grossWeightGrams} dealGrams={dealGrams} />),
    ...(position === undefined
      ? []
      : [["place", t("place.label"), position ? <PlaceText {...position} /> : t("place.refused")] as const]),
  ];
}

/** What was said beside a step: figures, place, pictures, and by whose phone. */
export function EvidenceView(props: EvidenceViewProps) {
  const { evidence, files, zone } = props;
  const facts = useFacts(props);
  const { position, photos = [], field } = evidence;
  const pictures = files.filter(({ id }) => photos.some(({ fileId }) => fileId === id));
  return (
    <div className="evidence">
      {facts.length > 0 && (
        <dl className="evidence-facts">
          {facts.map(([key, name, value]) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {position && <PlaceDrawing {...position} />}
      {pictures.length > 0 && <PhotoStrip files={pictures} photos={photos} zone={zone} />}
      {field && <OriginText {...field} />}
    </div>
  );
}

/** Whether a file is a picture. */
export const isPicture = ({ kind }: ShownFile): boolean => LOOKS[kind].mediaType.startsWith("image/");
