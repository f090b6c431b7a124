import { isOfficeKnown } from "./customs-offices";
import type { Declaration, Evidence } from "../orders/evidence";
import { accept, checkAll, type Refusal, refuse, type Result } from "../shared/result";

/** Why a number that is well formed may yet be wrong: each is asked about, and taken once somebody says that it is right. */
export type Doubt = "customs_office_unknown" | "number_of_other_deal" | "plate_unlike_any" | "wagon_without_goods";

/**
 * Forms of number plates on the roads of these corridors, of tractors and trailers, without spaces: China with Hong Kong and Macau's second
 * plates, Russia (its letters in either script), Kazakhstan, Kyrgyzstan, Uzbekistan, Tajikistan, Turkmenistan, Mongolia, Belarus, Viet Nam,
 * Laos, Thailand, Myanmar, Pakistan, and what most of Europe, the Caucasus and Turkey have in common. As we know them.
 */
const PLATES: readonly RegExp[] = [
  /^\p{Script=Han}[A-Z][A-Z0-9]{4,6}[挂港澳学警]?$/u,
  /^[A-ZА-Я]\d{3}[A-ZА-Я]{2}\d{2,3}$/u,
  /^[A-ZА-Я]{2}\d{6,7}$/u,
  /^\d{2,3}[A-Z]{2,3}\d{2}$/,
  /^[A-Z]\d{3}[A-Z]{2,3}$/,
  /^\d{2}(KG)?\d{3}[A-Z]{2,3}$/,
  /^\d{2}([A-Z]\d{3}[A-Z]{2}|\d{3}[A-Z]{3}|\d{4}[A-Z]{2})$/,
  /^\d{4}[A-Z]{2}\d{2}$/,
  /^[A-Z]{2}\d{4}[A-Z]{2}$/,
  /^\d{4}[A-ZА-ЯӨҮ]{3}$/u,
  /^([A-Z]{2}\d{5}|[A-Z]\d{4}[A-Z]\d)$/,
  /^\d{2}([A-Z]{1,2}|[A-Z]\d)\d{4,5}$/,
  /^\p{Script=Lao}{2}\d{4}$/u,
  /^(\d{6}|\d?\p{Script=Thai}{1,3}\d{1,4})$/u,
  /^\d[A-Z]\d{4}$/,
  /^[A-Z]{1,3}\d{3,5}$/,
  /^[A-Z]{1,3}\d{1,4}[A-Z]{1,3}$/,
  /^\d{2}[A-Z]{1,3}\d{2,5}$/,
];

/** Whether a plate, as it is kept, has a form that some country of these corridors gives out. */
export const isPlateLikeAny = (plate: string): boolean => PLATES.some((form) => form.test(plate));

/** Whether a wagon's number is of the broad gauge's locomotives and track machines, which begin with 1 and carry no goods; of twelve digits it is another numbering. */
const carriesNoGoods = (wagon: string): boolean => /^1\d{7}$/.test(wagon);

/**
 * Whether the numbers that are told with a step are beyond doubt. Refuses `customs_office_unknown` a declaration of an office that is not known,
 * `number_of_other_deal` one that is among `elsewhere`, those which a declaration or step of another deal has, `plate_unlike_any` a plate that has
 * the form of no country here, and `wagon_without_goods` a wagon whose number is a locomotive's or a track machine's.
 */
export function checkDoubts(evidence: Evidence, elsewhere: readonly Declaration[]): Result<void, Refusal<Doubt>> {
  const { wagonNumber = "" } = evidence;
  const plates = [evidence.tractorPlate, evidence.trailerPlate].flatMap((plate) => plate ?? []);
  return checkAll<Refusal<Doubt>>([
    ...(evidence.declarations ?? [])
      .filter((one) => !isOfficeKnown(one))
      .map(({ country, number }) => refuse("customs_office_unknown", { country, number })),
    ...elsewhere.map(({ number }) => refuse("number_of_other_deal", { number })),
    ...plates.filter((plate) => !isPlateLikeAny(plate)).map((plate) => refuse("plate_unlike_any", { plate })),
    carriesNoGoods(wagonNumber) ? refuse("wagon_without_goods", { wagon: wagonNumber }) : accept(undefined),
  ]);
}
