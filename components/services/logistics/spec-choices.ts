/** Where the words of a spec's choices stand, by the member's path; for those who tell of one value apart from its form. */
export const logisticsSpecChoices = {
  equipment: "services.equipment",
  haul: "services.mode",
  pickupAt: "service-logistics.option.handover",
  deliverAt: "service-logistics.option.handover",
  loadingBy: "service-logistics.option.handler",
  unloadingBy: "service-logistics.option.handler",
  containerOwner: "service-logistics.option.containerOwner",
  "insurance.clause": "service-logistics.option.insuranceClause",
  "transit.regime": "service-logistics.option.transitRegime",
  "transit.guaranteedBy": "service-logistics.option.transitGuarantor",
  shipperDocuments: "service-logistics.option.shipperDocument",
} as const;
