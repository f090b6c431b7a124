/** Where the words of a spec's choices stand, by the member's path; for those who tell of one value apart from its form. */
export const inspectionSpecChoices = {
  type: "service-inspection.option.type",
  standard: "service-inspection.option.standard",
  severity: "service-inspection.option.severity",
  aqlPreset: "service-inspection.option.aqlPreset",
  "specialTests.test": "service-inspection.option.test",
  "checklist.code": "service-inspection.option.checkpoint",
  siteTests: "service-inspection.option.test",
  photosWanted: "service-inspection.option.photo",
  reportLanguage: "services.language",
  secondReportLanguage: "services.language",
  holdRule: "service-inspection.option.hold",
} as const;
