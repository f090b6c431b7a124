import { type Room, documentEndpoint } from "./openapi-document";
import { awardBids, awardBidsOfDeal } from "../award/award-bids";
import { scoreBid } from "../award/score-bid";
import { reviseBid } from "../bidding/revise-bid";
import { confirmBid } from "../bidding/confirm-bid";
import { submitBid } from "../bidding/submit-bid";
import { withdrawBid } from "../bidding/withdraw-bid";
import { changeGates } from "../orders/chain/change-gates";
import { stateNeed } from "../orders/chain/state-need";
import { waiveGate } from "../orders/chain/waive-gate";
import { disqualifyBid } from "../award/disqualify-bid";
import { extendDecisionOf } from "../award/decision-deadline";
import { judgeCureOfBid, sendCureOfBid } from "../award/cure-bid";
import { prolongBid } from "../award/prolong-bid";
import { rejectBids } from "../award/reject-bids";
import { endDelay } from "../orders/delay/end-delay";
import { objectToDelay } from "../orders/delay/object-to-delay";
import { reportDelay } from "../orders/delay/report-delay";
import { withdrawDelay } from "../orders/delay/withdraw-delay";
import { decideDispute } from "../disputes/decide-dispute";
import { escalateDispute } from "../disputes/escalate-dispute";
import { openDispute } from "../disputes/open-dispute";
import { takeOffer } from "../disputes/take-offer";
import { writeEntry } from "../disputes/write-entry";
import { enterDocument } from "../documents/enter-document";
import { makeLink } from "../field/make-link";
import { revokeLink } from "../field/revoke-link";
import { strikeReport } from "../field/strike-report";
import { removeFile } from "../files/remove-file";
import { announceClosure, withdrawClosure } from "../hubs/closures";
import { enterHubState } from "../hubs/enter-hub-state";
import { bookRound } from "../inspections/book-round";
import { checkIn } from "../inspections/check-in";
import { checkOut } from "../inspections/check-out";
import { decideGoods } from "../inspections/decide-goods";
import { issueReport } from "../inspections/issue-report";
import { saveResults } from "../inspections/save-results";
import { answerCounterOffer } from "../award/answer-counter-offer";
import { counterBid } from "../bidding/counter-bid";
import { acceptOrder } from "../orders/accept-order";
import { cancelOrder } from "../orders/cancel-order";
import { endException, raiseException } from "../orders/delay/exceptions";
import { reportMilestone } from "../orders/report-milestone";
import { requestChanges } from "../orders/request-changes";
import { askReroute } from "../orders/ask-reroute";
import { endReroute } from "../orders/end-reroute";
import { cancelSlot } from "../orders/slots/cancel-slot";
import { changeDriversOfSlot } from "../orders/slots/change-drivers";
import { changeVehicleOfSlot } from "../orders/slots/change-vehicle";
import { confirmSlot } from "../orders/slots/confirm-slot";
import { markSlot } from "../orders/slots/mark-slot";
import { moveSlot } from "../orders/slots/move-slot";
import { paySlot } from "../orders/slots/pay-slot";
import { rebookSlot } from "../orders/slots/rebook-slot";
import { requestSlot } from "../orders/slots/request-slot";
import { type Endpoint, endpointOf } from "../platform/api/endpoint-kinds";
import { getRequest, listAmendments, listQuestions, listRequests } from "../requests/api";
import { getChain, getDelay, getOrder, listOrders, listSlots } from "../orders/api";
import { listDeclarations } from "../clearance/api";
import { answerQuestion as answerCustomsQuestion } from "../clearance/answer-question";
import { approveDraft, sendBackDraft } from "../clearance/review-draft";
import { askQuestion as askCustomsQuestion } from "../clearance/ask-question";
import { assessDuties } from "../clearance/assess-duties";
import { draftDeclaration, reviseDeclaration } from "../clearance/draft-declaration";
import { fileDeclaration } from "../clearance/file-declaration";
import { payDuties } from "../clearance/pay-duties";
import { recordAct } from "../clearance/record-act";
import { bearReturnCost } from "../remittance/bear-return-cost";
import { confirmLock } from "../remittance/confirm-lock";
import { freezePayment, unfreezePayment } from "../remittance/freeze-payment";
import { answerSurplus, keepSurplus } from "../remittance/keep-surplus";
import { lockRate } from "../remittance/lock-rate";
import { recallPayment } from "../remittance/recall-payment";
import { recordReceipt } from "../remittance/record-receipt";
import { returnCalledOffFunds, returnPayerFunds, returnSurplusFunds } from "../remittance/return-funds";
import { returnPayment } from "../remittance/return-payment";
import { sendPayment } from "../remittance/send-payment";
import { acceptPayerOfFunds, askPayer, explainPayerOfFunds } from "../remittance/third-party-payer";
import { askAgain } from "../requests/ask-again";
import { chooseFallbackOf } from "../requests/choose-fallback";
import { listCodes, listHsCodes } from "../tariff/api";
import { getBid, getPlace, getRequestProof, listBids, postBidCheck } from "../bidding/api";
import { getProvider, listProviders } from "../catalogue/api";
import { createDeal } from "../deals/create-deal";
import { getDeal, listDeals } from "../deals/api";
import { getDecision, getRanking, listCounterOffers } from "../award/api";
import { listDisputes, listOrderDisputes } from "../disputes/api";
import { getDocuments } from "../documents/api";
import { getEvents } from "./events";
import { listFieldLinks } from "../field/api";
import { getFile, getFileContent, postFile } from "../files/api";
import { getInspection, getReport } from "../inspections/api";
import { getHubBoard } from "../hubs/board-api";
import { getTrafficShare, listHubs, listPlaces, planRoutes } from "../hubs/api";
import { getPayment, listCorridors } from "../remittance/api";
import { changeRequest } from "../requests/change-request";
import { cancelRequest } from "../requests/cancel-request";
import { closeRequest } from "../requests/close-request";
import { openRequest } from "../requests/open-request";
import { publishRequest } from "../requests/publish-request";
import { createRequest } from "../requests/create-request";
import { answerQuestion } from "../requests/answer-question";
import { askQuestion } from "../requests/ask-question";

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
      ...[returnSurplusFunds, keepSurplus, answerSurplus, returnPayerFunds, returnCalledOffFunds].map(endpointOf),
      ...[askPayer, explainPayerOfFunds, acceptPayerOfFunds].map(endpointOf),
      listCorridors,
    ],
  },
  {
    room: "field",
    endpoints: [listFieldLinks, endpointOf(makeLink), endpointOf(revokeLink), endpointOf(strikeReport)],
  },
  { room: "files", endpoints: [postFile, getFile, getFileContent, endpointOf(removeFile)] },
  { room: "notices", endpoints: [getEvents] },
];

/** The document of all of them. */
export const getDocument = documentEndpoint(ROOMS);

export const ENDPOINTS: readonly Endpoint[] = [...ROOMS.flatMap(({ endpoints }) => endpoints), getDocument];
