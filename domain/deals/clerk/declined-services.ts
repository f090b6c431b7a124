import { after, before, oneOf } from "./reading";

const WORD = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])`;
const END = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}])`;

const HAN_SERVICES = oneOf(["报关", "清关", "通关", "验货", "质检", "付款", "付汇", "物流", "运输", "双清"]);

/** Words at once before a service that decline it, or say who has it already: `no customs`, `自己报关`, `свой таможенный брокер`. */
const DECLINED_BEFORE = new RegExp(
  [
    `(?:不需要|不用|无需|不必|无须|不要|不做|不|免|自己(?:来|做|办|去)?|自行|客户自|(?<![来亲])自|自己的|自有|已有)$`,
    String.raw`${WORD}(?:no|not|without|w/o|except|excluding|skip|own|(?:not|n't|no) need (?:for |of |to do |any )?|not (?:want|require) )(?: ?(?:the|any|your|pre-shipment))? ?$`,
    String.raw`${WORD}own (?:broker|agent|forwarder)s? (?:does|do|for|handles?|clears?|will do|will handle) (?:the )?$`,
    String.raw`${WORD}(?:без|кроме|не нужн\p{L}+|не нужно|не требу\p{L}+|не надо|сво[йиеяюа]\p{L}{0,2}|наш\p{L}{0,2}|сам[иа]?(?: делаем| сделаем| оформим)?|собственн\p{L}+) (?:делать )?$`,
    String.raw`${WORD}(?:khong|khong can|khong phai|mien|khoi|khoi can|tu lam|tu lo|tu khai)(?: lam| lo)?(?: thu tuc)? $`,
    String.raw`${WORD}(?:озимиз(?:дин)?|оз) $`,
  ].join("|"),
  "u",
);

/** Words behind a service, within its clause or in brackets, that decline it: `报关我们自己做`, `customs by our broker`, `инспекция не нужна`. */
const DECLINED_AFTER = new RegExp(
  [
    `(?:自己|自行|自理|自办|自报|自清|不做|不用|不需要|不要|不必|免了)(?!\\p{Script=Han}{0,3}(?:${HAN_SERVICES}))`,
    String.raw`${WORD}(?:(?:is |are )?(?:not|n't) (?:needed|required|necessary|included|wanted)|no need|unnecessary|ourselves|themselves|himself|(?:done|handled|arranged|cleared|made|paid) by (?:us|our|the|buyer|consignee|own|client|customer)|by (?:us|our|own|ourselves|buyer|consignee)|own (?:broker|agent|side)|(?:on|from) our (?:own|side)|we (?:do|handle|arrange|have)(?! not| n't))${END}`,
    String.raw`${WORD}(?:не (?:нуж|треб|надо|вход|дела)\p{L}*|сами${END}|сам${END}|сама${END}|самостоятельно|своими силами|своя${END}|свой${END}|свои${END}|наш[аеи]${END}|(?:наш|сво)\p{L}* (?:таможенн\p{L}* )?(?:брокер|декларант|агент)|за нами${END}|на нас${END}|на нашей|на (?:покупател|получател|клиент)\p{L}*|силами (?:покупател|получател|клиент)\p{L}*)`,
    String.raw`${WORD}(?:(?:ben )?(?:em|minh|toi|chung toi|khach|nha may|cong ty|anh|chi)? ?tu (?:lo|lam|khai|xu ly|tuc)|ben (?:em|minh|toi|khach) (?:da )?(?:lo|lam|khai)|lam roi|khong can|khong phai|khoi can|co (?:roi|nguoi lam)|da co)${END}`,
    String.raw`${WORD}(?:керек емес|кажет емес|кереги жок|керексиз|озимиз\p{L}*|ози (?:жаса|исте|кыл)\p{L}*|оз брокер\p{L}*)`,
  ].join("|"),
  "u",
);

const BEFORE_MAX = 32;
const AFTER_MAX = 48;

/** The rest of the clause behind a service, with brackets that follow it: `customs (own broker)`. */
const CLAUSE = /^[^,、。;；:：!！?？\n()（）.]*(?:[(（][^()（）\n]*)?/u;

/** Whether the words around a service decline it: it is not needed, or somebody does it already. */
export function isDeclined(folded: string, [start, end]: readonly [number, number]): boolean {
  const tail = CLAUSE.exec(after(folded, end, AFTER_MAX))?.[0] ?? "";
  return DECLINED_BEFORE.test(before(folded, start, BEFORE_MAX)) || DECLINED_AFTER.test(tail);
}
