/** Where the words of a spec's choices stand, by the member's path; for those who tell of one value apart from its form. */
export const customsSpecChoices = {
  side: "service-customs.option.side",
  supervisionMode: "service-customs.option.supervisionMode",
  "exporterOfRecord.country": "services.country",
  "importerOfRecord.country": "services.country",
  importProcedure: "service-customs.option.importProcedure",
  classificationBy: "service-customs.option.classifier",
  certificates: "service-customs.option.certificate",
} as const;
