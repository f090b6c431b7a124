/** Words that name no goods: customs cannot classify by them, in the languages of the papers. */
const VAGUE = new Set(
  [
    "goods cargo items products articles merchandise things stuff freight commodity commodities sample samples gift gifts",
    "parts accessories spare general various misc miscellaneous other assorted equipment materials",
    "货物 商品 产品 物品 配件 零件 样品 礼品 百货 日用品 杂货 其他 其它 设备 材料 货",
    "товар товары груз грузы продукция изделия запчасти детали прочее разное образцы подарки оборудование материалы",
    "hàng hóa hoá phụ tùng linh kiện",
    "тауар тауарлар жүк",
  ]
    .join(" ")
    .split(" "),
);

/** Whether a description of goods says nothing but words like "goods", "配件" or "товар". */
export function isVague(description: string): boolean {
  const words = description
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !["and", "и", "of", "the", "và"].includes(word));
  return words.every((word) => VAGUE.has(word));
}
