import { SECTIONS, sectionOf } from "../../requests/posting-issue";
import { fieldNames } from "../../services/form-field";
import { kindOf } from "../../services/registry";
import { isService, SERVICES } from "../../shared/vocabulary";
import { MORE_LINE_FIELDS } from "./cargo-lines";

/** The fields of each part in the order in which the form shows them. */
const ROUTE = [
  ...["title", "originId", "destinationId", "mode", "readyDate", "hubId", "inlandMode"],
  ...["incotermRule", "incotermPlace", "goodsCurrency", "goodsValue"],
];
const LINE = [
  ...["description", "hsCode", "packages", "packageType", "grossWeightKg", "volumeCbm"],
  ...MORE_LINE_FIELDS,
];
const BIDDING = [
  ...["bidMode", "visibility", "invited", "closesAt", "decideBy", "comparisonCurrency"],
  ...["mayCloseEarly", "twoPersonOpening", "criteria", "gates", "questionsUntil", "feedback", "negotiationRounds"],
];

const SERVICE = /^services\.(\w+)\.(\w+)(?:\[(\d+)\]\.(\w+))?/;
const ROW = /^(\w+)\[(\d+)\]\.(\w+)/;

/** Where a field of a kind's request stands: by its service, its name there, its row and its part of that. */
function placeInService(field: string): number[] {
  const [, service = "", name = "", row = "-1", part = ""] = SERVICE.exec(field) ?? [];
  if (!isService(service)) return [-1];
  const { specForm } = kindOf(service);
  const list = specForm.find((one) => one.name === name);
  const parts = list?.as === "rows" ? fieldNames(list.rowFields) : [];
  return [SERVICES.indexOf(service), fieldNames(specForm).indexOf(name), Number(row), parts.indexOf(part)];
}

/** Where a field stands in the posting form, part by part. */
function placeOf(field: string): number[] {
  const section = sectionOf(field);
  const [, list = field, row = "-1", part = ""] = ROW.exec(field) ?? [];
  const within = {
    route: () => [ROUTE.indexOf(field)],
    cargo: () => [Number(row), LINE.indexOf(part)],
    services: () => placeInService(field),
    bidding: () => [BIDDING.indexOf(list), Number(row)],
  };
  return [SECTIONS.indexOf(section), ...within[section]()];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((place, index) => place !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** What is to be mended in the order in which the form shows its fields; several of one field stay as they are. */
export const inFormOrder = <Issue extends { readonly field: string }>(issues: readonly Issue[]): Issue[] =>
  issues
    .map((issue) => ({ issue, place: placeOf(issue.field) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ issue }) => issue);
