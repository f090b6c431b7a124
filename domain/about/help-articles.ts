/** What the articles of the help are about, in the order in which they are listed. */
export const HELP_TOPICS = [
  "start",
  "asking",
  "bidding",
  "orders",
  "border",
  "money",
  "account",
  "administration",
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

export type HelpArticle = {
  /** Names its words in `messages/`, and its address. */
  readonly id: string;
  readonly topic: HelpTopic;
  /** The page where it is done, without the language. */
  readonly leadsTo: string;
};

const article = (topic: HelpTopic, id: string, leadsTo: string): HelpArticle => ({ topic, id, leadsTo });

/** Every article: one question of somebody who trades here, and the one page where it is done. A test holds that each page is there. */
export const HELP_ARTICLES: readonly HelpArticle[] = [
  article("start", "post_request", "/deals/new"),
  article("start", "without_account", ""),
  article("start", "offer_services", "/organisation/listings"),
  article("start", "get_checked", "/organisation/check"),
  article("asking", "invite_company", "/providers"),
  article("asking", "sealed_bids", "/how-it-works"),
  article("asking", "compare_bids", "/deals"),
  article("asking", "no_bids", "/deals"),
  article("asking", "change_request", "/deals"),
  article("bidding", "find_requests", "/desk"),
  article("bidding", "send_bid", "/requests"),
  article("bidding", "ask_question", "/requests"),
  article("bidding", "withdraw_bid", "/bids"),
  article("bidding", "why_lost", "/bids"),
  article("orders", "where_is_order", "/orders"),
  article("orders", "gates", "/orders"),
  article("orders", "report_step", "/work"),
  article("orders", "field_link", "/orders"),
  article("orders", "accept_delivery", "/orders"),
  article("orders", "dispute", "/orders"),
  article("border", "border_wait", "/hubs"),
  article("border", "papers", "/deals"),
  article("border", "hs_code", "/tariff"),
  article("money", "fees", "/fees"),
  article("money", "payment_time", "/corridors"),
  article("account", "members", "/organisation/members"),
  article("account", "password", "/reset-password"),
  article("account", "language", "/account"),
  article("account", "sessions", "/account"),
  article("account", "api", "/developers"),
  article("administration", "review_requests", "/admin/review"),
  article("administration", "market_rules", "/admin/rules"),
  article("administration", "hub_share", "/admin/traffic"),
];

/** The article of an id; undefined where there is none. */
export const helpArticle = (id: string): HelpArticle | undefined => HELP_ARTICLES.find((one) => one.id === id);
