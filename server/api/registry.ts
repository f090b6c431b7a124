import { type Room, documentEndpoint } from "./openapi-document";
import { awardBids, awardBidsOfDeal } from "../award/award-bids";
import { scoreBid } from "../award/score-bid";
import { reviseBid, submitBid } from "../bidding/submit-bid";
import { confirmBid } from "../bidding/confirm-bid";
import { withdrawBid } from "../bidding/withdraw-bid";
import { changeGates, stateNeed, waiveGate } from "../orders/chain/gates";
import { disqualifyBid, judgeCureOfBid, sendCureOfBid } from "../award/disqualify-bid";
import { extendDecisionOf, prolongBid } from "../award/decision-deadline";
import { rejectBids } from "../award/reject-bids";
import { endDelay, objectToDelay, reportDelay, withdrawDelay } from "../orders/delay/delays";
import { decideDispute, escalateDispute, openDispute, writeEntry } from "../disputes/dispute";
import { takeOffer } from "../disputes/take-offer";
import { markThreadRead } from "../threads/mark-read";
import { remindOther } from "../threads/remind";
import { writeMessage } from "../threads/write-message";
import { getThread } from "../threads/api";
import { enterDocument } from "../documents/enter-document";
import { makeLink, revokeLink } from "../field/links";
import { strikeReport } from "../field/strike-report";
import { removeFile } from "../files/remove-file";
import { announceClosure, enterHubState, withdrawClosure } from "../hubs/hub-state";
import { bookRound, checkIn, checkOut } from "../inspections/visit";
import { decideGoods } from "../inspections/decide-goods";
import { issueReport } from "../inspections/issue-report";
import { saveResults } from "../inspections/save-results";
import { answerCounterOffer } from "../award/answer-counter-offer";
import { counterBid } from "../bidding/counter-bid";
import { acceptOrder, requestChanges } from "../orders/accept-order";
import { cancelOrder } from "../orders/cancel-order";
import { endException, raiseException } from "../orders/delay/exceptions";
import { reportMilestone } from "../orders/report-milestone";
import { askReroute, endReroute } from "../orders/reroute";
import { cancelSlot, markSlot } from "../orders/slots/mark-slot";
import { changeDriversOfSlot, changeVehicleOfSlot } from "../orders/slots/change-vehicle";
import { confirmSlot, paySlot } from "../orders/slots/confirm-slot";
import { moveSlot, rebookSlot, requestSlot } from "../orders/slots/book-slot";
import { type Endpoint, endpointOf } from "../platform/api/endpoint-kinds";
import { getRequest, listAmendments, listQuestions, listRequests } from "../requests/api";
import { getChain, getDelay, getOrder, listOrders, listSlots } from "../orders/api";
import { listDeclarations } from "../clearance/api";
import { answerQuestion as answerCustomsQuestion, askQuestion as askCustomsQuestion } from "../clearance/questions";
import { approveDraft, sendBackDraft } from "../clearance/review-draft";
import { assessDuties, fileDeclaration, payDuties, recordAct } from "../clearance/acts";
import { draftDeclaration, reviseDeclaration } from "../clearance/draft-declaration";
import { bearReturnCost, returnPayment } from "../remittance/return-payment";
import { confirmLock, lockRate } from "../remittance/lock-rate";
import { freezePayment, recallPayment, unfreezePayment } from "../remittance/freeze-payment";
import { answerSurplus, keepSurplus } from "../remittance/keep-surplus";
import { recordReceipt, sendPayment } from "../remittance/send-payment";
import { returnCalledOffFunds, returnPayerFunds, returnSurplusFunds } from "../remittance/return-funds";
import { tellPayee } from "../remittance/tell-payee";
import { acceptPayerOfFunds, askPayer, explainPayerOfFunds } from "../remittance/third-party-payer";
import { askAgain, createRequest } from "../requests/create-request";
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
import { findTowns, getHubBoard, getTrafficShare, listHubs, listPlaces, planRoutes } from "../hubs/api";
import { getPayment, listCorridors } from "../remittance/api";
import { changeRequest } from "../requests/change-request";
import { cancelRequest } from "../requests/cancel-request";
import { closeRequest } from "../requests/close-request";
import { openRequest } from "../requests/open-request";
import { publishRequest } from "../requests/publish-request";
import { answerQuestion } from "../requests/answer-question";
import { askQuestion } from "../requests/ask-question";

/** The public API, room by room, in the order of its documentation. What is not here has no route, and the other way round: a test says so. */
export const ROOMS: readonly Room[] = [
  {
    room: "hubs",
    endpoints: [
      ...[listPlaces, findTowns, listHubs, planRoutes, getTrafficShare],
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
  { room: "threads", endpoints: [getThread, ...[writeMessage, markThreadRead, remindOther].map(endpointOf)] },
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
      ...[tellPayee, askPayer, explainPayerOfFunds, acceptPayerOfFunds].map(endpointOf),
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
