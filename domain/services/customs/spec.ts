import type { DutyUnit } from "@/domain/tariff/duty-rate";
import { type TypeOfList, choice, country, flag, group, list, money, number, own, text } from "../member-list";
import {
  CERTIFICATES,
  CLASSIFIERS,
  IMPORT_PROCEDURES,
  SIDES,
  SUPERVISION_MODES,
  TRANSIT_DECLARANTS,
  TRANSIT_GUARANTEES,
} from "./choices";

const option = <const Group extends string>(group: Group) => `service-customs.option.${group}` as const;

/** Thousandths of each unit that a specific duty may count, by the number of the cargo line. */
export type LineQuantities = Record<string, { [Unit in DutyUnit]?: number | undefined }>;

/** What a request for customs says, in the order of its form. */
export const customsFields = [
  choice("side", { values: SIDES, words: option("side"), isRequired: true, width: 12, box: 1 }),
  choice(
    "supervisionMode",
    { values: SUPERVISION_MODES, words: option("supervisionMode"), box: 2 },
    "Required where goods are declared in China, and refused where they are not",
  ),
  group("transit", { description: "Required for a transit, and refused of other sides" }, [
    country("country", { isRequired: true, field: "transitCountry", fold: "transit", box: 19 }),
    text(
      "departureOffice",
      { max: 10, isRequired: true, field: "departureOffice", fold: "transit", box: 20 },
      "The code of the customs office that opens the transit",
    ),
    text(
      "destinationOffice",
      { max: 10, isRequired: true, field: "destinationOffice", fold: "transit", box: 21 },
      "The code of the customs office that ends it",
    ),
    flag(
      "isOfficeRight",
      { fold: "transit", width: 12, box: 25 },
      "Whether offices are right that the market's lists do not have",
    ),
    choice("declarant", {
      ...{ values: TRANSIT_DECLARANTS, words: option("transitDeclarant") },
      ...{ isRequired: true, field: "transitDeclarant", fold: "transit", box: 22 },
    }),
    choice("guarantee", {
      ...{ values: TRANSIT_GUARANTEES, words: option("guarantee") },
      ...{ isRequired: true, field: "guarantee", fold: "transit", box: 23 },
    }),
    text(
      "guarantor",
      { max: 160, field: "guarantor", fold: "transit", box: 24 },
      "Who gives the guarantee; required unless none is needed",
    ),
  ]),
  group("exporterOfRecord", { description: "Required for the export side" }, [
    text("name", { max: 160, isRequired: true, field: "exporterName", box: 3, book: "exporter.name" }),
    country("country", { isRequired: true, field: "exporterCountry", box: 4, book: "exporter.country" }),
  ]),
  text(
    "exporterCode",
    { max: 32, box: 5, book: "exporter.number" },
    "Required for the export side: of a Chinese company its 10-character customs code or 18-character social credit code, of others the tax number by which their customs know them",
  ),
  group("importerOfRecord", { description: "Required for the import side" }, [
    text("name", { max: 160, isRequired: true, field: "importerName", box: 6, book: "importer.name" }),
    country("country", { isRequired: true, field: "importerCountry", box: 7, book: "importer.country" }),
    text("taxId", { max: 32, isRequired: true, field: "importerTaxId", box: 8, book: "importer.number" }),
    text(
      "kpp",
      { max: 12, field: "importerKpp", fold: "parties", box: 9, book: "importer.branch" },
      "Of a Russian company",
    ),
  ]),
  group(
    "borderResidents",
    { box: 10, description: "Who brings goods in by mutual trade: CNY 8,000 a person a day are free of duty" },
    [
      number("persons", { min: 1, max: 10_000, isRequired: true, field: "residentsPersons", fold: "parties" }),
      number("days", { min: 1, max: 366, field: "residentsDays", fold: "parties" }, "1 where not given"),
    ],
  ),
  choice("importProcedure", {
    values: IMPORT_PROCEDURES,
    words: option("importProcedure"),
    fold: "procedure",
    width: 12,
    box: 11,
  }),
  number(
    "hsLines",
    { min: 1, max: 500, fold: "procedure" },
    "The lines of the cargo where not given, each of which is declared; never fewer, and more only with `hasMoreLines`",
  ),
  flag(
    "hasMoreLines",
    { fold: "procedure", width: 12, box: 26 },
    "Whether more lines to declare are right than the cargo names goods, as where one of them is declared under several names",
  ),
  number("declarations", { min: 1, max: 50, fold: "procedure" }, "On each side; 1 where not given"),
  choice("classificationBy", {
    values: CLASSIFIERS,
    words: option("classifier"),
    fold: "procedure",
    width: 12,
    box: 12,
  }),
  list("certificates", {
    values: CERTIFICATES,
    words: option("certificate"),
    fold: "procedure",
    width: 12,
    box: 16,
    span: 2,
  }),
  money("freightToBorder", { fold: "costs", box: 13 }, "Under EXW, FCA, FAS and FOB alone: other prices hold it"),
  money(
    "insuranceToBorder",
    { fold: "costs", box: 14 },
    "Under EXW, FCA, FAS, FOB, CFR and CPT alone: other prices hold it, or the seller bears the risk",
  ),
  money(
    "includedAfterBorder",
    { fold: "costs", box: 15 },
    "What of the goods value is no part of the customs value: carriage after the border and, under DDP, import duty and tax; of an export alone freight and insurance beyond the place of exit",
  ),
  text("remarks", { max: 1_000, isLong: true, fold: "costs", width: 12, box: 18, span: "all" }),
  own<"lineQuantities", LineQuantities>("lineQuantities", { box: 17, span: "all" }),
] as const;
export type CustomsSpec = TypeOfList<typeof customsFields>;
