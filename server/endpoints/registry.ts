import { documentEndpoint } from "../openapi/document-endpoint";
import type { Room } from "../openapi/document";
import { awardBids, awardBidsOfDeal } from "../commands/award/award-bids";
import { scoreBid } from "../commands/award/score-bid";
import { reviseBid } from "../commands/bidding/revise-bid";
import { confirmBid } from "../commands/bidding/stale/confirm-bid";
import { submitBid } from "../commands/bidding/submit-bid";
import { withdrawBid } from "../commands/bidding/withdraw-bid";
import { changeGates } from "../commands/chain/change-gates";
import { stateNeed } from "../commands/chain/state-need";
import { waiveGate } from "../commands/chain/waive-gate";
import { disqualifyBid } from "../commands/decide/disqualify-bid";
import { extendDecisionOf } from "../commands/decide/extend-decision";
import { judgeCureOfBid } from "../commands/decide/judge-cure";
import { prolongBid } from "../commands/decide/prolong-bid";
import { rejectBids } from "../commands/decide/reject-bids";
import { sendCureOfBid } from "../commands/decide/send-cure";
import { endDelay } from "../commands/delay/end-delay";
import { objectToDelay } from "../commands/delay/object-to-delay";
import { reportDelay } from "../commands/delay/report-delay";
import { withdrawDelay } from "../commands/delay/withdraw-delay";
import { decideDispute } from "../commands/disputes/decide-dispute";
import { escalateDispute } from "../commands/disputes/escalate-dispute";
import { openDispute } from "../commands/disputes/open-dispute";
import { takeOffer } from "../commands/disputes/take-offer";
import { writeEntry } from "../commands/disputes/write-entry";
import { enterDocument } from "../commands/documents/enter-document";
import { makeLink } from "../commands/field/make-link";
import { revokeLink } from "../commands/field/revoke-link";
import { removeFile } from "../commands/files/remove-file";
import { announceClosure } from "../commands/hubs/announce-closure";
import { enterHubState } from "../commands/hubs/enter-hub-state";
import { withdrawClosure } from "../commands/hubs/withdraw-closure";
import { bookRound } from "../commands/inspections/book-round";
import { checkIn } from "../commands/inspections/check-in";
import { checkOut } from "../commands/inspections/check-out";
import { decideGoods } from "../commands/inspections/decide-goods";
import { issueReport } from "../commands/inspections/issue-report";
import { saveResults } from "../commands/inspections/save-results";
import { answerCounterOffer } from "../commands/negotiation/answer-counter-offer";
import { counterBid } from "../commands/negotiation/counter-bid";
import { acceptOrder } from "../commands/orders/accept-order";
import { cancelOrder } from "../commands/orders/cancel-order";
import { endException } from "../commands/orders/end-exception";
import { raiseException } from "../commands/orders/raise-exception";
import { reportMilestone } from "../commands/orders/report-milestone";
import { requestChanges } from "../commands/orders/request-changes";
import { askReroute } from "../commands/reroute/ask-reroute";
import { endReroute } from "../commands/reroute/end-reroute";
import { cancelSlot } from "../commands/slots/cancel-slot";
import { changeDriversOfSlot } from "../commands/slots/change-drivers";
import { changeVehicleOfSlot } from "../commands/slots/change-vehicle";
import { confirmSlot } from "../commands/slots/confirm-slot";
import { markSlot } from "../commands/slots/mark-slot";
import { moveSlot } from "../commands/slots/move-slot";
import { paySlot } from "../commands/slots/pay-slot";
import { rebookSlot } from "../commands/slots/rebook-slot";
import { requestSlot } from "../commands/slots/request-slot";
import { type Endpoint, endpointOf } from "../platform/api/endpoint-kinds";
import { listAmendments } from "./amendments";
import { getChain } from "./chain";
import { listDeclarations } from "./clearance";
import { answerQuestion as answerCustomsQuestion } from "../commands/clearance/answer-question";
import { approveDraft } from "../commands/clearance/approve-draft";
import { askQuestion as askCustomsQuestion } from "../commands/clearance/ask-question";
import { assessDuties } from "../commands/clearance/assess-duties";
import { draftDeclaration } from "../commands/clearance/draft-declaration";
import { fileDeclaration } from "../commands/clearance/file-declaration";
import { payDuties } from "../commands/clearance/pay-duties";
import { recordAct } from "../commands/clearance/record-act";
import { reviseDeclaration } from "../commands/clearance/revise-declaration";
import { sendBackDraft } from "../commands/clearance/send-back-draft";
import { bearReturnCost } from "../commands/remittance/bear-return-cost";
import { confirmLock } from "../commands/remittance/confirm-lock";
import { freezePayment } from "../commands/remittance/freeze-payment";
import { lockRate } from "../commands/remittance/lock-rate";
import { recallPayment } from "../commands/remittance/recall-payment";
import { recordReceipt } from "../commands/remittance/record-receipt";
import { returnPayment } from "../commands/remittance/return-payment";
import { sendPayment } from "../commands/remittance/send-payment";
import { unfreezePayment } from "../commands/remittance/unfreeze-payment";
import { askAgain } from "../commands/requests/ask-again";
import { chooseFallbackOf } from "../commands/requests/choose-fallback";
import { listCodes } from "./codes";
import { postBidCheck } from "./bid-check";
import { getBid, listBids } from "./bidding";
import { getProvider, listProviders } from "./catalogue";
import { createDeal } from "../commands/deals/create-deal";
import { getDeal, listDeals } from "./deals";
import { getDecision } from "./decide";
import { listDisputes, listOrderDisputes } from "./disputes";
import { getDelay } from "./delay";
import { getDocuments } from "./documents";
import { getEvents } from "./events";
import { listFieldLinks } from "./field";
import { getFile, getFileContent, postFile } from "./files";
import { getInspection, getReport } from "./inspections";
import { listCounterOffers } from "./negotiation";
import { getOrder, listOrders } from "./orders";
import { getHubBoard } from "./hub-board";
import { getRequestProof } from "./proof";
import { getPlace } from "./place";
import { listHubs, listPlaces } from "./reference";
import { getPayment, listCorridors } from "./remittance";
import { changeRequest } from "../commands/requests/change-request";
import { cancelRequest } from "../commands/requests/cancel-request";
import { closeRequest } from "../commands/requests/close-request";
import { openRequest } from "../commands/requests/open-request";
import { publishRequest } from "../commands/requests/publish-request";
import { createRequest } from "../commands/requests/create-request";
import { getRequest, listRequests } from "./requests";
import { answerQuestion } from "../commands/requests/questions/answer-question";
import { askQuestion } from "../commands/requests/questions/ask-question";
import { listQuestions } from "./questions";
import { planRoutes } from "./routes";
import { getRanking } from "./scores";
import { listSlots } from "./slots";
import { listHsCodes } from "./tariff";
import { getTrafficShare } from "./traffic";

/** The public API, room by room, in the order of its documentation. What is not here has no route, and the other way round: a test says so. */
export const ROOMS: readonly Room[] = [
  {
    room: "hubs",
    endpoints: [
      ...[listPlaces, listHubs, planRoutes, getTrafficShare],
      ...[getHubBoard, ...[enterHubState, announceClosure, withdrawClosure].map(endpointOf)],
    ],
  },
  { room: "tariff", endpoints: [listHsCodes, listCodes] },
  { room: "catalogue", endpoints: [listProviders, getProvider] },
  { room: "deals", endpoints: [endpointOf(createDeal), listDeals, getDeal] },
  { room: "documents", endpoints: [getDocuments, endpointOf(enterDocument)] },
  {
    room: "requests",
    endpoints: [
      ...[endpointOf(createRequest), listRequests, getRequest],
      ...[changeRequest, publishRequest, closeRequest, openRequest, cancelRequest].map(endpointOf),
      ...[chooseFallbackOf, askAgain].map(endpointOf),
      ...[endpointOf(askQuestion), listQuestions, endpointOf(answerQuestion), listAmendments, getRequestProof],
    ],
  },
  {
    room: "bidding",
    endpoints: [
      ...[endpointOf(submitBid), postBidCheck, listBids, getBid, endpointOf(reviseBid), endpointOf(confirmBid)],
      ...[endpointOf(withdrawBid), getPlace],
    ],
  },
  { room: "award", endpoints: [getRanking, ...[scoreBid, awardBids, awardBidsOfDeal].map(endpointOf)] },
  { room: "negotiation", endpoints: [endpointOf(counterBid), listCounterOffers, endpointOf(answerCounterOffer)] },
  {
    room: "decide",
    endpoints: [
      ...[getDecision, endpointOf(disqualifyBid), endpointOf(sendCureOfBid), endpointOf(judgeCureOfBid)],
      ...[endpointOf(prolongBid), endpointOf(rejectBids), endpointOf(extendDecisionOf)],
    ],
  },
  {
    room: "chain",
    endpoints: [
      ...[getChain, endpointOf(changeGates), endpointOf(waiveGate), endpointOf(stateNeed)],
      ...[endpointOf(askReroute), endpointOf(endReroute)],
    ],
  },
  {
    room: "orders",
    endpoints: [
      ...[listOrders, getOrder, endpointOf(reportMilestone), endpointOf(acceptOrder), endpointOf(requestChanges)],
      ...[endpointOf(cancelOrder), endpointOf(raiseException), endpointOf(endException)],
    ],
  },
  {
    room: "slots",
    endpoints: [
      ...[listSlots, endpointOf(requestSlot), endpointOf(paySlot), endpointOf(confirmSlot), endpointOf(moveSlot)],
      ...[endpointOf(changeDriversOfSlot), endpointOf(changeVehicleOfSlot), endpointOf(markSlot)],
      ...[endpointOf(cancelSlot), endpointOf(rebookSlot)],
    ],
  },
  {
    room: "delay",
    endpoints: [
      ...[getDelay, endpointOf(reportDelay), endpointOf(endDelay), endpointOf(objectToDelay)],
      endpointOf(withdrawDelay),
    ],
  },
  {
    room: "disputes",
    endpoints: [
      ...[listOrderDisputes, endpointOf(openDispute), endpointOf(writeEntry), endpointOf(takeOffer)],
      ...[endpointOf(escalateDispute), listDisputes, endpointOf(decideDispute)],
    ],
  },
  {
    room: "inspections",
    endpoints: [
      ...[getInspection, endpointOf(bookRound), endpointOf(checkIn), endpointOf(saveResults), endpointOf(checkOut)],
      ...[getReport, endpointOf(issueReport), endpointOf(decideGoods)],
    ],
  },
  {
    room: "clearance",
    endpoints: [
      listDeclarations,
      ...[draftDeclaration, reviseDeclaration, sendBackDraft, approveDraft, fileDeclaration].map(endpointOf),
      ...[askCustomsQuestion, answerCustomsQuestion, assessDuties, payDuties, recordAct].map(endpointOf),
    ],
  },
  {
    room: "remittance",
    endpoints: [
      getPayment,
      ...[lockRate, confirmLock, sendPayment, recordReceipt, returnPayment, bearReturnCost].map(endpointOf),
      ...[freezePayment, unfreezePayment, recallPayment].map(endpointOf),
      listCorridors,
    ],
  },
  { room: "field", endpoints: [listFieldLinks, endpointOf(makeLink), endpointOf(revokeLink)] },
  { room: "files", endpoints: [postFile, getFile, getFileContent, endpointOf(removeFile)] },
  { room: "notices", endpoints: [getEvents] },
];

/** The document of all of them. */
export const getDocument = documentEndpoint(ROOMS);

export const ENDPOINTS: readonly Endpoint[] = [...ROOMS.flatMap(({ endpoints }) => endpoints), getDocument];
