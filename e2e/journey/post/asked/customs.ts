import type { Lane } from "../../lanes/lane";
import { FREIGHT, INSURANCE } from "../goods";
import type { Asked } from "./asked";

/** Lines that the buyer expects on the declaration; a declaration's price holds five. */
export const HS_LINES = 7;

/** Export lanes are cleared on both sides of the border, so that every lane has an importer of record. */
export const askedCustoms = ({ direction, importer, buyer }: Lane): Asked => ({
  typed: {
    side: direction === "export" ? "both" : "import",
    supervisionMode: "0110",
    ...(direction === "export"
      ? { exporterName: buyer.nameLatin, exporterCountry: buyer.country, exporterCode: buyer.registrationNumber }
      : {}),
    importerName: importer.name,
    importerCountry: importer.country,
    importerTaxId: importer.taxId,
    importProcedure: "home_use",
    hsLines: String(HS_LINES),
    classificationBy: "broker",
    certificates: ["origin_general", "conformity_certificate"],
    freightToBorderCurrency: "CNY",
    freightToBorder: FREIGHT,
    insuranceToBorderCurrency: "CNY",
    insuranceToBorder: INSURANCE,
    kgOfLine1: "1200.5",
    pieceOfLine1: "48",
  },
});
