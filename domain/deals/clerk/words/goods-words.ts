/** Labels after which the goods are named, over folded text. */
export const GOODS_LABEL =
  /(?<![a-zа-я])(?:cargo|goods|commodity|product|品名|货名|货物|商品|груз|товар|наименование|номенклатура|hang hoa|ten hang|hang|жук|тауар)\s?[:：]\s*/gu;

/** Words before the goods that are no part of their name. */
export const LEAD_IN =
  /^(?:(?:急|我们|我司|需要|要|发|运|进口|出口|有|一批|一票|货物|货)+|(?:import(?: of)?|export(?: of)?|cargo|goods|some|a|an|the|of|with)\s+|(?:груз|товар|импорт|экспорт|нужно|везем)\s+|(?:hang|lo hang|xuat khau|nhap khau)\s+|(?:жук|тауар)\s+)+/u;

/** What a clause that names goods does not hold: their measures, their price, and what people do. */
export const NO_GOODS = new RegExp(
  [
    "毛重|净重|总重|重量|体积|货值|价格|温度|排队|你好|老板|忽略|装箱单|目的地|起运|合计|条款|谢谢|主题|需要|报价",
    "gross|weight|volume|value|price|terms|dear|hello|please|urgent|quote|ready|need|total|regards|ignore|how much|payment|quantity|origin|destination|deliver|shipment|request",
    "вес|код(?!\\p{L})|цен[аыуе](?!\\p{L})|доставк|подскаж|масса|объем|стоимост|цена|услови|готов|добрыи день|здравств|нужн|сколько|просим|игнорир|инвоис|контракт|доставить|коллеги",
    "trong luong|tong |the tich|tri gia|gia tri|dieu kien|chao|can bao gia|bao gia|bo qua|kinh gui|so luong|giao hang|nhan hang",
    "салмагы|колеми|куны|багасы|керек|салеметсиз|елемеи|сураимыз|жеткизу",
  ].join("|"),
  "u",
);
