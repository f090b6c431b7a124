import { MAP_BASES } from "@/components/hubs/map/map-base";
import outlines from "@/components/hubs/map/map-base.svg";
import { project } from "@/components/hubs/map/map-projection";
import {
  type FieldOrigin,
  isPlateOffSlot,
  type KeptEvidence,
  type PhotoEvidence,
  type Position,
  weightFinding,
} from "@/domain/orders/evidence";
import { useLocale, useTranslations } from "next-intl";
import { TimeText } from "@/components/ui/time/time-text";
import type { ShownFile } from "@/domain/files/file";
import type { OrderMilestone, OrderPage, Witness } from "@/views/orders";
import { PlaceText } from "./place-text";
import { useNameList } from "@/components/ui/words";
import type { ReactNode } from "react";
import { WeightText } from "@/components/ui/figures";
import { formatShare } from "@/components/ui/format";
import { Icon } from "@/components/ui/icons/icon";
import { LOOKS } from "@/domain/files/file-kind";
import { plateText } from "@/domain/orders/document-numbers";
import { isOver } from "@/domain/orders/order";
import { platesAt } from "@/domain/orders/slots/plates";
import { NUMBER_FIELDS } from "@/domain/services/evidence";
import { MINUTE_MS } from "@/domain/shared/time";

// A piece of the large map: about eight hundred kilometres across.
const [WIDTH, HEIGHT] = [96, 64];
const E6 = 1_000_000;

/** Where on the map a place is. What it says stands beside it in words, so it is a picture and no more. */
function PlaceDrawing({ latE6, lonE6 }: Omit<Position, "accuracyM">) {
  const base = MAP_BASES.desk;
  const [x, y] = project(base, { lat: latE6 / E6, lon: lonE6 / E6 });
  return (
    <svg
      className="map evidence-map"
      viewBox={`${x - WIDTH / 2} ${y - HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <use className="land" href={`${outlines.src}#desk-land`} />
      {base.borders.map((country) => (
        <use key={country} className="border" href={`${outlines.src}#desk-${country}`} />
      ))}
      <rect className="hub" x={x - 4} y={y - 4} width={8} height={8} />
    </svg>
  );
}

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
  /** What trucks and trailers the step may name by the order's slots. */
  readonly slotPlates: ReturnType<typeof platesAt>;
  readonly zone: string;
};

function Warning({ children }: { readonly children: string }) {
  return (
    <span className="evidence-warns">
      <Icon name="triangle-alert" />
      {children}
    </span>
  );
}

/** A plate as it was told, and that it is not the slot's where it is not. */
function Plate({ plate, slotPlates }: { readonly plate: string; readonly slotPlates: readonly string[] }) {
  const t = useTranslations("field.evidence");
  const nameList = useNameList();
  const shown = plateText(plate);
  if (!isPlateOffSlot(plate, slotPlates)) return shown;
  return (
    <>
      {shown} <Warning>{t("notOfSlot", { plates: nameList(slotPlates.map(plateText)) })}</Warning>
    </>
  );
}

function Weight({ grams, dealGrams }: { readonly grams: number; readonly dealGrams: number }) {
  const t = useTranslations("field.evidence");
  const locale = useLocale();
  const finding = weightFinding(grams, dealGrams);
  if (!finding) return <WeightText grams={grams} />;
  const share = formatShare(Math.abs(grams - dealGrams), dealGrams, locale);
  return (
    <>
      <WeightText grams={grams} />{" "}
      <Warning>{t(finding.differenceBps > 0 ? "heavier" : "lighter", { share: share ?? "" })}</Warning>
    </>
  );
}

/** The figures of a piece of evidence, each under its name. */
function useFacts({
  evidence,
  dealGrams,
  slotPlates,
}: EvidenceViewProps): readonly (readonly [string, string, ReactNode])[] {
  const t = useTranslations("field");
  const nameList = useNameList();
  const { seals = [], declarations = [], registered = [], grossWeightGrams, position } = evidence;
  const numbers = [...declarations, ...registered].map(({ country, number }) => `${country} ${number}`);
  const of = (key: string, value: ReactNode) => (value ? [[key, t(`number.${key}`), value] as const] : []);
  const shown = (key: (typeof NUMBER_FIELDS)[number]): ReactNode => {
    const told = evidence[key];
    const isPlate = key === "tractorPlate" || key === "trailerPlate";
    return told && isPlate ? <Plate plate={told} slotPlates={slotPlates[key]} /> : told;
  };
  return [
    ...of("seals", nameList(seals)),
    ...NUMBER_FIELDS.flatMap((key) => of(key, shown(key))),
    ...of("declarationNumber", nameList(numbers)),
    ...of("weighed", grossWeightGrams !== undefined && <Weight grams={grossWeightGrams} dealGrams={dealGrams} />),
    ...(position === undefined
      ? []
      : [["place", t("place.label"), position ? <PlaceText {...position} /> : t("place.refused")] as const]),
  ];
}

/** What was said beside a step: figures, place, pictures, and by whose phone. */
export function EvidenceView(props: EvidenceViewProps) {
  const { evidence, files, zone } = props;
  const facts = useFacts(props);
  const t = useTranslations("field.evidence.confirmed");
  const { position, photos = [], field, confirmed = [] } = evidence;
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
      {confirmed.map((doubt) => (
        <p key={doubt} className="field-help">
          {t(doubt)}
        </p>
      ))}
      {position && <PlaceDrawing {...position} />}
      {pictures.length > 0 && <PhotoStrip files={pictures} photos={photos} zone={zone} />}
      {field && <OriginText {...field} />}
    </div>
  );
}

/** Whether a file is a picture. */
export const isPicture = ({ kind }: ShownFile): boolean => LOOKS[kind].mediaType.startsWith("image/");

type StepEvidenceProps = {
  readonly order: OrderPage;
  readonly milestone: OrderMilestone;
  readonly files: readonly ShownFile[];
  readonly zone: string;
};

type WitnessItemProps = {
  readonly witness: Witness;
  /** Whether the step still waits for another report. */
  readonly isAwaited: boolean;
  readonly zone: string;
  readonly children: ReactNode;
};

function WitnessItem({ witness, isAwaited, zone, children }: WitnessItemProps) {
  const t = useTranslations("field.evidence");
  const { struck } = witness.evidence;
  const reopened = isAwaited ? "reopened" : "earlier";
  return (
    <li>
      <b>{t(struck ? "struck" : witness.isReopened ? reopened : "witness")}</b>{" "}
      <TimeText at={witness.occurredAt} zone={zone} />
      {witness.reporterName !== null && ` · ${witness.reporterName}`}
      {struck && (
        <span className="block break-anywhere">
          {t("struckBecause", { by: struck.by, reason: struck.reason })} <TimeText at={struck.at} zone={zone} />
        </span>
      )}
      {witness.note && <span className="block break-anywhere">{witness.note}</span>}
      {children}
    </li>
  );
}

/** What lies with a step: its evidence, what others saw of it or was told before, its pictures, and what is expected and has not come. Nothing where there is nothing. */
export function StepEvidence({ order, milestone, files, zone }: StepEvidenceProps) {
  const t = useTranslations("field.evidence");
  const kinds = useTranslations("field.kind");
  const own = files.filter(({ milestoneCode }) => milestoneCode === milestone.code);
  const witnesses = order.witnesses.filter(({ code }) => code === milestone.code);
  const missing = milestone.missingEvidence;
  const isAwaited = milestone.occurredAt === null && !isOver(order);
  const told = [milestone.evidence, ...witnesses.map(({ evidence }) => evidence)];
  const named = new Set(told.flatMap((evidence) => evidence?.photos?.map(({ fileId }) => fileId) ?? []));
  const loose = own.filter((file) => isPicture(file) && !named.has(file.id));
  if (!milestone.evidence && witnesses.length + missing.length + loose.length === 0) return null;
  const view = {
    files: own,
    dealGrams: order.grossWeightGrams,
    slotPlates: platesAt(order.slotPlates, milestone.code),
    zone,
  };
  return (
    <div className="gate-evidence">
      {milestone.evidence && <EvidenceView {...view} evidence={milestone.evidence} />}
      {loose.length > 0 && <PhotoStrip files={loose} photos={[]} zone={zone} />}
      {witnesses.length > 0 && (
        <ul className="evidence-witnesses">
          {witnesses.map((witness) => (
            <WitnessItem key={witness.id} witness={witness} isAwaited={isAwaited} zone={zone}>
              <EvidenceView {...view} files={witness.evidence.struck ? files : own} evidence={witness.evidence} />
            </WitnessItem>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className="evidence-missing">
          <Icon name="circle-dashed" />
          {t("missing", { kinds: missing.map((kind) => kinds(kind)).join(t("and")) })}
        </p>
      )}
    </div>
  );
}
